import io

import pytest
from pptx import Presentation

from prezent_widgets.deck.charts import ChartSpec, add_chart
from prezent_widgets.deck.package import problems
from prezent_widgets.deck.xml import C
from prezent_widgets.themes import THEMES, build_template

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
ONE = (("Sales", (12500.0, 13100.0, 12900.0, 15400.0)),)
TWO = (*ONE, ("Costs", (9000.0, None, 9800.0, 9900.0)))


def chart(spec):
    """The chart's XML and the whole deck, with the chart in the first chart placeholder of the template."""
    deck = Presentation(io.BytesIO(build_template(THEMES[0])))
    layout = next(layout for layout in deck.slide_layouts if layout.name == "Wide Chart")
    slide = deck.slides.add_slide(layout)
    holder = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 13)
    frame = add_chart(slide, holder._element, spec)
    buffer = io.BytesIO()
    deck.save(buffer)
    again = Presentation(io.BytesIO(buffer.getvalue()))
    found = next(shape for shape in again.slides[0].shapes if shape.has_chart)
    assert frame.tag.endswith("graphicFrame")
    return found, buffer.getvalue()


@pytest.mark.parametrize(
    "kind", ["column", "bar", "line", "stacked_column", "stacked_bar", "share_column", "doughnut", "scatter"]
)
@pytest.mark.parametrize("highlight", [None, (0, None), (0, 3)])
def test_every_kind_is_sound_and_editable(kind, highlight):
    numbers = ("1", "2.5", "3", "4")
    series = ONE if kind == "doughnut" else TWO
    categories = numbers if kind == "scatter" else QUARTERS
    shape, data = chart(ChartSpec(kind, categories, series, highlight=highlight, alt="Sales by quarter."))
    assert problems(data) == ()
    assert shape.chart.part.chart_workbook.xlsx_part is not None
    assert b"srgbClr" not in shape.chart.part.blob
    assert [series.name for series in shape.chart.plots[0].series] == [name for name, _ in series]
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == "Sales by quarter."


def test_values_and_gaps_are_kept():
    shape, _ = chart(ChartSpec("line", QUARTERS, TWO))
    assert list(shape.chart.plots[0].categories) == list(QUARTERS)
    assert tuple(shape.chart.plots[0].series[1].values) == (9000.0, None, 9800.0, 9900.0)


def test_a_highlighted_point_gets_the_accent():
    shape, _ = chart(ChartSpec("column", QUARTERS, ONE, highlight=(0, 3)))
    point = shape.chart._chartSpace.find(f".//{C}dPt")
    assert point.find(f"{C}idx").get("val") == "3"
    assert b'schemeClr val="accent1"' in shape.chart.part.blob


def test_a_target_is_a_dashed_line_on_the_same_axes():
    shape, data = chart(ChartSpec("column", QUARTERS, ONE, reference=("Target", 14000.0)))
    assert problems(data) == ()
    plots = list(shape.chart.plots)
    assert len(plots) == 2
    assert plots[1].series[0].name == "Target"
    assert set(plots[1].series[0].values) == {14000.0}
    assert b'prstDash val="dash"' in shape.chart.part.blob


def test_legend_only_when_there_is_something_to_tell_apart():
    assert not chart(ChartSpec("column", QUARTERS, ONE))[0].chart.has_legend
    assert chart(ChartSpec("column", QUARTERS, TWO))[0].chart.has_legend
    assert chart(ChartSpec("doughnut", QUARTERS, ONE))[0].chart.has_legend


def test_bars_start_at_zero_and_run_from_the_top():
    shape, _ = chart(ChartSpec("bar", QUARTERS, (("Sales", (990.0, 980.0, 985.0, 995.0)),)))
    assert shape.chart.value_axis.minimum_scale == 0
    assert shape.chart.category_axis.reverse_order


def test_losses_keep_room_for_their_labels():
    shape, _ = chart(ChartSpec("bar", QUARTERS, (("Change", (-26.4, -16.6, -9.8, 2.0)),), number_format="0.0"))
    assert shape.chart.value_axis.minimum_scale < -26.4
    assert shape.chart.value_axis.maximum_scale > 2


