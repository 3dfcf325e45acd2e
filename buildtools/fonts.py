"""Turns the open fonts of npm's @fontsource packages (and PyPI's font-caladea) into ``prezent_widgets/static/fonts``.

The packages hold .woff files split by script. Each becomes a plain TrueType file, so that Pillow, HarfBuzz and a
browser open the same bytes, and ``index.json`` says what each file covers, so that none is opened before it is needed::

    {"faces": [{"file": "carlito-latin-400-normal.ttf", "family": "Carlito", "weight": 400, "style": "normal",
                "script": "latin", "upem": 2048, "ascent": 0.952, "descent": 0.269, "ranges": [[32, 126], ...]}]}

Caladea comes from PyPI in its 1.002 drawing: the 1.001 of @fontsource is 7 % narrower than Cambria.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fontTools.ttLib import TTFont

FAMILIES: dict[str, str] = {
    "arimo": "Arimo",
    "carlito": "Carlito",
    "cousine": "Cousine",
    "eb-garamond": "EB Garamond",
    "gelasio": "Gelasio",
    "noto-emoji": "Noto Emoji",
    "noto-sans-math": "Noto Sans Math",
    "noto-sans-symbols-2": "Noto Sans Symbols 2",
    "open-sans": "Open Sans",
    "tinos": "Tinos",
}
"""npm package under @fontsource → family name."""

_WEIGHTS = ("400", "700")
_SKIPPED_SCRIPTS = ("braille", "mayan-numerals")
_SYMBOL_FAMILIES = ("noto-sans-math", "noto-sans-symbols-2")


def build_fonts(root: Path, modules: Path | None = None) -> None:
    """Write ``root/prezent_widgets/static/fonts``: .ttf files, ``index.json`` and ``LICENSES.txt``.

    ``modules`` is the node_modules folder, ``root/js/node_modules`` when not given. Does nothing when the index is
    newer than every source font.

    Raises:
        FileNotFoundError: a font package is not installed; the message says which command installs it.
    """
    sources = modules or root / "js" / "node_modules"
    target = root / "prezent_widgets" / "static" / "fonts"
    if not sources.is_dir() and (target / "index.json").exists():
        return  # an sdist brings the fonts along and needs no npm
    jobs = [job for package in FAMILIES for job in _npm_jobs(sources, package)]
    jobs += _caladea_jobs()
    if _is_fresh(target, [source for source, _, _ in jobs]):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    # Built beside and put in place at once: whoever draws meanwhile still finds fonts.
    with TemporaryDirectory(dir=target.parent, prefix=".fonts-") as folder:
        fresh = Path(folder) / "new"
        fresh.mkdir()
        faces = [_convert(source, fresh / name, entry) for source, name, entry in jobs]
        _write_licences(sources, fresh)
        index = {"faces": sorted(faces, key=lambda face: face["file"])}
        (fresh / "index.json").write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
        if target.exists():
            target.rename(Path(folder) / "old")
        fresh.rename(target)


def _npm_jobs(sources: Path, package: str) -> list[tuple[Path, str, dict[str, Any]]]:
    folder = sources / "@fontsource" / package / "files"
    if not folder.is_dir():
        raise FileNotFoundError(f"The font package @fontsource/{package} is not installed. Run: npm --prefix js ci")
    jobs: list[tuple[Path, str, dict[str, Any]]] = []
    for path in sorted(folder.glob(f"{package}-*.woff")):
        script, weight, style = path.stem.removeprefix(f"{package}-").rsplit("-", 2)
        if weight not in _WEIGHTS or script in _SKIPPED_SCRIPTS:
            continue
        if package == "noto-emoji" and (script != "emoji" or weight != "400"):
            continue  # one file has them all; the others are its pieces, for browsers
        if package in _SYMBOL_FAMILIES and script == "latin-ext":
            continue
        entry = {"family": FAMILIES[package], "weight": int(weight), "style": style, "script": script}
        jobs.append((path, f"{path.stem}.ttf", entry))
    return jobs


def _caladea_jobs() -> list[tuple[Path, str, dict[str, Any]]]:
    spec = importlib.util.find_spec("font_caladea")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The font package font-caladea is not installed. Run: pip install font-caladea")
    folder = Path(spec.origin).parent / "files"
    styles = {"Regular": (400, "normal"), "Bold": (700, "normal"), "Italic": (400, "italic")}
    styles["BoldItalic"] = (700, "italic")
    return [
        (
            folder / f"Caladea-{name}.ttf",
            f"caladea-latin-{weight}-{style}.ttf",
            {"family": "Caladea", "weight": weight, "style": style, "script": "latin"},
        )
        for name, (weight, style) in styles.items()
    ]


def _is_fresh(target: Path, sources: list[Path]) -> bool:
    index = target / "index.json"
    if not index.exists():
        return False
    newest = max(path.stat().st_mtime for path in [*sources, Path(__file__)])
    return index.stat().st_mtime >= newest


def _convert(source: Path, target: Path, entry: dict[str, Any]) -> dict[str, Any]:
    with TTFont(source, lazy=True) as font:
        font.flavor = None
        font.save(target)
        upem: int = font["head"].unitsPerEm
        metrics: dict[str, Any] = {
            "upem": upem,
            "ascent": round(font["hhea"].ascent / upem, 4),
            "descent": round(-font["hhea"].descent / upem, 4),
            "ranges": _ranges(sorted(font.getBestCmap())),
        }
    return {"file": target.name, **entry, **metrics}


def _ranges(codes: list[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


def _write_licences(sources: Path, target: Path) -> None:
    parts: list[str] = []
    for package, family in FAMILIES.items():
        text = (sources / "@fontsource" / package / "LICENSE").read_text(encoding="utf-8")
        parts.append(f"==== {family} (npm @fontsource/{package}) ====\n\n{text.strip()}\n")
    spec = importlib.util.find_spec("font_caladea")
    assert spec is not None
    assert spec.origin is not None
    text = (Path(spec.origin).parent / "files" / "APACHE-2.0.txt").read_text(encoding="utf-8")
    parts.append(f"==== Caladea 1.002 (PyPI font-caladea) ====\n\n{text.strip()}\n")
    (target / "LICENSES.txt").write_text("\n\n".join(parts), encoding="utf-8")


__all__ = ["FAMILIES", "build_fonts"]
