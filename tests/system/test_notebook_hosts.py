"""What a person does, in a real JupyterLab and a real Voilà: pick, type, generate, watch, find the deck on disk."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from pptx import Presentation

from prezent_widgets.deck.package import problems
from tests.system.conftest import ROOT
from tests.system.jupyter import Host, outputs, outside, run_all_cells, start_lab, start_voila

NOTEBOOK = "00_first_deck.ipynb"
PROMPT = "What stands out in these figures, why does it matter, and what should we decide next?"
READY = 60_000
MADE = 150_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example notebooks, as a person would have copied them."""
    target = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", target, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "*.pptx"))
    return target


@pytest.fixture
def hosts() -> Iterator[Callable[[Host], Host]]:
    """Ends the servers that a test started."""
    started: list[Host] = []

    def keep(host: Host) -> Host:
        started.append(host)
        return host

    yield keep
    for host in started:
        host.spoken.stop()


def pick_type_generate(page: Page) -> None:
    """Audience, theme, prompt, button."""
    page.get_by_role("option", name="Executive", exact=True).click(timeout=READY)
    expect(page.get_by_text("Chosen: Executive")).to_be_visible()
    page.get_by_role("option", name="Harbor", exact=True).click()
    expect(page.get_by_text("Chosen: Harbor")).to_be_visible()
    page.get_by_label("What is the deck about?").fill(PROMPT)
    page.get_by_role("button", name="Generate", exact=True).click()


def see_the_slides(page: Page) -> int:
    """The progress, then at least six thumbnails with a picture in each; how many."""
    slides = page.get_by_role("list", name="Slides").first.get_by_role("listitem")
    expect(slides.nth(0)).to_be_visible(timeout=MADE)
    expect(page.get_by_role("heading", name="The deck is ready").first).to_be_visible(timeout=MADE)
    many = slides.count()
    assert many >= 6
    for index in range(many):
        picture = slides.nth(index).locator("img")
        expect(picture).to_have_attribute("alt", re.compile(rf"^Slide {index + 1}: ."), timeout=READY)
        # Drawn, and not only asked for.
        expect(picture).to_have_js_property("complete", True)
        width, height = picture.evaluate("image => [image.naturalWidth, image.naturalHeight]")
        assert width > 100
        assert width / height == pytest.approx(16 / 9, abs=0.02)
    return many


def check_saved(folder: Path, slides: int) -> None:
    """One .pptx lies beside the notebook; it opens, has the slides that were shown, and needs no repair."""
    decks = [path for path in folder.glob("*.pptx") if not path.name.startswith(("~", "."))]
    assert len(decks) == 1
    data = decks[0].read_bytes()
    assert problems(data) == ()
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) == slides
    assert any(shape.has_chart for slide in deck.slides for shape in slide.shapes)
    assert deck.slides[0].shapes.title is not None
    assert deck.slides[0].shapes.title.text_frame.text.strip()


def photograph(page: Page, folder: Path, name: str) -> None:
    """A picture for human eyes."""
    page.screenshot(path=folder / f"{name}.png", full_page=True)


@contextmanager
def photographed(page: Page, path: Path) -> Iterator[None]:
    """When something is not as expected: a picture of the page, and what the cells said."""
    try:
        yield
    except (AssertionError, Error) as error:
        page.screenshot(path=path, full_page=True)
        raise AssertionError(f"{error}\n\nThe cells said:\n{outputs(page)}\n\nPicture: {path}") from error


def test_the_first_notebook_in_jupyterlab(
    folder: Path, hosts: Callable[[Host], Host], tmp_path: Path, page: Page, screenshots: Path
) -> None:
    host = hosts(start_lab(folder, tmp_path / "home"))
    page.set_viewport_size({"width": 1500, "height": 3600})
    left = outside(page)
    page.goto(f"{host.address}/lab/tree/{NOTEBOOK}?reset")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=READY)
    run_all_cells(page)
    with photographed(page, screenshots / "lab-failed.png"):
        pick_type_generate(page)
        page.get_by_role("button", name="Cancel").first.wait_for(timeout=READY)
        photograph(page, screenshots, "lab-1-running")
        slides = see_the_slides(page)
        expect(page.get_by_text(re.compile(r"\.pptx")).first).to_be_visible(timeout=READY)
        photograph(page, screenshots, "lab-2-done")
    check_saved(folder, slides)
    assert left == []


def test_the_first_notebook_in_voila(
    folder: Path, hosts: Callable[[Host], Host], tmp_path: Path, page: Page, screenshots: Path
) -> None:
    host = hosts(start_voila(folder / NOTEBOOK, tmp_path / "home"))
    page.set_viewport_size({"width": 1400, "height": 1000})
    left = outside(page)
    page.goto(host.address)
    with photographed(page, screenshots / "voila-failed.png"):
        pick_type_generate(page)
        slides = see_the_slides(page)
        expect(page.get_by_text(re.compile(r"\.pptx")).first).to_be_visible(timeout=READY)
        photograph(page, screenshots, "voila-done")
    check_saved(folder, slides)
    assert left == []
