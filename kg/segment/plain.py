"""The plain layout: one article a file, headline first, every paragraph one indented row."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model.page import Page
from kg.segment.bylines import byline, opening
from kg.segment.lines import Line
from kg.segment.reading import Draft
from kg.segment.units import Unit, group, paragraphs
from kg.text.normalise import squash

_MOST_TITLE_ROWS = 5
_SHORT = 30.0


def titled(page: Page, lines: Sequence[Line]) -> int | None:
    """How many rows at the top are the headline, where the page certainly holds a single article; else None.

    Certain is a title in the metadata, or headline rows at the margin over paragraphs that are all set in.
    """
    if page.title is not None:
        return _rows_of(page.title, lines)
    top = 0
    while top < len(lines) and lines[top].indent < 2:
        top += 1
    rest = lines[top:]
    if not 1 <= top <= _MOST_TITLE_ROWS or not rest:
        return None
    if sum(line.indent >= 2 for line in rest) < 0.9 * len(rest) or wrapped(rest):
        return None
    if sum(1 for line in rest if opening(line.text[:80]) is not None and line.text[:80].count("记者")) > 6:
        return None
    while top > 1 and (byline(lines[top - 1].text) or (lines[top - 1].closed and len(lines[top - 1].text) > 40)):
        top -= 1
    return 0 if lines[0].closed and len(lines[0].text) > 60 else top


def wrapped(lines: Sequence[Line]) -> bool:
    """Whether the rows are lines of a column rather than paragraphs: most end in the middle of a sentence."""
    return sum(line.closed or line.trailing or line.width < _SHORT for line in lines) < 0.5 * len(lines)


def units(lines: Sequence[Line], titles: int) -> list[Unit]:
    """The single article's units: its first `titles` rows as one headline, then its paragraphs."""
    rest = lines[titles:]
    head = [Unit(kind="head", lines=tuple(lines[:titles]), column=lines[0].width)] if titles else []
    return [*head, *(group(rest) if wrapped(rest) else paragraphs(rest))]


def draft(units: Sequence[Unit], titles: int) -> list[Draft]:
    """The single article of the units; where there is nothing below the headline, the headline is all its text."""
    title = (0,) if titles and len(units) > 1 else ()
    body = tuple(i for i, unit in enumerate(units) if i not in title and unit.kind != "margin")
    body = body or tuple(i for i in range(len(units)) if i not in title)
    return [Draft(title=title, body=body, first=0, last=len(units))]


def _rows_of(title: str, lines: Sequence[Line]) -> int:
    wanted = squash(title)
    so_far = ""
    for number, line in enumerate(lines[: _MOST_TITLE_ROWS * 2], 1):
        so_far += squash(line.text)
        if so_far == wanted:
            return number
        if not wanted.startswith(so_far):
            break
    return 0
