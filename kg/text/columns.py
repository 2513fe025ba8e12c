"""Text on a terminal's grid, where a Chinese character is two columns wide."""

from __future__ import annotations

from unicodedata import east_asian_width


def width(text: str) -> int:
    """Columns that `text` takes."""
    return sum(2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def pad(text: str, columns: int) -> str:
    """`text` filled with blanks up to `columns`."""
    return text + " " * max(0, columns - width(text))
