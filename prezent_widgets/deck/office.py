"""The one door to python-pptx, which ships incomplete types: its names come in as ``Any``."""

from __future__ import annotations

from typing import Any

from pptx import Presentation as _open  # pyright: ignore
from pptx.chart.data import CategoryChartData as _CategoryChartData  # pyright: ignore
from pptx.chart.data import XyChartData as _XyChartData  # pyright: ignore
from pptx.enum.chart import XL_CHART_TYPE as _XL_CHART_TYPE
from pptx.shapes.placeholder import ChartPlaceholder as _ChartPlaceholder  # pyright: ignore
from pptx.shapes.placeholder import TablePlaceholder as _TablePlaceholder  # pyright: ignore

from prezent_widgets.ooxml.xml import etree

Slide = Any  # pptx.slide.Slide
Layout = Any  # pptx.slide.SlideLayout
Presentation = Any  # pptx.presentation.Presentation

open_package: Any = _open
CategoryChartData: Any = _CategoryChartData
XyChartData: Any = _XyChartData
ChartType: Any = _XL_CHART_TYPE
ChartPlaceholder: Any = _ChartPlaceholder
TablePlaceholder: Any = _TablePlaceholder

__all__ = [
    "CategoryChartData",
    "ChartPlaceholder",
    "ChartType",
    "Layout",
    "Presentation",
    "Slide",
    "TablePlaceholder",
    "XyChartData",
    "etree",
    "open_package",
]
