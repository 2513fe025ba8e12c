"""Rows → units: paragraphs, heads, bylines, pointers to other pages, and what belongs to no article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from kg.segment import bylines, marks
from kg.segment.lines import UNWRAPPED, Line, margin, measure

UnitKind = Literal["body", "head", "byline", "signature", "pointer", "margin"]

_LEFT, _RIGHT = r"[\u3400-\u9fff”」』》！？\d%％]", r"[\u3400-\u9fff“「『《\d]"
_GAP = re.compile(rf"(?<={_LEFT}{_LEFT})[ \u3000]+(?={_RIGHT}{_RIGHT})")
_STOP = re.compile(r"[。；;]|[，,].*[，,].*[，,]|[，,、（(《“]$")
_HEAD_WIDTH = 64.0
_HEAD_ROWS = 4
_SENDERS = 4


class _Rows(NamedTuple):
    lines: Sequence[Line]
    columns: Sequence[float]
    margins: Sequence[int]


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that belong together: a paragraph, a headline or part of one, a byline."""

    kind: UnitKind
    lines: tuple[Line, ...]
    column: float
    """Width of the column that it is set in."""
    opens: bool = False
    """A report certainly begins here (本报讯, （上接第1版）)."""
    signed: bool = False
    """The head of the report (本报讯) names its authors."""
    closes: bool = False
    """A credit or a pointer ends it: what follows is something else."""
    credited: bool = False
    """It ends with the names of who wrote it or took the photo."""

    @property
    def start(self) -> int:
        """In the page."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """In the page, exclusive."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The rows run together: to look at, not to quote."""
        return "".join(line.text for line in self.lines)

    @property
    def indented(self) -> bool:
        """Whether its first row is set in."""
        return self.lines[0].indent >= 2

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list: ●…, 1. …."""
        return marks.bullet(self.lines[0].text)

    @property
    def dashed(self) -> bool:
        """Whether it is a kicker or a subtitle, which only headlines have."""
        return any(line.kicker or line.subtitle for line in self.lines)


def group(lines: Sequence[Line]) -> list[Unit]:
    """The units of consecutive rows. Rows wrapped by a column or cut by its end come together again."""
    page = _Rows(lines, measure(lines), margin(lines))
    columns = page.columns
    units: list[Unit] = []
    pending: list[int] = []
    for i, line in enumerate(lines):
        kind = _kind(line, lines[i - 1] if i else line, units, pending)
        if pending and (kind != "body" or _parts(page, pending, i)):
            units.append(_unit([lines[n] for n in pending], columns[pending[0]]))
            pending = []
        if kind == "body":
            pending.append(i)
        else:
            closes = kind == "byline" and marks.credit(line.text)
            units.append(Unit(kind=kind, lines=(line,), column=columns[i], closes=closes))
    if pending:
        units.append(_unit([lines[n] for n in pending], columns[pending[0]]))
    return _signed_off(_stacked(units))


def paragraphs(lines: Sequence[Line]) -> list[Unit]:
    """One unit for each row: for text in which a row is a paragraph."""
    units: list[Unit] = []
    for line in lines:
        kind = _kind(line, line, units, ())
        units.append(_unit([line], line.width) if kind == "body" else Unit(kind=kind, lines=(line,), column=line.width))
    return units


def _stacked(units: Sequence[Unit]) -> list[Unit]:
    """Heads printed right below one another, and kicker, headline and subtitle, become one unit."""
    stacked: list[Unit] = []
    for unit in units:
        last = stacked[-1] if stacked else None
        if last is not None and last.kind == unit.kind == "head" and len(last.lines) + len(unit.lines) <= 6:
            first = unit.lines[0]
            if not first.gap or (first.gap <= 2 and (first.subtitle or last.lines[-1].kicker)):
                stacked[-1] = msgspec.structs.replace(last, lines=(*last.lines, *unit.lines))
                continue
        stacked.append(unit)
    return stacked


def _signed_off(units: list[Unit]) -> list[Unit]:
    """The senders and the date below a letter or notice are the end of its body, a paragraph each, no headlines."""
    closed: list[Unit] = []
    for unit in units:
        closed.append(unit)
        if unit.kind != "head" or not marks.day(unit.lines[-1].text):
            continue
        first = len(closed) - 1
        lowest = max(0, first - _SENDERS)
        while first > lowest and closed[first - 1].kind == "head" and closed[first].lines[0].gap <= 1:
            first -= 1
        if first and closed[first - 1].kind == "body":
            date = unit.lines[-1]
            rows = [(head, line, line is date) for head in closed[first:] for line in head.lines]
            closed[first:] = [
                msgspec.structs.replace(head, kind="body", lines=(line,), closes=last, credited=last)
                for head, line, last in rows
            ]
    return closed


def _kind(line: Line, before: Line, units: Sequence[Unit], pending: Sequence[int]) -> UnitKind:
    text = line.text
    if len(text) > 80 or marks.CONTINUED.match(text):
        return "body"
    if marks.pointer(text):
        return "pointer"
    running = bool(pending) and not line.gap and not before.closed and before.width >= 12
    if not running and marks.margin(text) and not line.closed:
        return "margin"
    if bylines.byline(text):
        return "byline"
    if bylines.signature(text):
        return "signature"
    after_byline = not pending and units and units[-1].kind == "byline" and not line.gap
    if after_byline and len(text) < 30 and bylines.names(text, 0, "reporter", strict=True):
        return "byline"
    return "body"


def _parts(page: _Rows, pending: Sequence[int], i: int) -> bool:
    """Whether a new unit begins with row i, when the rows of `pending` are an unfinished one."""
    lines = page.lines
    before, line = lines[i - 1], lines[i]
    column = max(page.columns[i - 1], page.columns[pending[0]])
    wrapped = column <= UNWRAPPED
    indented = line.indent - page.margins[i] >= 2
    if bylines.opening(line.text) is not None or marks.CONTINUED.match(line.text):
        return True
    if marks.bullet(line.text) and before.closed:
        return True
    if before.closed:
        return bool(line.gap) or indented or not wrapped or (before.extent <= column - 1.5 and not _indenting(page, i))
    if before.trailing and (line.gap or indented or not wrapped):
        return True
    if indented or (not wrapped and line.indent >= 2):
        return True
    heading = len(pending) <= _HEAD_ROWS and _headlike([lines[n] for n in pending])
    if heading and (before.kicker or line.subtitle or (line.gap and before.subtitle)):
        return True
    if heading and line.gap and (line.kicker or _isolated(lines, i)):
        return True
    if not wrapped:
        return heading and before.width <= 30
    if len(before.text) < column - 4:
        return heading or not line.gap
    return bool(line.gap) and heading and _begins_afresh(page, pending, i)


def _indenting(page: _Rows, i: int) -> bool:
    """Whether the rows around i show their paragraphs by indents, so that a short row alone ends none."""
    near = range(max(0, i - 8), min(len(page.lines), i + 9))
    return any(page.lines[n].indent - page.margins[n] >= 2 for n in near)


def _begins_afresh(page: _Rows, pending: Sequence[int], i: int) -> bool:
    # A heading as wide as the column: told by the blank in it, by a wider column that follows, or by the next row being
    # set in by two characters, as the first row of a paragraph is where the extraction lost the indent itself.
    lines = page.lines
    if len(pending) > 1 and lines[pending[-1]].extent >= page.columns[i - 1] - 1:
        return False
    if any(_GAP.search(lines[n].text) for n in pending) or lines[i].width >= lines[i - 1].width * 1.4:
        return True
    follows = i + 1 < len(lines) and lines[i + 1].gap == 0
    return follows and not lines[i].closed and lines[i].width <= page.columns[i] - 1.2


def _isolated(lines: Sequence[Line], i: int) -> bool:
    """Whether row i stands alone between blank rows and ends no sentence: a headline, hardly the rest of one."""
    lone = i + 1 == len(lines) or lines[i + 1].gap > 0
    return lone and not lines[i].closed and _headlike([lines[i]]) and lines[i].width >= 5


def _headlike(lines: Sequence[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return len(lines) <= _HEAD_ROWS and sum(line.width for line in lines) <= _HEAD_WIDTH and not _STOP.search(text)


def _unit(lines: list[Line], column: float) -> Unit:
    text = "".join(line.text for line in lines)
    if len(lines) > 2:
        column = sorted(line.extent for line in lines[:-1])[(len(lines) - 1) // 2]
    opening = bylines.opening(text[:240])
    opens = opening is not None or bool(marks.CONTINUED.match(text))
    last = lines[-1]
    head = not opens and _headlike(lines) and not _sentence(text)
    if head and marks.source(text):
        return Unit(kind="body", lines=tuple(lines), column=column, closes=True, credited=True)
    credited = not head and bylines.closing(text) is not None
    closes = credited or (not head and bool(marks.TURNED.search(text[-24:])))
    return Unit(
        kind="head" if head and not last.text.endswith(("：", ":")) else "body", lines=tuple(lines), column=column,
        opens=opens, closes=closes, credited=credited, signed=opening is not None and bool(opening.authors),
    )  # fmt: skip


def _sentence(text: str) -> bool:
    if re.search(r"。[”’」』）)]*$", text):
        return True
    if re.search(r"…[”’」』）)]*$", text):
        return True
    return bool(re.search(r"[！？!?][”’」』）)]*$", text)) and (("，" in text and len(text) > 24) or len(text) > 36)
