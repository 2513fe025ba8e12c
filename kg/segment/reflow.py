"""Lines of a page → flowing text with an offset for each character."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from kg.model.page import Span
from kg.segment.lines import Line, rows
from kg.segment.strays import strays
from kg.segment.units import Unit, group
from kg.text.normalise import unify
from kg.text.punctuate import punctuate

_ENDS = re.compile(r"(?:[。！？][。！？…]*|…+(?=[”’」』）)\n]|$))[”’」』）)]*|\n")
_BLANKS = re.compile(r"\s+")
_BYLINE = re.compile(r"(?:记\s*者|通\s*讯\s*员|作\s*者|评\s*论\s*员|实\s*习\s*生)\s")
_LETTER = re.compile(r"[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]")
_PHRASE_ENDS = re.compile(r"[A-Za-zÀ-ɏ,.&] [A-Za-zÀ-ɏ'-]+$")
_PHRASE_BEGINS = re.compile(r"[A-Za-zÀ-ɏ'-]+[,.]? [A-Za-zÀ-ɏ&]")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Reflowed text; the fields are those of `Article`."""

    text: str
    printed: str
    offsets: tuple[int, ...]
    breaks: tuple[int, ...]
    sentences: tuple[Span, ...]


def flow(page: str, spans: tuple[Span, ...]) -> Flow:
    """Join the wrapped lines of `page` within `spans` (page offsets, in reading order).

    Paragraphs are parted by a newline. Between two spans something foreign is printed: that place is one of `breaks`.
    """
    return run_on(page, [group(rows(page, span)) for span in spans])


def run_on(page: str, parts: Iterable[Sequence[Unit]], cuts: Collection[int] = ()) -> Flow:
    """Flowing text of units, one list for each unbroken stretch of the page.

    `cuts` are starts of rows before which something was lifted out of a sentence: breaks as well.
    """
    writer = _Writer(page)
    breaks: list[int] = []
    for units in parts:
        if units and writer.chars:
            first, last = units[0], writer.last
            if last is not None and (last.closed or first.opens or first.kind != "body"):
                writer.newline()
            breaks.append(len(writer.chars))
        for number, unit in enumerate(units):
            if number:
                writer.newline()
            dropped = strays(unit)
            for line in unit.lines:
                if line.start in cuts and writer.chars:
                    breaks.append(len(writer.chars))
                writer.line(line, dropped)
    return writer.flow(sorted(set(breaks)))


def phrases(page: str, lines: Iterable[Sequence[Line]]) -> Flow:
    """Flowing text of a headline: one line for each phrase, the rows it was wrapped over joined."""
    writer = _Writer(page)
    for phrase in lines:
        writer.newline()
        for line in phrase:
            writer.line(line)
    return writer.flow([])


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of `text`: cut after 。！？ with the quotation marks that close there, and at newlines.

    …… ends one where a quotation or a paragraph ends with it; elsewhere the sentence mostly goes on.
    """
    spans: list[Span] = []
    start = 0
    for match in [*_ENDS.finditer(text), None]:
        end = match.end() if match else len(text)
        first, last = start, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            spans.append((first, last))
        start = end
    return tuple(spans)


class _Writer:
    """Collects characters with their places; knows which blanks are the printer's and which the author's."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.chars: list[str] = []
        self.offsets: list[int] = []
        self.last: Line | None = None

    def newline(self) -> None:
        """A paragraph ends: one newline, in place of the white space after the last character."""
        if self.chars and self.chars[-1] != "\n":
            self._put("\n", self.offsets[-1] + 1)

    def flow(self, breaks: Sequence[int]) -> Flow:
        """What was written."""
        printed = "".join(self.chars)
        text = punctuate(unify(printed))
        return Flow(
            text=text, printed=printed, offsets=tuple(self.offsets), breaks=tuple(breaks), sentences=sentences(text)
        )

    def line(self, line: Line, strays: Collection[int] = ()) -> None:
        """Write a row, without the blanks that are `strays`; between two words of a foreign phrase keep one."""
        if self.chars and _LETTER.match(self.chars[-1]) and _LETTER.match(line.text) and self._phrase(line.text):
            self._put(" ", self.offsets[-1] + 1)
        text = line.text
        byline = bool(_BYLINE.search(text[:60])) if " " in text or "\u3000" in text else False
        at = 0
        for blank in _BLANKS.finditer(text):
            self._word(text, at, blank.start(), line.start)
            if line.start + blank.start() not in strays and _kept(text, blank.start(), blank.end(), byline):
                self._put(" ", line.start + blank.start())
            at = blank.end()
        self._word(text, at, len(text), line.start)
        self.last = line

    def _phrase(self, row: str) -> bool:
        """Whether what was written ends in words parted by a blank, or `row` begins with such: in a Chinese text a
        single word or abbreviation is more often broken at the end of a row (CV|D, E-ma|rk) than two words parted.
        """
        return bool(_PHRASE_ENDS.search("".join(self.chars[-40:])) or _PHRASE_BEGINS.match(row))

    def _word(self, text: str, start: int, end: int, base: int) -> None:
        self.chars.extend(text[start:end])
        self.offsets.extend(range(base + start, base + end))

    def _put(self, ch: str, offset: int) -> None:
        self.chars.append(ch)
        self.offsets.append(offset)


def _kept(text: str, start: int, end: int, byline: bool) -> bool:
    """Whether the blank at `text[start:end]` parts words (Latin words, names, the halves of a headline)."""
    left, right = text[start - 1], text[end]
    if _LETTER.match(left) and _LETTER.match(right):
        return (start > 1 and bool(_LETTER.match(text[start - 2]))) or bool(_LETTER.match(text[end + 1 : end + 2]))
    if not (_HAN.match(left) or left in "”』」》") or not (_HAN.match(right) or right in "“『「《"):
        return False
    alone_left = start < 2 or (text[start - 2].isspace() and bool(_HAN.match(left)))
    alone_right = end + 1 >= len(text) or (text[end + 1].isspace() and bool(_HAN.match(right)))
    if alone_left and alone_right:
        return False
    return byline or not (alone_left or alone_right)
