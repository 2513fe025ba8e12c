"""Noun phrases that name branches of the economy: where they begin, and how they are listed before a shared tail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.recognise.company_full import bounds
from kg.recognise.reading import Reading, Word
from kg.text import lexicon
from kg.text.words import known

_NOUNS = frozenset({"n", "nz", "b", "j", "ng", "eng", "an", "nr", "nrt", "nt", "g", "s", "ns", "zg", "a", "mq"})
_GLUE = "的了在以由对被把将等是为向"
_JOINTS = ("及", "与")
_MARKS = ("以及", "、", "和", "及", "与")
_COUNTS = frozenset("0123456789一二三四五六七八九十两几数多余")
_UNITS = frozenset("个大条类种项家")
_JOINED = 5
_LONGEST_SECTOR = 10
_LONGEST = 16
_FIRST_FUNCTION = frozenset("大新全各该此本同多一二三两几数")


class Phrase(NamedTuple):
    """A phrase found left of some offset: its span, and whether a place begins it."""

    start: int
    end: int
    placed: bool


@cache
def sectors() -> frozenset[str]:
    """Words that name a branch by themselves."""
    return frozenset(lexicon.words("sectors"))


@cache
def modifiers() -> frozenset[str]:
    """Words that stand before 产业, 集群, 链 and name no branch."""
    return frozenset(lexicon.words("sector_modifiers"))


@cache
def ranks() -> frozenset[str]:
    """Modifiers that are left out of a branch's name even where it has more words (千亿级|新材料)."""
    return frozenset(word for word, kind, *_ in lexicon.rows("sector_modifiers") if kind == "rank")


@cache
def processes() -> frozenset[str]:
    """Verb-like words inside branches' names (加工, 制造)."""
    return frozenset(lexicon.words("sector_processes"))


@cache
def sector_bounds() -> frozenset[str]:
    """Words that stand before a branch's name and never in it (培育, 锚定)."""
    return frozenset(lexicon.words("sector_bounds"))


@cache
def _longest_modifier() -> int:
    return max(map(len, modifiers()))


def peel(text: str, end: int) -> int:
    """Start of the modifiers and counts that end at `end` (8个千亿级|产业集群), `end` where there are none."""
    position = end
    while position:
        sizes = range(min(_longest_modifier(), position), 0, -1)
        size = next((n for n in sizes if text[position - n : position] in modifiers()), 0)
        if not size and (text[position - 1] in _COUNTS or _unit(text, position)):
            size = 1
        if not size:
            return position
        position -= size
    return position


def _unit(text: str, end: int) -> bool:
    """Whether a unit of counting, with a number before it, ends at `end` (9大类|)."""
    start = end
    while start > 0 and text[start - 1] in _UNITS:
        start -= 1
    return start < end and start > 0 and text[start - 1] in _COUNTS


def phrase(reading: Reading, end: int, places: Mapping[int, int], listed: bool = False) -> Phrase | None:
    """The noun phrase that ends at `end`, its generic modifiers stripped from the left; None where nothing is left.

    A place that directly precedes it belongs to it (冠县镀涂钢板|产业集群), unless the phrase is an item of a list.
    """
    floor = max(0, end - _LONGEST)
    pieces: list[Word] = []
    placed = False
    position = end
    while position > floor:
        if position in places and places[position] >= floor:
            placed = bool(pieces)
            break
        whole = _sector_before(reading.text, position)
        if whole < position and reading.inside(whole) is None and whole >= floor:
            pieces.append(Word(whole, position, reading.text[whole:position], "n"))
            position = whole
            continue
        word = next(reading.leftward(position, floor), None)
        if word is None or not _belongs(reading, word, pieces, listed):
            break
        glue = () if known(word.text) else (i + 1 for i, char in enumerate(word.text) if char in _GLUE)
        cut = max(glue, default=0)
        if cut < len(word.text):
            pieces.append(Word(word.start + cut, word.end, word.text[cut:], word.tag))
        position = word.start + cut
        if cut:
            break
    pieces = _strip(pieces)
    sector = _sector_before(reading.text, end)
    if sector == end and (not pieces or (len(pieces) == 1 and len(pieces[0].text) < 2)):
        return None
    start = min(sector, pieces[-1].start if pieces else end)
    if placed and start == position:
        while start in places and places[start] < start:
            start = places[start]
        return Phrase(start, end, True)
    return Phrase(start, end, False)


