"""Sending requests: the key, retries, idempotency, timeouts, and answers turned into models or typed errors."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

import httpx
from pydantic import ValidationError

from prezent_widgets import __version__
from prezent_widgets.client.clock import Clock, SystemClock
from prezent_widgets.client.discreet import discreet
from prezent_widgets.client.failures import api_error, read_body
from prezent_widgets.client.retry import NEVER_RETRIED_CODES, RETRIED_STATUSES, RetryPolicy, parse_retry_after
from prezent_widgets.contract.model import QueryModel, RequestModel, ResponseModel
from prezent_widgets.contract.operations import Operation
from prezent_widgets.errors import ApiError, InputError, PrezentError, ServerError, TransportError

R = TypeVar("R", bound=ResponseModel)

# A download is made while one waits, up to 60 s (CONTRACT section 7).
DEFAULT_TIMEOUT_SECONDS = 75.0
_CONNECT_SECONDS = 10.0
_CHANGING = frozenset({"POST", "PUT", "PATCH"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The status, headers and whole body of an answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class StreamAnswer:
    """An answer whose body is still arriving."""

    status: int
    content_type: str
    chunks: AsyncIterator[bytes]


def checked_key(api_key: str | None) -> str:
    """The key without surrounding blanks. What cannot stand in a header is refused without being repeated."""
    key = (api_key or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise InputError(
            "The API key holds characters that no key has.", hint="Copy it again, without quotes.", field="api_key"
        )
    return key


def checked_base(base_url: str) -> httpx.URL:
    """The address of the API as a URL."""
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL as error:
        raise InputError(f"{base_url!r} is not an address: {error}.", field="base_url") from error
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise InputError(
            f"{url.copy_with(userinfo=b'')!s} is not the address of an API.",
            hint="It looks like https://api.prezent.ai, without a user name or password.",
            field="base_url",
        )
    return url


class Core:
    """One connection pool to one API, on one event loop.

    Args:
        base_url: where the API is, e.g. ``"https://api.prezent.ai"``.
        api_key: sent as a Bearer token to ``base_url`` only; never shown.
        transport: an httpx transport instead of the network, e.g. ``InProcessTransport``.
        clock: what waiting goes through.
        retry: when and how often to repeat.
        timeout: seconds to wait for the server to say something.
        chance: the source of the jitter.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str | None = None,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock | None = None,
        retry: RetryPolicy | None = None,
        timeout: float = DEFAULT_TIMEOUT_SECONDS,
        chance: random.Random | None = None,
    ) -> None:
        self.base_url = checked_base(base_url)
        self.clock: Clock = clock or SystemClock()
        self.retry = retry or RetryPolicy()
        self._key = checked_key(api_key)
        self._transport = transport
        self._timeout = httpx.Timeout(timeout, connect=min(_CONNECT_SECONDS, timeout))
        self._chance = chance or random.Random()
        self._http: httpx.AsyncClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    def __repr__(self) -> str:
        return f"Core({str(self.base_url)!r})"

    @property
    def where(self) -> str:
        """The server's name in messages."""
        return f"The API at {self.base_url.scheme}://{self.base_url.netloc.decode('ascii')}"

    def _open(self) -> httpx.AsyncClient:
        loop = asyncio.get_running_loop()
        if self._closed:
            raise PrezentError("This client is closed.", hint="Make a new one.")
        if self._http is None:
            self._http = httpx.AsyncClient(
                transport=self._transport,
                timeout=self._timeout,
                headers={"User-Agent": f"prezent-widgets/{__version__}", "Accept": "application/json"},
                follow_redirects=False,
            )
            self._loop = loop
        elif self._loop is not loop:
            raise PrezentError(
                "This client belongs to another event loop.",
                hint="Make one client per asyncio.run(), or use it through asyncio.run_coroutine_threadsafe().",
            )
        return self._http

    async def aclose(self) -> None:
        """Close the connections. A closed client cannot be used again."""
        self._closed = True
        if self._http is not None:
            http, self._http = self._http, None
            await http.aclose()
        elif self._transport is not None:
            await self._transport.aclose()

    async def call(
        self,
        operation: Operation,
        response: type[R],
        *,
        path: Mapping[str, str] | None = None,
        query: QueryModel | None = None,
        body: RequestModel | None = None,
        idempotency_key: str | None = None,
    ) -> R:
        """Send one operation and read its answer.

        Raises:
            ApiError: the API refused or failed, after the repetitions that make sense.
            TransportError: it could not be reached, or did not answer in time.
        """
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        if operation.verb in _CHANGING:
            # One key a call, minted once: however often it is sent, the work is done once (CONTRACT section 5).
            headers["Idempotency-Key"] = idempotency_key or str(uuid4())
        url = self.base_url.join(f"{self.base_url.path.rstrip('/')}{operation.url(**(path or {}))}")
        if query is not None:
            url = url.copy_merge_params(query.to_wire())
        content = None
        if body is not None:
            content = body.model_dump_json().encode("utf-8")
            headers["Content-Type"] = "application/json"
        answer = await self._send(operation.verb, url, headers, content)
        try:
            return response.model_validate(read_body(answer.body))
        except ValidationError as error:
            raise ServerError(
                f"{self.where} gave an answer to {operation.id} that does not keep to the contract: "
                f"{error.errors(include_url=False, include_input=False)[0]['msg']}.",
                status=answer.status,
                hint="Check that the address is that of a Prezent Platform API.",
            ) from None

    async def fetch(self, url: str) -> bytes:
        """The content behind a signed URL. The API key is not sent: the URL holds its own permission."""
        return (await self._send("GET", self._signed(url), {"Accept": "*/*"}, None, follow=True)).body

    def _signed(self, url: str) -> httpx.URL:
        try:
            joined = self.base_url.join(url)
        except httpx.InvalidURL as error:
            raise InputError("This is not an address that can be fetched.", field="url") from error
        if joined.scheme not in {"http", "https"}:
            raise InputError(f"Addresses of the kind {joined.scheme}: cannot be fetched.", field="url")
        return joined

    async def _send(
        self, verb: str, url: httpx.URL, headers: dict[str, str], content: bytes | None, *, follow: bool = False
    ) -> Answer:
        attempt = 0
        while True:
            attempt += 1
            retry_after: float | None = None
            failure: PrezentError
            try:
                answer = await self._once(verb, url, headers, content, follow)
            except httpx.TransportError as error:
                failure = self._unreachable(error)
                failure.__cause__ = error
            else:
                if answer.status < 300:
                    return answer
                retry_after = parse_retry_after(answer.headers.get("retry-after"), self.clock.wall())
                failure = self._refused(answer, retry_after)
            delay = self.retry.delay(attempt, retry_after, self._chance) if _worth_repeating(failure) else None
            if delay is None:
                raise failure
            await self.clock.sleep(delay)

    async def _once(
        self, verb: str, url: httpx.URL, headers: dict[str, str], content: bytes | None, follow: bool
    ) -> Answer:
        # Only what carries no key may be sent on to another address.
        http = self._open()
        with discreet():
            response = await http.request(verb, url, headers=headers, content=content, follow_redirects=follow)
        return Answer(response.status_code, response.headers, response.content)

    def _refused(self, answer: Answer, retry_after: float | None) -> ApiError:
        return api_error(answer.status, answer.body, where=self.where, retry_after=retry_after, secret=self._key)

    def _unreachable(self, error: httpx.TransportError) -> TransportError:
        if isinstance(error, httpx.TimeoutException):
            return TransportError(f"{self.where} did not answer in time.", hint="Try again in a moment.")
        return TransportError(
            f"{self.where} could not be reached ({type(error).__name__}).", hint="Check the address and the network."
        )

    @asynccontextmanager
    async def stream(
        self, url: str, headers: Mapping[str, str], *, read_timeout: float | None
    ) -> AsyncGenerator[StreamAnswer, None]:
        """Open a signed URL and hand on its body as it arrives. No repetition: the caller knows how to go on.

        Raises:
            TransportError: the connection failed, or nothing arrived for ``read_timeout`` seconds.
        """
        timeout = httpx.Timeout(**{**self._timeout.as_dict(), "read": read_timeout}) if read_timeout else self._timeout
        http = self._open()
        try:
            async with AsyncExitStack() as opened:
                with discreet():  # only the asking is logged; what the caller does meanwhile is its own
                    asked = http.stream("GET", self._signed(url), headers=dict(headers), timeout=timeout)
                    response = await opened.enter_async_context(asked)
                kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                yield StreamAnswer(response.status_code, kind, response.aiter_raw())
        except httpx.TransportError as error:
            raise self._unreachable(error) from error


def _worth_repeating(failure: PrezentError) -> bool:
    if isinstance(failure, ApiError):
        return failure.status in RETRIED_STATUSES and failure.code not in NEVER_RETRIED_CODES
    return isinstance(failure, TransportError)


__all__ = ["DEFAULT_TIMEOUT_SECONDS", "Answer", "Core", "StreamAnswer", "checked_base", "checked_key"]
