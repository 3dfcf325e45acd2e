"""Pictures of a deck made ready to be drawn: found through relationships, changed into what browsers open."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image as Pillow
from PIL import ImageChops, ImageOps

from prezent_widgets.ooxml.color import ColorContext
from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.units import parse_fraction
from prezent_widgets.ooxml.xml import Element, attr, child, children, local
from prezent_widgets.render.context import Context

_WEB = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
_METAFILES = {b"\x01\x00\x00\x00": "EMF", b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\x00\x09\x00": "WMF"}
_MAX_PIXELS = 60_000_000
_KEPT_SIDE = 1920
"""Pictures with a longer side than this many pixels are made smaller: a slide is not shown larger."""
_DENSITY = 96.0
"""Pixels a inch of a picture that does not say."""
_KEPT_BYTES = 400_000
"""Pictures of more bytes are written anew, as JPEG when nothing shines through: an SVG carries them within."""

PICTURE_ERRORS = (OSError, ValueError, SyntaxError, ArithmeticError, Pillow.DecompressionBombError)


def picture_key(blip: Element | None, part: Part, colors: ColorContext, context: Context) -> str | None:
    """Keep the picture an ``a:blip`` shows and return its key; None, with a warning, when it cannot be drawn."""
    if blip is None:
        return None
    source = part.related(attr(blip, "r:embed"))
    if source is None:
        if attr(blip, "r:link") or attr(blip, "r:embed"):
            context.warn("linked picture", "A picture is linked or missing, not in the file, and is left out.")
        return None
    data = source.blob
    mime = web_type(data)
    effects = _effects(blip, colors, context)
    if mime and not effects and len(data) < _KEPT_BYTES:
        return context.ledger.add_image(data, mime)
    converted = _converted(data, effects)
    if converted is None:
        kind = _METAFILES.get(data[:4]) or source.name.rpartition(".")[2].upper()
        context.warn("picture format", f"{kind} pictures cannot be drawn and are left out.")
        return None
    return context.ledger.add_image(*converted)


def natural_size(blip: Element | None, part: Part) -> tuple[float, float]:
    """Return the size a picture has of itself, in points: its pixels at its own density, at 96 a inch without one."""
    source = part.related(attr(blip, "r:embed"))
    return (1.0, 1.0) if source is None else _measured(source.blob)


@lru_cache(maxsize=64)
def _measured(data: bytes) -> tuple[float, float]:
    try:
        with Pillow.open(io.BytesIO(data)) as opened:
            density = opened.info.get("dpi") or (_DENSITY, _DENSITY)
            across, down = (float(each) if 10 <= float(each) <= 4800 else _DENSITY for each in density[:2])
            return opened.width * 72 / across, opened.height * 72 / down
    except PICTURE_ERRORS:
        return (1.0, 1.0)


def web_type(data: bytes) -> str:
    """Return the media type of a picture that any browser opens; "" for others."""
    for magic, mime in _WEB.items():
        if data.startswith(magic):
            return mime
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def blip_opacity(blip: Element | None) -> float:
    """Return the opacity that ``a:alphaModFix`` gives a picture (20.1.8.4)."""
    fixed = child(blip, "a:alphaModFix")
    return 1.0 if fixed is None else min(1.0, max(0.0, parse_fraction(fixed.get("amt"), 1.0)))


Effects = tuple[tuple[str, tuple[float, ...]], ...]


def _effects(blip: Element, colors: ColorContext, context: Context) -> Effects:
    found: list[tuple[str, tuple[float, ...]]] = []
    for each in children(blip):
        name = local(each)
        if name == "grayscl":
            found.append((name, ()))
        elif name == "biLevel":
            found.append((name, (parse_fraction(each.get("thresh"), 0.5),)))
        elif name == "lum":
            found.append((name, (parse_fraction(each.get("bright")), parse_fraction(each.get("contrast")))))
        elif name == "duotone":
            tones = [colors.color(one) for one in children(each)]
            flat = [float(part) for tone in tones if tone is not None for part in tone.rgba[:3]]
            if len(flat) == 6:
                found.append((name, tuple(flat)))
        elif name == "clrChange":
            gone, instead = colors.color(child(each, "a:clrFrom")), colors.color(child(each, "a:clrTo"))
            if gone is not None and instead is not None:
                found.append((name, tuple(float(part) for part in (*gone.rgba[:3], *instead.rgba[:3], instead.alpha))))
        elif name not in ("alphaModFix", "extLst"):
            context.warn("picture effect", f"The effect {name!r} of a picture is left out.")
    return tuple(found)


@lru_cache(maxsize=32)
def _converted(data: bytes, effects: Effects) -> tuple[bytes, str] | None:
    """Return the picture as PNG or JPEG with its effects done, not larger than is useful; None if it cannot be read."""
    try:
        with Pillow.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MAX_PIXELS or opened.format in ("WMF", "EMF"):
                return None
            opened.draft("RGB", (_KEPT_SIDE, _KEPT_SIDE))
            image = opened.convert("RGBA" if opened.mode != "RGB" else "RGB")
    except PICTURE_ERRORS:
        return None
    if max(image.size) > _KEPT_SIDE:
        image.thumbnail((_KEPT_SIDE, _KEPT_SIDE), reducing_gap=2.0)
    for name, values in effects:
        image = _apply(image, name, values)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    stream = io.BytesIO()
    if image.mode == "RGB" and len(data) > 200_000:
        image.save(stream, "JPEG", quality=88)
        return stream.getvalue(), "image/jpeg"
    image.save(stream, "PNG")
    return stream.getvalue(), "image/png"


def _apply(image: Pillow.Image, name: str, values: tuple[float, ...]) -> Pillow.Image:
    if name == "clrChange":
        return _changed(image, values)
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    gray = ImageOps.grayscale(image.convert("RGB"))
    if name == "grayscl":
        result = gray.convert("RGB")
    elif name == "biLevel":
        result = gray.point([255 if level >= values[0] * 255 else 0 for level in range(256)]).convert("RGB")
    elif name == "duotone":
        dark, light = values[:3], values[3:]
        result = Pillow.merge("RGB", [gray.point(_ramp(low, high)) for low, high in zip(dark, light, strict=True)])
    else:
        bright, contrast = values
        slope = 1 + contrast if contrast < 0 else 1 / max(0.02, 1 - contrast)
        levels = [min(255, max(0, round((level - 127.5) * slope + 127.5 + bright * 255))) for level in range(256)]
        result = image.convert("RGB").point(levels * 3)
    if alpha is not None:
        result.putalpha(alpha)
    return result


def _changed(image: Pillow.Image, values: tuple[float, ...]) -> Pillow.Image:
    """The picture with one colour made another, or see-through (20.1.8.16)."""
    *channels, alpha = image.convert("RGBA").split()
    mask = Pillow.new("L", image.size, 255)
    for channel, wanted in zip(channels, values, strict=False):
        same = channel.point([255 if level == round(wanted) else 0 for level in range(256)])
        mask = ImageChops.multiply(mask, same)
    red, green, blue, share = values[3:7]
    result = Pillow.merge("RGBA", (*channels, alpha))
    result.paste((round(red), round(green), round(blue), round(share * 255)), (0, 0), mask)
    return result


def _ramp(low: float, high: float) -> list[int]:
    return [round(low + (high - low) * level / 255) for level in range(256)]


__all__ = ["PICTURE_ERRORS", "blip_opacity", "natural_size", "picture_key", "web_type"]
