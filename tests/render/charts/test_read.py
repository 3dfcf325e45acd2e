"""Charts read into values; what is not drawn is said."""

import pytest
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE

from prezent_widgets.render.charts.read import left_out, read_chart, unknown_kinds

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def space(inner, kind="barChart"):
    return etree.fromstring(
        f'<c:chartSpace xmlns:c="{C}"><c:chart><c:plotArea><c:{kind}>{inner}</c:{kind}></c:plotArea></c:chart>'
        "</c:chartSpace>"
    )


@pytest.mark.parametrize("name", ["errBars", "trendline", "dropLines", "hiLowLines", "upDownBars", "serLines"])
def test_what_is_left_out_is_named(name):
    assert len(left_out(space(f"<c:ser><c:{name}/></c:ser>"))) == 1


def test_moved_labels_are_named():
    moved = "<c:dLbls><c:dLbl><c:layout><c:manualLayout/></c:layout></c:dLbl></c:dLbls>"
    assert left_out(space(f"<c:ser>{moved}</c:ser>")) == ["the places of labels moved by hand, and lines to them"]
    assert left_out(space("<c:ser><c:dLbls><c:dLbl><c:layout/></c:dLbl></c:dLbls></c:ser>")) == []


def test_data_tables_are_named():
    root = space("")
    etree.SubElement(root.find("{*}chart/{*}plotArea"), f"{{{C}}}dTable")
    assert left_out(root) == ["the data table"]


def test_a_warning_reaches_the_scene(drawn, one):
    def errors(chart):
        series = chart.plots[0].series[0]._element
        series.insert(list(series).index(series.find("{*}cat")), etree.Element(f"{{{C}}}errBars"))

    assert drawn(XL_CHART_TYPE.COLUMN_CLUSTERED, one, errors).warnings == ["chart"]


def test_kinds_that_are_drawn_flat_or_not_at_all():
    assert unknown_kinds(space("", "surfaceChart")) == ["surfaceChart"]
    assert unknown_kinds(space("", "bar3DChart")) == ["bar3DChart"]
    assert unknown_kinds(space("")) == []


def test_an_empty_chart_space():
    chart = read_chart(etree.fromstring(f'<c:chartSpace xmlns:c="{C}"/>'))
    assert chart.plots == ()
    assert chart.categories == ()
    assert left_out(chart.element) == []
