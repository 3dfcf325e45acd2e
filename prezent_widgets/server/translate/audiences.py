"""Audiences as the wire has them."""

from __future__ import annotations

from dataclasses import asdict

from prezent_widgets.audiences import Audience
from prezent_widgets.contract import audiences as wire

_PLAIN = frozenset({"id", "name", "description", "aliases"})


def audience(value: Audience) -> wire.Audience:
    """An audience; its rules and other names ride along as additional keys."""
    rules = {key: list(rule) if isinstance(rule, tuple) else rule for key, rule in asdict(value).items()}
    return wire.Audience.model_validate(
        {
            "id": value.id,
            "name": value.name,
            "description": value.description,
            "aliases": list(value.aliases),
            "rules": {key: rule for key, rule in rules.items() if key not in _PLAIN},
        }
    )


__all__ = ["audience"]
