"""The rows of a page: where each begins, how wide it is set, how far it is indented."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg.model.page import Span

_ROW = re.compile(r"[^\r\n]+")
_WIDE_BLANKS = "\u3000\u2003"
_CLOSED = re.compile(
    r"[。！？!?][”’」』）)\]】]*$|[。！？!?…][”’」』]?\s*[（(][^（）()]{1,40}[）)]$"
    r"|[。！？][”’」』）)]*\s+(?:[■□▲●◆][^。]{2,30}|[^。]{2,24}摄影?)$"
)
_TRAILING = re.compile(r"…[”’」』）)\]】]*$")
_KICKER = re.compile(r"(?:——|――|──|---?|———)$")
_SUBTITLE = re.compile(r"^(?:——|――|──|--)")
_LOOK = 240
_SUBTITLE_AND_BODY = re.compile(r"((?:——|――|──)[^。，,]{4,60}?)[ \u3000]+([^ \u3000]{6,}[。，,])")
_HEAD_AND_REPORT = re.compile(
    r"([^。（(]{4,60}?)[ \u3000]+(本\s*报[\u3400-\u9fff]{0,4}讯\s*[（(]|新华社[^（(。]{0,24}电\s*[（(])"
)
UNWRAPPED = 46.0
"""Rows wider than this (in Chinese characters) are whole paragraphs or pieces of them, not lines of a column."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row with something printed in it, without the white space around."""

    start: int
    end: int
    """In the page, end exclusive."""
    text: str
    indent: int
    """Columns of white space before it, a full-width blank counting two."""
    width: float
    """In Chinese characters; an ASCII character counts half."""
    gap: int
    """Empty rows between it and the row before."""

    @property
    def closed(self) -> bool:
        """Whether a sentence certainly ends with the row."""
        return bool(_CLOSED.search(self.text[-60:]))

    @property
    def trailing(self) -> bool:
        """Whether the row runs out in ……, which may end a sentence or stand inside one."""
        return bool(_TRAILING.search(self.text[-6:]))

    @property
    def extent(self) -> float:
        """Width with the indent, in Chinese characters."""
        return self.width + self.indent / 2

    @property
    def kicker(self) -> bool:
        """Whether it runs out in a dash: …，高唐县——."""
        return bool(_KICKER.search(self.text[-4:]))

    @property
    def subtitle(self) -> bool:
        """Whether it begins with a dash: ——看我市如何….."""
        return bool(_SUBTITLE.match(self.text))


def rows(page: str, span: Span) -> list[Line]:
    """The printed rows of `page[span]`, in order."""
    lines: list[Line] = []
    previous = span[0]
    for match in _ROW.finditer(page, *span):
        row = match.group()
        text = row.strip()
        if not text:
            continue
        lead = row[: len(row) - len(row.lstrip())]
        start = match.start() + len(lead)
        gap = page.count("\n", previous, start)
        for offset, piece in _pieces(text):
            lines.append(
                Line(
                    start=start + offset, end=start + offset + len(piece), text=piece,
                    indent=0 if offset else _columns(lead), width=width(piece),
                    gap=max(0, gap - 1) if lines else gap,
                )
            )  # fmt: skip
            gap = 2
        previous = start + len(text)
    return lines


def _pieces(text: str) -> list[tuple[int, str]]:
    # Extraction sometimes sets a headline and the body beside it into one row: told by a dash at the beginning and
    # running text after a blank, or by a report's head after a blank.
    for pattern in (_SUBTITLE_AND_BODY, _HEAD_AND_REPORT) if len(text) > 12 else ():
        match = pattern.match(text[:_LOOK])
        if match:
            return [(0, match.group(1).rstrip()), (match.start(2), text[match.start(2) :])]
    return [(0, text)]


def width(text: str) -> float:
    """How wide `text` is set, in Chinese characters."""
    ascii_only = len(text.encode("ascii", "ignore"))
    return len(text) - ascii_only / 2


def measure(lines: Sequence[Line], reach: int = 6) -> list[float]:
    """For each row the width of the column that it stands in, from the rows around it."""
    widths = [line.width for line in lines]
    columns = []
    for i in range(len(widths)):
        near = sorted(widths[max(0, i - reach) : i + reach + 1])
        columns.append(near[(len(near) - 1) * 7 // 10])
    return columns


def margin(lines: Sequence[Line], reach: int = 6) -> list[int]:
    """For each row the indent that the rows around it have when no paragraph begins."""
    indents = [line.indent for line in lines]
    margins = []
    for i in range(len(indents)):
        near = sorted(indents[max(0, i - reach) : i + reach + 1])
        margins.append(near[(len(near) - 1) * 3 // 10])
    return margins


def _columns(blank: str) -> int:
    return sum(4 if ch == "\t" else 2 if ch in _WIDE_BLANKS else 1 for ch in blank)
