"""Native charts: real data with an embedded workbook, theme colours only, drawn to be read."""

from prezent_widgets.deck.charts.chart import REFERENCE_KINDS, ChartSpec, Kind, add_chart

__all__ = ["REFERENCE_KINDS", "ChartSpec", "Kind", "add_chart"]
