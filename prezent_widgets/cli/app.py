"""The commands and their options. Each body is imported when its command runs, so that ``--help`` comes at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from prezent_widgets import __version__

app = typer.Typer(
    name="prezent",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
themes_app = typer.Typer(help="The brands a deck can be made in.", no_args_is_help=True)
audiences_app = typer.Typer(help="The audiences a deck can be made for.", no_args_is_help=True)
keys_app = typer.Typer(help="Who may use a server of ours.", no_args_is_help=True)
app.add_typer(themes_app, name="themes")
app.add_typer(audiences_app, name="audiences")
app.add_typer(keys_app, name="keys")

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"prezent {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """From data to a branded, editable PowerPoint deck.

    Uses the hosted Prezent API when PREZENT_API_KEY is set, else an embedded server: no account, no network.
    """


@app.command()
def generate(
    prompt: Annotated[str, typer.Argument(help="What the deck is about and what it should answer.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .pptx to write; an existing one is replaced.")],
    source: Annotated[
        list[str] | None, typer.Option("--source", "-s", help="A file to draw from; repeat for more.")
    ] = None,
    audience: Annotated[str | None, typer.Option("--audience", help="See: prezent audiences list.")] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="See: prezent themes list.")] = None,
    speaker_notes: Annotated[bool, typer.Option("--speaker-notes", help="Write speaker notes.")] = False,
    cite: Annotated[
        str | None, typer.Option("--cite", help="Where to name the sources: footer, notes or both.")
    ] = None,
    slides: Annotated[str | None, typer.Option("--slides", help="How many slides: 8, or a range such as 8-12.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a deck from a prompt and files.

    Prints the path of the .pptx on stdout.
    """
    from prezent_widgets.cli.generate import Order, generate_deck
    from prezent_widgets.cli.report import reported

    with reported():
        order = Order(
            prompt=prompt,
            output=output,
            sources=tuple(source or ()),
            audience=audience,
            theme=theme,
            speaker_notes=speaker_notes,
            cite=cite,
            slides=slides,
        )
        generate_deck(order, as_json=as_json)


@app.command()
def render(
    deck: Annotated[Path, typer.Argument(help="The .pptx to draw.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="A folder, or one .png or .svg file.")],
    width: Annotated[int, typer.Option("--width", min=16, max=8192, help="Width of a PNG in pixels.")] = 960,
    slide: Annotated[int | None, typer.Option("--slide", help="Only this slide, counted from 1.")] = None,
    svg: Annotated[bool, typer.Option("--svg", help="Write SVG into the folder instead of PNG.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw slides as PNG or SVG, without Office.

    Prints the path of each picture on stdout.
    """
    from prezent_widgets.cli.render import render_deck
    from prezent_widgets.cli.report import reported

    with reported():
        render_deck(deck, output, width=width, slide=slide, svg=svg, as_json=as_json)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option("--host", help="The address to listen on [127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="0 takes a free one [8787].")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Folder for jobs and files.")] = None,
) -> None:
    """Serve the API on a port.

    Prints its address on stdout when it is ready. Ctrl-C stops it; a job that is cut short goes on at the next start.
    """
    from prezent_widgets.cli.report import reported
    from prezent_widgets.cli.serve import serve_api

    with reported():
        serve_api(host=host, port=port, data=data)


@themes_app.command("list")
def list_themes(as_json: AsJson = False) -> None:
    """List the themes."""
    from prezent_widgets.cli.lists import print_themes
    from prezent_widgets.cli.report import reported

    with reported():
        print_themes(as_json=as_json)


@themes_app.command("export")
def export_theme(
    theme: Annotated[str, typer.Argument(help="Its id, name or code.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .pptx to write.")],
) -> None:
    """Write one of our own themes as a template: masters and layouts, no slides."""
    from prezent_widgets.cli.lists import write_theme
    from prezent_widgets.cli.report import reported

    with reported():
        write_theme(theme, output)


@audiences_app.command("list")
def list_audiences(as_json: AsJson = False) -> None:
    """List the audiences."""
    from prezent_widgets.cli.lists import print_audiences
    from prezent_widgets.cli.report import reported

    with reported():
        print_audiences(as_json=as_json)


@keys_app.command("create")
def create_key(
    name: Annotated[str, typer.Option("--name", help="What the key is for.")] = "default",
    data: Annotated[Path | None, typer.Option("--data", help="The data folder of the server.")] = None,
    days: Annotated[int | None, typer.Option("--days", min=1, help="How long it is valid; for ever without.")] = None,
) -> None:
    """Make an API key for prezent serve.

    Prints the key alone on stdout. It is kept as a digest only, so this is the one time it can be read.
    """
    from prezent_widgets.cli.keys import create_key as make
    from prezent_widgets.cli.report import reported

    with reported():
        make(name, data=data, days=days)


__all__ = ["app", "create_key", "export_theme", "generate", "list_audiences", "list_themes", "render", "root", "serve"]
