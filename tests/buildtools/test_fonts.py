import json

import pytest

from buildtools.fonts import FAMILIES, build_fonts
from prezent_widgets.ooxml.font_index import FONT_FOLDER


def test_the_index_names_files_that_are_there():
    faces = json.loads((FONT_FOLDER / "index.json").read_text(encoding="utf-8"))["faces"]
    assert {face["family"] for face in faces} == {*FAMILIES.values(), "Caladea"}
    assert all((FONT_FOLDER / face["file"]).exists() for face in faces)
    assert all(face["ranges"] for face in faces)


def test_licences_come_along():
    text = (FONT_FOLDER / "LICENSES.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "Apache License" in text


def test_missing_packages_say_what_to_run(tmp_path):
    with pytest.raises(FileNotFoundError, match="npm --prefix js ci"):
        build_fonts(tmp_path, tmp_path)
