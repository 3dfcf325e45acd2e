from prezent_widgets.ooxml.chart_cache import MAX_POINTS, format_code, levels_of, numbers, points
from prezent_widgets.ooxml.xml import Element, child, parse_xml

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart(xml: str) -> Element:
    return parse_xml(f'<c:x xmlns:c="{C}">{xml}</c:x>'.encode())


def cache(inside: str) -> Element:
    return child(chart(f"<c:val><c:numRef><c:numCache>{inside}</c:numCache></c:numRef></c:val>"), "c:val")


def test_points_stand_where_their_numbers_say() -> None:
    given = '<c:formatCode>0%</c:formatCode><c:ptCount val="3"/><c:pt idx="2"><c:v>0.5</c:v></c:pt>'
    assert numbers(cache(given)) == (None, None, 0.5)
    assert format_code(cache(given)) == "0%"


def test_what_is_no_number_is_none_and_no_cache_is_empty() -> None:
    assert numbers(cache('<c:pt idx="0"><c:v>#N/A</c:v></c:pt>')) == (None,)
    assert (numbers(None), points(None), levels_of(None)) == ((), [], [])


def test_a_count_out_of_all_proportion_is_cut() -> None:
    assert len(numbers(cache('<c:ptCount val="999999999"/><c:pt idx="0"><c:v>1</c:v></c:pt>'))) == MAX_POINTS


def test_levels_share_the_count_of_their_parent() -> None:
    inner = '<c:lvl><c:pt idx="0"><c:v>a</c:v></c:pt><c:pt idx="1"><c:v>b</c:v></c:pt></c:lvl>'
    outer = '<c:lvl><c:pt idx="0"><c:v>A</c:v></c:pt></c:lvl>'
    levels = f'<c:multiLvlStrCache><c:ptCount val="2"/>{inner}{outer}</c:multiLvlStrCache>'
    found = levels_of(child(chart(f"<c:cat><c:multiLvlStrRef>{levels}</c:multiLvlStrRef></c:cat>"), "c:cat"))
    assert [points(level) for level in found] == [["a", "b"], ["A", None]]
