"""Make ``prezent_widgets/ooxml/data/presets.json`` from the standard's ``presetShapeDefinitions.xml``.

Run it only when the standard changes; its result is committed::

    python -m buildtools.presets path/to/presetShapeDefinitions.xml
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from lxml import etree

OUTPUT = Path(__file__).parent.parent / "prezent_widgets" / "ooxml" / "data" / "presets.json"
_COMMANDS = {"moveTo": "M", "lnTo": "L", "arcTo": "A", "quadBezTo": "Q", "cubicBezTo": "C", "close": "Z"}


def convert(source: bytes) -> dict[str, Any]:
    """Return the table: name → adjustments, guides, text rectangle and paths, all as the formulas stand."""
    root = etree.fromstring(source)
    return {_name(shape): _shape(shape) for shape in root if isinstance(shape.tag, str)}


def _shape(shape: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in shape:
        name = _name(part)
        if name == "avLst":
            found["av"] = [[each.get("name"), each.get("fmla")] for each in part]
        elif name == "gdLst":
            found["gd"] = [[each.get("name"), each.get("fmla")] for each in part]
        elif name == "rect":
            found["rect"] = [part.get(side) for side in "ltrb"]
        elif name == "pathLst":
            found["paths"] = [_path(each) for each in part]
    return {key: value for key, value in found.items() if value}


def _path(path: Any) -> dict[str, Any]:
    found: dict[str, Any] = {key: path.get(key) for key in ("w", "h", "fill") if path.get(key)}
    if path.get("stroke") in ("false", "0"):
        found["stroke"] = False
    found["d"] = " ".join(" ".join([_COMMANDS[_name(each)], *_arguments(each)]) for each in path)
    return found


def _arguments(command: Any) -> list[str]:
    if _name(command) == "arcTo":
        return [command.get(key) for key in ("wR", "hR", "stAng", "swAng")]
    return [point.get(axis) for point in command for axis in "xy"]


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def main() -> None:
    """Write the table."""
    table = convert(Path(sys.argv[1]).read_bytes())
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{json.dumps(name)}:{json.dumps(shape, separators=(',', ':'))}" for name, shape in sorted(table.items())]
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
