"""Writes the tables of docs/reference from the code they describe, so that the two cannot drift.

    python buildtools/doc_tables.py            writes them
    python buildtools/doc_tables.py --check    exits with 1 and names the pages that are out of date

A table stands between ``<!-- table: NAME -->`` and ``<!-- end -->``; everything else on a page is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
PLACE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *(list(row) for row in rows)]
    return (
        "\n" + "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n\n"
    )


def errors() -> str:
    """Every error code with its HTTP status and our exception."""
    from prezent_widgets.contract.errors import ERROR_STATUS

    rows = sorted((status, str(code)) for code, status in ERROR_STATUS.items())
    return table(
        ("status", "code", "exception", "when"),
        ((str(status), f"`{code}`", f"`{exception(status)}`", WHEN[code]) for status, code in rows),
    )


def exception(status: int) -> str:
    """The class a status is raised as (prezent_widgets.errors)."""
    names = {
        400: "BadRequestError",
        401: "AuthenticationError",
        403: "ForbiddenError",
        404: "NotFoundError",
        409: "ConflictError",
        415: "UnsupportedFileTypeError",
        422: "InvalidInputError",
        429: "RateLimitError",
    }
    return names.get(status, "ServerError" if status >= 500 else "ApiError")


def settings() -> str:
    """Every setting of the server, from the docstring of Settings."""
    from prezent_widgets.server.settings import Settings

    text = re.sub(r"\n\s{12,}", " ", Settings.__doc__ or "")
    said = {name: meaning.strip() for name, meaning in re.findall(r"^\s+(\w+): (.+)$", text, re.MULTILINE)}
    rows = []
    for field in fields(Settings):
        variable = re.search(r"`{1,2}(PREZENT_\w+)`{1,2}", said.get(field.name, ""))
        meaning = re.sub(r"\s*\(`{1,2}PREZENT_\w+`{1,2}\)", "", said.get(field.name, "")).replace("``", "`")
        default = "" if callable(field.default_factory) or field.default == "" else f"`{field.default}`"
        rows.append((f"`{field.name}`", f"`{variable[1]}`" if variable else "", default, meaning))
    return table(("setting", "environment variable", "default", "meaning"), rows)


def operations() -> str:
    """Every operation the client and the server share."""
    from prezent_widgets.contract.operations import EXTENSIONS, OPERATIONS

    rows = [
        (f"`{row.id}`", f"`{row.verb} {row.path}`", row.category, "ours" if row.id in EXTENSIONS else "published")
        for row in (*OPERATIONS.values(), *EXTENSIONS.values())
    ]
    return table(("operation", "method and path", "limit category", "from"), rows)


def themes() -> str:
    """Every theme of ours."""
    from prezent_widgets.themes import THEMES

    rows = (
        (f"`{theme.id}`", theme.name, f"{theme.fonts.heading} / {theme.fonts.body}", theme.description)
        for theme in THEMES
    )
    return table(("id", "name", "fonts: headings / text", "what it is like"), rows)


def audiences() -> str:
    """Every audience with its rules."""
    from prezent_widgets.audiences import AUDIENCES

    heads = ("id", "name", "slides", "words", "bullets", "text from", "order", "ends with", "digits", "method")
    return table(
        heads,
        (
            (
                f"`{one.id}`",
                one.name,
                f"{one.slides[0]} to {one.slides[1]}",
                str(one.max_words),
                str(one.max_bullets),
                f"{one.min_body_pt} pt",
                one.order,
                f"{one.ask} (on slide 2)" if one.ask_first else one.ask,
                str(one.digits),
                one.method,
            )
            for one in AUDIENCES
        ),
    )


def aliases() -> str:
    """Other names an audience answers to."""
    from prezent_widgets.audiences import AUDIENCES

    return table(("id", "also called"), ((f"`{one.id}`", ", ".join(one.aliases)) for one in AUDIENCES))


def commands() -> str:
    """Every command of ``prezent`` with its arguments and options."""
    import typer

    from prezent_widgets.cli.app import app

    return "\n" + "\n".join(_command("prezent", typer.main.get_command(app)))


def _command(path: str, command) -> Iterable[str]:
    children = getattr(command, "commands", None)
    if children:
        for name, child in children.items():
            yield from _command(f"{path} {name}", child)
        return
    said = re.sub(r"\s*\n\s*", " ", command.help or "").strip()
    yield f"### `{path}`\n\n{said}\n"
    rows = []
    for parameter in command.params:
        option = parameter.param_type_name == "option"
        names = ", ".join(f"`{name}`" for name in parameter.opts) if option else f"`{parameter.name.upper()}`"
        plain = parameter.default is None or parameter.default is False or parameter.required
        default = "required" if parameter.required else "" if plain else f"`{parameter.default}`"
        rows.append((names, default, parameter.help or ""))
    yield table(("", "default", "meaning"), rows).lstrip()


WHEN = {
    "API_REQUEST_FAILED": "a request the server made for you failed",
    "BAD_REQUEST": "the request is malformed",
    "ENDPOINT_NOT_FOUND": "there is no such path, or the key may not use it",
    "EXPIRED_API_KEY": "the key's time is over: ask for a new one",
    "EXTERNAL_SERVICE_ERROR": "a service behind the API failed: try again later",
    "FILE_UPLOAD_FAILED": "the file could not be stored, or is too large",
    "FORBIDDEN": "the key is known and may not do this, or the file is someone else's",
    "GATEWAY_TIMEOUT": "no answer in time: try again",
    "IDEMPOTENCY_KEY_REUSED_WITH_DIFFERENT_BODY": "the same Idempotency-Key came with another body",
    "INTERNAL_SERVER_ERROR": "a defect of the server",
    "INVALID_API_KEY": "the key is unknown or revoked",
    "INVALID_DATA": "a value has the wrong shape",
    "INVALID_DATA_TYPE": "a value is of the wrong JSON type",
    "INVALID_INPUT": "well-formed, and the values make no sense; `details` says which",
    "INVALID_JSON": "the body is not JSON",
    "INVALID_PAYLOAD": "the body is not an object",
    "INVALID_REQUEST": "a query value is wrong: a limit, a cursor, a sort field",
    "INVALID_TYPE": "a `type` or `action` is not one of those allowed",
    "MAX_RETRIES_EXCEEDED": "the server tried several times and gave up",
    "METHOD_NOT_ALLOWED": "the path exists, with another method",
    "MISSING_CALLBACK_ID": "the callback id is missing",
    "MISSING_FILE_CONTENT": "the file has no content",
    "MISSING_PROMPT": "the prompt is missing or blank",
    "MISSING_QUERY_PARAM": "a query parameter is missing",
    "MISSING_REQUIRED_FIELD": "a field of the body is missing",
    "MISSING_SHARE_DETAILS": "feedback came without its text",
    "MISSING_SLIDES_ARRAY": "the list of slides is missing",
    "MISSING_TEMPLATE_ID": "the template is missing",
    "NOT_FOUND": "there is no such thing",
    "RATE_LIMIT_EXCEEDED": "too many requests in a minute; wait for `retry_after` seconds",
    "RESOURCE_NOT_FOUND": "there is no such job, file or slide, or it is someone else's",
    "SERVICE_UNAVAILABLE": "the server cannot work just now: try again later",
    "THROTTLED": "an older name for too many requests",
    "TOO_MANY_REQUESTS": "too many requests in a second or a day",
    "UNAUTHORIZED": "no usable `Authorization: Bearer` header",
    "UNPROCESSABLE_ENTITY": "well-formed, and cannot be done",
    "UNSUPPORTED_FILE_TYPE": "this kind of file is not accepted here",
    "USAGE_LIMIT_EXCEEDED": "the year's quota is used up",
}

TABLES: dict[str, Callable[[], str]] = {
    "aliases": aliases,
    "audiences": audiences,
    "commands": commands,
    "errors": errors,
    "operations": operations,
    "settings": settings,
    "themes": themes,
}


def renewed(page: Path) -> str:
    """The text of ``page`` with its tables made anew."""
    return PLACE.sub(lambda found: found[1] + TABLES[found[2]]() + found[3], page.read_text(encoding="utf-8"))


def main() -> int:
    """Write, or check."""
    stale = [page for page in sorted(REFERENCE.glob("*.md")) if renewed(page) != page.read_text(encoding="utf-8")]
    if "--check" in sys.argv:
        sys.stderr.writelines(f"{page.name} is out of date: python buildtools/doc_tables.py\n" for page in stale)
        return 1 if stale else 0
    for page in stale:
        page.write_text(renewed(page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
