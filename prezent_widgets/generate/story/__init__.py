"""From findings to a story: which messages, in which order, in which words."""

from prezent_widgets.generate.story.plan import plan_story

__all__ = ["plan_story"]
