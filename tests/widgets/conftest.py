from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

# In pytest's importlib mode a test cannot import its neighbour; this makes widgets_support.py one that it can.
sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def settled() -> Callable[[Any], Awaitable[None]]:
    """Waits until a component has nothing under way."""

    async def wait(widget: Any) -> None:
        await asyncio.sleep(0)  # lets a message that was handed over be taken up
        while works := [asyncio.wrap_future(work) for work in set(widget._works)]:
            await asyncio.wait(works)

    return wait
