"""Whether a chart shows its values at the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prezent_widgets.deck.charts.chart import ChartSpec


def labelled(spec: ChartSpec) -> bool:
    """Whether values stand at the marks, so that the value axis can go."""
    if spec.kind in ("scatter", "line"):
        return False
    if spec.kind in ("column", "bar"):
        marks = len(spec.categories) * len(spec.series)
        room = spec.box[0] / max(1, marks) >= 34 if spec.kind == "column" else spec.box[1] / max(1, marks) >= 13
        return room and (spec.data_labels or len(spec.series) == 1 or marks <= 12)
    if spec.kind == "doughnut":
        return True
    return spec.data_labels and len(spec.series) * len(spec.categories) <= 24


__all__ = ["labelled"]
