"""Where the name of a product begins, given the noun that ends it: 大功率|发动机|机体, 8英寸|金刚石|热沉片."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kg.recognise.company_full import bounds
from kg.recognise.reading import Reading, Word
from kg.recognise.sector import modifiers, processes, ranks, sector_bounds
from kg.text import lexicon
from kg.text.words import known

_NOUNS = frozenset({"n", "nz", "b", "j", "ng", "eng", "an", "nr", "nrt", "nt", "g", "zg", "a", "mq", "s"})
_GLUE = "的了在以由对被把将等是为向和与着到过从弹"
_NUMERALS = frozenset("0123456789一二三四五六七八九十双单多")
_VERBAL = frozenset({"v", "vd", "d", "p", "c"})
_PAIR = 2
_LONGEST = 16


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for word, which, *_ in lexicon.rows("product_words") if which == kind)


@cache
def context(kind: str) -> frozenset[str]:
    """Words that show a product: `before` it (生产), or `after` it (产能)."""
    return frozenset(word for word, which, *_ in lexicon.rows("product_context") if which == kind)


@cache
def levels() -> dict[str, tuple[str, bool]]:
    """Each head noun with how much it says alone, and whether it is a farm product."""
    table = {word: (level, False) for word, level, *_ in lexicon.rows("product_heads")}
    table.update({word: (level, True) for word, level, *_ in lexicon.rows("crops")})
    table.update(dict.fromkeys(lexicon.words("apps"), ("app", False)))
    return table


def start_of(
    reading: Reading, head: int, stops: Sequence[int], places: Mapping[int, int], placed: bool, machine: bool
) -> int:
    """The offset where the name begins whose last noun begins at `head`.

    `stops` are ends of what it cannot swallow (companies). A place's short form belongs to it only where `placed`
    (a farm product: 百色|芒果); a verb only where the noun is a `machine` (搬运|机器人).
    """
    pieces: list[Word] = []
    floor = max([0, head - _LONGEST, *(stop for stop in stops if stop <= head)])
    for word in reading.leftward(head, floor):
        if word.end in places:
            start = places[word.end]
            short = reading.text[word.end - 1] not in "省市县区镇乡村国"
            return start if placed and short and not pieces else _settle(pieces, head)
        if not _belongs(reading, word, pieces, placed, machine):
            break
        glue = () if known(word.text) else (i + 1 for i, char in enumerate(word.text) if char in _GLUE)
        cut = max(glue, default=0)
        if cut < len(word.text):
            pieces.append(Word(word.start + cut, word.end, word.text[cut:], word.tag) if cut else word)
        if cut:
            break
    return _settle(pieces, head)


def _belongs(reading: Reading, word: Word, pieces: Sequence[Word], placed: bool, machine: bool) -> bool:
    """Whether the word left of what was gathered is a part of the name."""
    text = word.text
    if text in _words("inner"):
        return True
    if text in _words("stop") or not (text[0].isalnum() or text == "-"):
        return False
    if pieces and pieces[-1].text in _words("measure") and text[0] in _NUMERALS:
        return True
    if not placed and text in _words("measure") and _numbered(reading, word):
        return True
    if text in sector_bounds() or (text in bounds() and text not in modifiers()):
        return False
    if text.isascii():
        return not text.isdigit() or bool(pieces and pieces[-1].text.isascii())
    if text in context("before") or (placed and text in levels()):
        return False
    if text in processes():
        return True
    if word.tag == "m":
        return not placed and text[0] in _NUMERALS and text[-1] in _words("measure") and not text.isdigit()
    if not known(text):
        return word.tag not in ("t", "r") and not (word.tag in _VERBAL and len(text) == _PAIR)
    if len(text) == 1:
        return word.tag in ("n", "ng", "b", "j", "g", "a") and text not in _words("drop")
    if word.tag in ("v", "vn"):
        return machine and all(piece.tag in ("v", "vn") for piece in pieces)
    return word.tag in _NOUNS


def _numbered(reading: Reading, word: Word) -> bool:
    before = next(reading.leftward(word.start), None)
    return before is not None and before.end == word.start and (before.text[0] in _NUMERALS or before.text.isascii())


def _settle(pieces: list[Word], head: int) -> int:
    """The start after words that say nothing about the thing (国产, 首批) are dropped from the left."""
    kept = list(pieces)
    while kept:
        last = kept[-1].text
        measured = len(kept) > 1 and kept[-2].text in _words("measure")
        counted = last in _words("measure") or (last.isdigit() and not measured)
        if last in _words("drop") or last in ranks() or counted or last == "-":
            kept.pop()
        else:
            break
    return kept[-1].start if kept else head
