"""What every component shares: its bundle, its event loop, its messages, and how its errors come into view.

JupyterLab hands messages of the page to kernel *subshells*, threads with event loops of their own, so nothing here asks
for "the running loop" in a callback: a component keeps the loop it was created in, and all its work happens there.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import textwrap
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import Future
from difflib import get_close_matches
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import anywidget

from prezent_widgets.errors import PrezentError

logger = logging.getLogger(__name__)

_STATIC = Path(__file__).resolve().parent.parent / "static"
_UNBUILT = """
export default {{ render({{ el }}) {{
  el.textContent = "The widget {noun} has not been built. Run: npm --prefix js ci && npm --prefix js run build, "
    + "then restart the kernel.";
}} }};
"""

Result = TypeVar("Result")
Buffers = list[memoryview]


def bundle(noun: str) -> Path | str:
    """The built module of a component, or one that says how to build it (a checkout before its first build)."""
    path = _STATIC / f"{noun}.js"
    return path if path.exists() else _UNBUILT.format(noun=noun)


def refuse_unknown(component: str, unknown: Iterable[str], known: Iterable[str]) -> None:
    """A TypeError that says which arguments exist.

    Example:
        >>> refuse_unknown("ThemeGallery", ["valeu"], ["value"])
        Traceback (most recent call last):
        TypeError: ThemeGallery has no argument 'valeu'. Did you mean 'value'? It takes: value.
    """
    names = sorted(known)
    for name in unknown:
        near = get_close_matches(name, names, n=1)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise TypeError(f"{component} has no argument {name!r}.{meant} It takes: {', '.join(names)}.")


def in_words(error: BaseException) -> str:
    """An error for the page: our own say it all, any other is named."""
    return str(error) if isinstance(error, PrezentError) else f"Something unexpected happened: {error!r}"


class Component(anywidget.AnyWidget):
    """A widget with a home loop. A message of kind ``x`` from the page calls ``_on_x(message, buffers)`` there."""

    # A class's rules, not the element's own style: there the widget's ``layout`` writes, before or after the component.
    # In a row beside others, one that was given a width keeps it.
    _css = (
        ".prezent-widget { width: 100%; min-width: 0; max-width: 100%; } "
        ".prezent-widget[style*='width'] { flex-shrink: 0; }"
    )

    def __init__(self, **traits: Any) -> None:
        try:
            self._loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:  # a plain script: it can show the component, and start nothing
            self._loop = None
        self._works: set[Future[Any]] = set()
        super().__init__(**traits)
        self.on_msg(self._on_message)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._summary()}>"

    def _summary(self) -> str:
        """What ``repr`` says of the state."""
        return ""

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        shown = super()._repr_mimebundle_(**kwargs)
        bundles = shown if isinstance(shown, tuple) else (shown,)
        for each in bundles[:1]:
            if isinstance(each, dict):
                each["text/plain"] = repr(self)
        return shown

    def _spawn(self, work: Coroutine[Any, Any, Result]) -> Future[Result]:
        """Run on the home loop, from whichever thread.

        Raises:
            RuntimeError: the component was created where no event loop was running.
        """
        if self._loop is None:
            work.close()
            raise RuntimeError(
                f"This {type(self).__name__} was created where no event loop was running, so it can start nothing. "
                "Create it in a notebook cell, or inside an async function."
            )
        started = asyncio.run_coroutine_threadsafe(work, self._loop)
        self._works.add(started)  # a task that nobody refers to may be collected while it runs
        started.add_done_callback(self._ended)
        return started

    def _ended(self, work: Future[Any]) -> None:
        self._works.discard(work)
        if not work.cancelled() and (error := work.exception()) is not None and not isinstance(error, PrezentError):
            logger.error("%s failed", type(self).__name__, exc_info=error)

    def _on_ping(self, _message: dict[str, Any], _buffers: Buffers) -> None:
        """The page looks whether a kernel is still there: that the message could be sent was the answer."""

    def _on_message(self, _widget: Any, content: Any, buffers: Buffers) -> None:
        """Called in any thread: only hands over to the home loop."""
        kind = content.get("kind") if isinstance(content, dict) else None
        handler: Callable[[dict[str, Any], Buffers], None] | None = getattr(self, f"_on_{kind}", None)
        if handler is None or kind == "message":
            logger.warning("%s has no use for the message %r", type(self).__name__, kind)
            return
        if self._loop is None:
            handler(content, buffers)
        else:
            self._loop.call_soon_threadsafe(handler, content, buffers)


def as_svg(picture: bytes) -> str:
    """A picture as SVG text: SVG as it is; a PNG or JPEG (other servers' thumbnails) wrapped into one."""
    if picture[:8] == b"\x89PNG\r\n\x1a\n":
        kind = "png"
    elif picture[:3] == b"\xff\xd8\xff":
        kind = "jpeg"
    else:
        return picture.decode("utf-8", errors="replace")
    inside = base64.b64encode(picture).decode("ascii")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">'
        f'<image width="160" height="90" href="data:image/{kind};base64,{inside}"/></svg>'
    )


def no_picture(reason: str) -> str:
    """A grey place that says why there is no picture, for light and dark pages.

    Example:
        >>> "Nobody is there." in no_picture("Nobody is there.")
        True
    """
    lines = textwrap.wrap(reason, 44, max_lines=3, placeholder=" …")
    spans = "".join(
        f'<text x="160" y="{98 + 16 * place}" font-size="11">{escape(line)}</text>' for place, line in enumerate(lines)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="320" height="180" fill="#eceef1"/>'
        '<g fill="#4a5160" font-family="system-ui, sans-serif" text-anchor="middle">'
        f'<text x="160" y="74" font-size="13" font-weight="600">No picture</text>{spans}</g></svg>'
    )


class Pictures:
    """The SVGs a component has shown, by key, so that a page that was loaded again gets them once more.

    They travel as messages, not in traits: a trait would send all of them again whenever one is added.
    """

    def __init__(self, send: Callable[[dict[str, Any]], None]) -> None:
        self._send = send
        self._known: dict[str, str] = {}

    def show(self, key: str, svg: str) -> None:
        """Send one, and keep it."""
        self._known[key] = svg
        self._send({"kind": "picture", "key": key, "svg": svg})

    def fail(self, key: str, reason: str) -> None:
        """Show in its place that a picture could not be had; it is asked for again at the next occasion."""
        self._send({"kind": "picture", "key": key, "svg": no_picture(reason)})

    def again(self) -> None:
        """Send all."""
        for key, svg in list(self._known.items()):
            self._send({"kind": "picture", "key": key, "svg": svg})

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget the others."""
        kept = set(keys)
        self._known = {key: svg for key, svg in self._known.items() if key in kept}

    def __contains__(self, key: str) -> bool:
        return key in self._known


__all__ = ["Buffers", "Component", "Pictures", "as_svg", "bundle", "in_words", "no_picture", "refuse_unknown"]
