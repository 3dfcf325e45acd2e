"""How PowerPoint chooses a value axis's ends and steps when the file does not say.

The rules are Microsoft's own (article 214075, "How chart axis limits are calculated"): five percent of
the range is added beyond the values, and zero is taken in unless the values differ by less than a sixth of the largest.

Example:
    >>> nice_scale(1.8, 5.0).ticks
    (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_MAX_TICKS = 200


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends and the step of a value axis; ``log`` is the base of a logarithmic one, else None."""

    low: float
    high: float
    step: float
    log: float | None = None

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that get a label, from the low end to the high one."""
        if self.log is not None:
            first, last = round(math.log(self.low, self.log)), round(math.log(self.high, self.log))
            return tuple(self.log**power for power in range(first, last + 1))
        count = min(_MAX_TICKS, math.floor((self.high - self.low) / self.step + 1e-9))
        places = max(0, 2 - math.floor(math.log10(self.step)))
        return tuple(round(self.low + index * self.step, min(places, 15)) for index in range(count + 1))

    def share(self, number: float) -> float:
        """Return where a value lies between the ends, 0 to 1; beyond them when it is outside."""
        if self.log is not None:
            number = max(number, self.low * 1e-6)
            return math.log(number / self.low) / math.log(self.high / self.low)
        return (number - self.low) / (self.high - self.low)


def nice_scale(
    least: float,
    most: float,
    *,
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
    intervals: int = 10,
    padded: bool = True,
) -> Scale:
    """Return the scale of a linear axis.

    Args:
        least: The smallest value.
        most: The largest value.
        low: The lower end, when the file fixes it.
        high: The upper end, when the file fixes it.
        step: The distance of the labels, when the file fixes it.
        intervals: How many steps there is room for; never fewer than two.
        padded: Whether five percent are added beyond the values (not for percent axes).
    """
    if least > most or not math.isfinite(least + most):
        least, most = 0.0, 1.0
    size = max(abs(least), abs(most))
    if size < 1e-200:
        least = most = 0.0
    elif most - least < 1e-9 * size:
        # Closer than labels can tell apart.
        least = most = max(least, most, key=abs)
    bottom, top = _wanted(least, most, padded)
    bottom = bottom if low is None else low
    top = top if high is None else high
    if top <= bottom:
        top = bottom + (abs(bottom) or 1.0) if high is None else top
        bottom = top - (abs(top) or 1.0) if top <= bottom else bottom
    if not step or step <= 0 or (top - bottom) / step > _MAX_TICKS:
        step = _step(bottom, top, low, high, max(2, intervals))
    first = math.floor(bottom / step + 1e-9) * step if low is None else low
    last = math.ceil(top / step - 1e-9) * step if high is None else high
    return Scale(first, last if last > first else first + step, step)


def log_scale(least: float, most: float, base: float, low: float | None, high: float | None) -> Scale:
    """Return the scale of a logarithmic axis, from power to power of its base."""
    base = base if base > 1 else 10.0
    least = least if least > 0 else 1.0
    most = max(most, least * base)
    first = low if low and low > 0 else base ** math.floor(math.log(least, base) + 1e-9)
    last = high if high and high > first else base ** math.ceil(math.log(most, base) - 1e-9)
    return Scale(first, last if last > first else first * base, 1.0, base)


def _wanted(least: float, most: float, padded: bool) -> tuple[float, float]:
    spread = most - least
    if spread == 0:
        return (min(0.0, least), max(0.0, most * 1.05 if padded else most)) if least else (0.0, 1.0)
    margin = 0.05 * spread if padded else 0.0
    if least >= 0:
        close = spread / most < 1 / 6
        return (max(0.0, least - spread / 2) if close else 0.0, most + margin)
    if most <= 0:
        close = spread / -least < 1 / 6
        return (least - margin, min(0.0, most + spread / 2) if close else 0.0)
    return (least - margin, most + margin)


def _step(bottom: float, top: float, low: float | None, high: float | None, intervals: int) -> float:
    power = math.floor(math.log10((top - bottom) / intervals)) - 1
    while True:
        for factor in (1.0, 2.0, 5.0):
            step = factor * 10.0**power
            first = math.floor(bottom / step + 1e-9) * step if low is None else bottom
            last = math.ceil(top / step - 1e-9) * step if high is None else top
            if (last - first) / step <= intervals + 1e-6:
                return step
        power += 1


__all__ = ["Scale", "log_scale", "nice_scale"]
