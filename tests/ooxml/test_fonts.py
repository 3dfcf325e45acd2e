import pytest

from prezent_widgets.errors import PrezentError
from prezent_widgets.ooxml import font_index
from prezent_widgets.ooxml.fonts import ascent, font_files, measure, outline, pieces, shape, twin


@pytest.mark.parametrize(
    ("family", "stand_in"),
    [
        ("Calibri", "Carlito"),
        ("calibri light", "Carlito"),
        ("Arial", "Arimo"),
        ("Helvetica", "Arimo"),
        ("Times New Roman", "Tinos"),
        ("Courier New", "Cousine"),
        ("Cambria", "Caladea"),
        ("Georgia", "Gelasio"),
        ("Some Unknown Serif", "Tinos"),
        ("Nobody Knows", "Arimo"),
    ],
)
def test_stand_ins(family, stand_in):
    assert twin(family).family == stand_in


def test_heavy_names_are_bold():
    assert twin("Fira Sans ExtraBold").bold
    assert measure("Wide", "Arial Bold", 10) == measure("Wide", "Arial", 10, bold=True)


def test_widths_are_those_of_the_face_with_kerning():
    # Carlito: 281.0 pt with kerning (HarfBuzz), 291.0 without.
    assert measure("Quarterly AVATAR To fi ffl We", "Calibri", 24) == pytest.approx(281.0, abs=0.1)
    # Caladea 1.002: the 1.001 drawing is 7 % narrower.
    assert measure("The quick brown fox jumps over the lazy dog", "Cambria", 1) == pytest.approx(21.0, abs=2)


def test_widths_scale_with_the_size():
    one = measure("Revenue by region", "Arial", 1)
    assert measure("Revenue by region", "Arial", 44) == pytest.approx(one * 44)
    assert measure("", "Arial", 44) == 0


def test_stretched_stand_ins():
    assert measure("abc", "Consolas", 100) == pytest.approx(3 * 54.98, abs=0.1)


def test_files_are_there():
    files = font_files("Calibri", bold=True)
    assert files[0].name == "carlito-latin-700-normal.ttf"
    assert all(path.exists() for path in files)


def test_characters_fall_back_one_by_one():
    shaped = shape("a→я✔", "Calibri")
    assert [glyph.face.family for glyph in shaped.glyphs] == [
        "Carlito",
        "Noto Sans Math",
        "Carlito",
        "Noto Sans Symbols 2",
    ]
    assert all(glyph.gid for glyph in shaped.glyphs)


def test_an_ideograph_is_one_em_wide_whether_or_not_a_font_has_it():
    assert measure("漢字", "Calibri", 10) == pytest.approx(20, abs=0.5)


def test_right_to_left_is_shaped_from_right_to_left():
    left, right = shape("אב", "Arial", rtl=True).glyphs
    assert left.gid == shape("ב", "Arial", rtl=True).glyphs[0].gid
    assert right.x > left.x


def test_pieces_tell_where_words_stand():
    first, second = pieces("Net profit", "Calibri")
    assert (first.text, second.text) == ("Net", "profit")
    assert second.x == pytest.approx(measure("Net ", "Calibri", 1))


def test_outlines_are_path_data():
    (glyph,) = shape("I", "Arial").glyphs
    assert outline(glyph.face, glyph.gid).startswith("M")
    assert outline(glyph.face, shape(" ", "Arial").glyphs[0].gid) == ""


def test_the_baseline_is_within_the_line():
    assert all(0.85 < ascent(family) < 1.05 for family in ("Calibri", "Arial", "Georgia", "Consolas", "Cambria"))


def test_missing_fonts_say_what_to_run(monkeypatch, tmp_path):
    font_index._index.cache_clear()
    monkeypatch.setattr(font_index, "FONT_FOLDER", tmp_path)
    with pytest.raises(PrezentError, match="build them with"):
        font_index._index()
    monkeypatch.undo()
    font_index._index.cache_clear()
    assert font_index._index()


def test_a_family_without_a_bold_face_keeps_its_widths():
    assert measure("Title", "Calibri Light", 10, bold=True) == measure("Title", "Calibri Light", 10)


def test_an_ideographic_space_is_one_em_and_leaves_no_ink():
    assert measure("\u3000", "Calibri", 10) == pytest.approx(10)
    assert shape("\u3000", "Calibri").glyphs == ()


@pytest.mark.parametrize("text", ["🚀", "😀", "🎯", "📈", "👩‍💻"])
def test_emoji_are_drawn_in_one_colour(text):
    shaped = shape(text, "Calibri")
    assert shaped.glyphs
    assert {glyph.face.family for glyph in shaped.glyphs} <= {"Noto Emoji", "Noto Sans Symbols 2"}
    assert all(outline(glyph.face, glyph.gid) for glyph in shaped.glyphs)


@pytest.mark.parametrize(("text", "plain"), [("👍🏽", "👍"), ("1️⃣", "1"), ("❤️", "❤")])
def test_what_only_changes_an_emojis_look_takes_no_room(text, plain):
    assert measure(text, "Calibri", 20) == measure(plain, "Calibri", 20)