def listed(reading: Reading, end: int, places: Mapping[int, int], most: int = 12) -> list[Phrase]:
    """The phrases listed up to `end` (A、B和C), the last first."""
    found: list[Phrase] = []
    position, skipped = end, 0
    while len(found) < most:
        item = phrase(reading, position, places, listed=True)
        if item is None:
            comma = reading.text.rfind("、", max(0, position - _LONGEST), position)
            gap = reading.text[comma + 1 : position]
            if comma < 0 or skipped or any(mark in gap for mark in "，。；："):
                break
            position, skipped = comma, skipped + 1
            continue
        found.append(item)
        mark = next((m for m in _MARKS if reading.text.endswith(m, 0, item.start)), "")
        if not mark:
            break
        position = item.start - len(mark)
    return found


def _belongs(reading: Reading, word: Word, pieces: Sequence[Word], listed: bool) -> bool:
    """Whether the word left of `pieces` is a part of the phrase."""
    text = word.text
    if text in sectors() or (text in processes() and not (pieces and text in sector_bounds())):
        return True
    if text in processes() and pieces and pieces[-1].text in processes():
        return True
    if text in _JOINTS:
        return bool(pieces) and _joins(reading, word, pieces, listed)
    if text in sector_bounds() or (text in bounds() and text not in modifiers()):
        return False
    if not text[0].isalnum():
        return False
    if text.isascii():
        return not text.isdigit() or (bool(pieces) and pieces[-1].text.isascii())
    if not known(text):
        return word.tag not in ("m", "t")
    if len(text) == 1 and word.tag not in ("n", "ng", "b", "j", "g", "a"):
        return False
    return word.tag in _NOUNS or text in modifiers()


def _joins(reading: Reading, word: Word, pieces: Sequence[Word], listed: bool) -> bool:
    """Whether 及 or 与 stands inside a branch's name (汽车及零部件) instead of between two items."""
    right = reading.text[word.end : pieces[0].end]
    before = next(reading.leftward(word.start), None)
    if before is None or (before.tag not in _NOUNS and before.text not in processes()):
        return False
    if before.text in sectors() and right in sectors():
        return False
    joint = any((before.text + word.text + right[:size]) in sectors() for size in range(1, len(right) + 1))
    return joint or (not listed and len(right) <= _JOINED and word.text == "及")


def _strip(pieces: list[Word]) -> list[Word]:
    """Drop size, rank and joints from the left of a phrase (whose pieces run from right to left)."""
    kept = list(pieces)
    while kept:
        last = kept[-1]
        if "".join(piece.text for piece in reversed(kept)) in sectors():
            break
        if last.text not in ranks() and last.text not in _JOINTS and last.text not in _FIRST_FUNCTION:
            break
        kept.pop()
    return kept


def _sector_before(text: str, end: int) -> int:
    """Start of the longest known branch that ends at `end` (新一代信息技术), `end` where there is none."""
    sizes = range(min(_LONGEST_SECTOR, end), 1, -1)
    return next((end - size for size in sizes if text[end - size : end] in sectors()), end)


def content(text: str) -> str:
    """`text` without the generic modifiers at its end and beginning: what names the branch, "" where nothing does."""
    start, end = 0, peel(text, len(text))
    if text in sectors() and text not in modifiers():
        return text
    while start < end and (text[start:end] not in sectors() or text[start:end] in modifiers()):
        sizes = range(min(_longest_modifier(), end - start), 0, -1)
        size = next((n for n in sizes if text[start : start + n] in modifiers()), 0)
        if not size:
            break
        start += size
    return text[start:end]