def test_many_points_leave_out_labels_instead_of_turning_them():
    months = tuple(f"{month:02d}/{year}" for year in range(2010, 2020) for month in range(1, 13))
    shape, data = chart(ChartSpec("line", months, (("Sales", tuple(float(n) for n in range(120))),)))
    skip = shape.chart._chartSpace.find(f".//{C}tickLblSkip")
    assert int(skip.get("val")) in (6, 12, 24)
    assert problems(data) == ()


@pytest.mark.parametrize("value", [0.0, -5.0, 1e15, 1e-9])
def test_odd_values_are_drawn(value):
    _, data = chart(ChartSpec("column", ("only",), (("Sales", (value,)),), highlight=(0, 0), data_labels=True))
    assert problems(data) == ()


def test_names_in_any_script_are_kept():
    names = ("R&D <beta>", "日本", "العربية", "🙂")
    shape, data = chart(ChartSpec("bar", names, (('Größe "x"', (1.0, 2.0, 3.0, 4.0)),)))
    assert tuple(shape.chart.plots[0].categories) == names
    assert problems(data) == ()


def test_beside_a_target_only_the_bar_that_counts_says_its_value():
    shape, data = chart(ChartSpec("column", QUARTERS, ONE, highlight=(0, 3), reference=("Target", 14000.0)))
    assert problems(data) == ()
    labels = shape.chart._chartSpace.findall(f".//{C}dLbl")
    assert [label.find(f"{C}idx").get("val") for label in labels] == ["3"]
    assert labels[0].find(f"{C}dLblPos").get("val") == "inEnd"


def test_a_label_keeps_off_a_falling_line():
    falling = (("Sales", tuple(float(100 - number) for number in range(12))),)
    shape, _ = chart(ChartSpec("line", tuple(str(number) for number in range(12)), falling))
    assert shape.chart._chartSpace.find(f".//{C}dLbl/{C}dLblPos").get("val") == "b"


def _end_labels(shape):
    return [
        (label.find(f"{C}idx").get("val"), label.find(f"{C}dLblPos").get("val"))
        for label in shape.chart._chartSpace.findall(f".//{C}dLbl")
    ]


def test_each_of_several_lines_says_its_last_value_away_from_the_others():
    lines = tuple((name, tuple(float(end) for _ in QUARTERS)) for name, end in (("A", 90), ("B", 87), ("C", 20)))
    assert _end_labels(chart(ChartSpec("line", QUARTERS, lines))[0]) == [("3", "t"), ("3", "b"), ("3", "t")]
    crowded = (*lines, ("D", (88.5,) * 4))
    assert len(_end_labels(chart(ChartSpec("line", QUARTERS, crowded))[0])) == 3
    tied = (lines[0], ("E", lines[0][1]))
    assert _end_labels(chart(ChartSpec("line", QUARTERS, tied))[0]) == [("3", "t"), ("3", "b")]
    highlighted = chart(ChartSpec("line", QUARTERS, lines, highlight=(1, None)))[0]
    assert len(_end_labels(highlighted)) == 1


def test_lines_are_thick_and_in_colours_that_differ():
    shape, _ = chart(ChartSpec("line", QUARTERS, TWO))
    lines = [series.find(f"{C}spPr")[0] for series in shape.chart._chartSpace.iter(f"{C}ser")]
    assert all(int(line.get("w")) >= 2.25 * 12700 for line in lines)
    assert [line[0][0].get("val") for line in lines] == ["accent1", "accent5"]


def test_names_of_categories_stand_at_the_low_end_below_losses():
    for kind in ("bar", "column"):
        shape, _ = chart(ChartSpec(kind, QUARTERS, (("Change", (-26.4, -16.6, 9.8, 2.0)),), number_format="0.0"))
        assert shape.chart._chartSpace.find(f".//{C}catAx/{C}tickLblPos").get("val") == "low"


def test_axes_are_named_where_the_title_does_not():
    shape, data = chart(ChartSpec("scatter", ("1", "2", "3"), (("y", (1, 2, 3)),), axis_titles=("Distance", "Time")))
    assert problems(data) == ()
    assert b">Distance<" in shape.chart.part.blob
    assert b">Time<" in shape.chart.part.blob
