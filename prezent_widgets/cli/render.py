"""``prezent render``: slides as pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from prezent_widgets.cli.files import check_folder, check_output, read_deck, write_whole
from prezent_widgets.cli.report import emit, emit_json, say
from prezent_widgets.errors import InputError, OutputError

PICTURES = (".png", ".svg")


def render_deck(deck: Path, output: Path, *, width: int, slide: int | None, svg: bool, as_json: bool) -> None:
    """Draw ``deck`` into the folder ``output`` (slide-001.png …), or one slide into the file ``output``.

    Raises:
        SourceError: there is no such deck.
        PackageError: it is not a .pptx.
        InputError: there is no such slide, or one file was asked for and several slides.
        OutputError: ``output`` cannot be written; found before anything is drawn.
    """
    from prezent_widgets.render import open_deck

    one = output.suffix.lower() in PICTURES and not output.is_dir()
    if one:
        check_output(output, PICTURES)
    data = read_deck(deck)
    opened = open_deck(data)
    wanted = _wanted(opened.n_slides, slide, one, deck)
    if not one:
        _make_folder(output)
    draw = _artist(opened, output.suffix.lower() == ".svg" if one else svg, width)
    ending = "svg" if svg else "png"
    written: list[Path] = []
    for number in wanted:
        path = output if one else output / f"slide-{number:03d}.{ending}"
        write_whole(path, draw(number - 1))
        written.append(path)
        if not as_json:
            emit(str(path))
    if as_json:
        emit_json({"slides": opened.n_slides, "files": [str(path) for path in written]})


def _wanted(n_slides: int, slide: int | None, one: bool, deck: Path) -> range:
    if slide is not None:
        if not 1 <= slide <= n_slides:
            hint = f"Give a number from 1 to {n_slides}." if n_slides else "The deck has no slides."
            raise InputError(f"{deck} has no slide {slide}.", hint=hint)
        return range(slide, slide + 1)
    if one and n_slides != 1:
        raise InputError(
            f"{deck} has {n_slides} slides and the output is one file.",
            hint="Choose one with --slide N, or give a folder.",
        )
    if n_slides == 0:
        say(f"{deck} has no slides: nothing to draw.")
    return range(1, n_slides + 1)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"The folder {folder} cannot be made: {reason}.", hint="Choose another place.") from None
    check_folder(folder)


def _artist(opened, svg: bool, width: int) -> Callable[[int], bytes]:
    from prezent_widgets.render import to_png, to_svg

    if svg:
        return lambda index: to_svg(opened.scene(index)).encode("utf-8")
    return lambda index: to_png(opened.scene(index), width=width)


__all__ = ["render_deck"]
