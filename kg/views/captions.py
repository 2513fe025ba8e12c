"""What is written under a node: a name broken into short lines, and the room that it takes."""

from __future__ import annotations

from unicodedata import east_asian_width

SIZE = 13
"""Height of the letters of most captions, in the units of the drawing; those of hubs are written a little larger."""
LINE = 16
_WIDEST = 10.0
"""Longest line, in widths of a Han character."""


def caption(name: str) -> str:
    """`name` on one or two lines of at most ten Han characters; what is longer ends in an ellipsis.

    山东某某新能源客车股份有限公司 → 山东某某新能源客 / 车股份有限公司: two lines of like length.
    """
    name = " ".join(name.split())
    total = width(name)
    if total <= _WIDEST:
        return name
    kept = name if total <= 2 * _WIDEST else _cut(name, 2 * _WIDEST - 1) + "…"
    first = _cut(kept, max(width(kept) / 2, width(kept) - _WIDEST))
    return f"{first}\n{kept[len(first) :].strip()}"


def width(text: str) -> float:
    """Width of a line in Han characters; a Latin letter takes about half of one."""
    return sum(1.0 if east_asian_width(ch) in "WF" else 0.58 for ch in text)


def room(caption: str) -> tuple[float, float]:
    """Width and height of a caption in the units of the drawing."""
    lines = caption.split("\n")
    return max(width(line) for line in lines) * SIZE, len(lines) * LINE


def _cut(text: str, most: float) -> str:
    """The shortest beginning of `text` that is at least `most` wide."""
    taken = 0.0
    for index, ch in enumerate(text):
        if taken >= most:
            return text[:index]
        taken += width(ch)
    return text
