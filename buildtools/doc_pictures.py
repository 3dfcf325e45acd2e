"""Takes the pictures of docs/images anew: a real JupyterLab, the first notebook, our own renderer.

    python buildtools/doc_pictures.py

Needs what the browser tests need (Chromium). Pictures are reduced to 256 colours: a page of documentation stays small.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import Locator, Page, expect, sync_playwright  # noqa: E402

from tests.system.conftest import CHROMIUM_FLAGS, find_chromium  # noqa: E402
from tests.system.jupyter import run_all_cells, start_lab  # noqa: E402

IMAGES = ROOT / "docs" / "images"
NOTEBOOK = "00_first_deck.ipynb"
LONG = 120_000
WIDTH = 1100


def keep(data: bytes, name: str, width: int = WIDTH) -> None:
    """Write a picture, at most ``width`` pixels wide and in 256 colours."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    if picture.width > width:
        picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    few = picture.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(IMAGES / f"{name}.png", optimize=True)


def shoot(place: Locator, name: str) -> None:
    """Keep a picture of one part of the page."""
    place.scroll_into_view_if_needed()
    keep(place.screenshot(), name)


def visit(page: Page) -> None:
    """Do what the tutorial tells, and take a picture of each step."""
    page.get_by_role("option", name="Executive", exact=True).click(timeout=LONG)
    page.get_by_role("option", name="Harbor", exact=True).click()
    page.locator("section[aria-label=Theme] img").nth(1).wait_for(timeout=LONG)
    expect(page.locator("section[aria-label=Theme] .waiting")).to_have_count(0, timeout=LONG)
    shoot(page.locator("section[aria-label=Audience]"), "audience-picker")
    shoot(page.locator("section[aria-label=Theme]"), "theme-gallery")
    shoot(page.get_by_role("form", name="Generate a deck"), "generator-form")
    page.get_by_role("button", name="Generate", exact=True).click()
    page.locator("section[aria-label=Progress] img").nth(3).wait_for(timeout=LONG)
    shoot(page.locator("section[aria-label=Progress]"), "progress")
    page.get_by_role("heading", name="The deck is ready").wait_for(timeout=LONG)
    page.get_by_text("Saved as").wait_for(timeout=LONG)


def contact_sheet(deck: bytes) -> bytes:
    """All slides in rows of three, as a PNG."""
    from prezent_widgets.render import open_deck, to_png

    opened = open_deck(deck)
    slides = [Image.open(io.BytesIO(to_png(opened.scene(index), width=640))) for index in range(opened.n_slides)]
    gap, (width, height) = 16, slides[0].size
    rows = -(-len(slides) // 3)
    sheet = Image.new("RGB", (3 * width + 4 * gap, rows * height + (rows + 1) * gap), "#e4e7eb")
    for index, slide in enumerate(slides):
        sheet.paste(slide, (gap + index % 3 * (width + gap), gap + index // 3 * (height + gap)))
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def main() -> int:
    """Take them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary) / "notebooks"
        shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "*.pptx"))
        host = start_lab(folder, Path(temporary) / "home")
        try:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
            page = browser.new_page(viewport={"width": 1500, "height": 3600})
            page.goto(f"{host.address}/lab/tree/{NOTEBOOK}?reset")
            run_all_cells(page)
            visit(page)
            browser.close()
        finally:
            host.spoken.stop()
        keep(contact_sheet((folder / "first-deck.pptx").read_bytes()), "deck", width=1400)
    return 0


if __name__ == "__main__":
    sys.exit(main())
