"""Where a long name begins that its last noun gives away: 2025中国某市产业合作|推介会, “送学上门”|模式."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from kg.recognise.reading import Reading
from kg.text import lexicon

_PAIRS = {"”": "“", "’": "‘", "》": "《", "）": "（", "」": "「"}
_CLOSING = ("”", "’")
_AFTER_QUOTE = 10
_AFTER_TITLE = frozenset({"系列"})
"""Stops that do belong to a name right behind a quotation (“…”|系列发布会)."""
_LEAD = 16
_REACH = 48
_QUOTED = 44
_BRACKETED = 10
_STOP_TAGS = frozenset({"p", "uj", "ul", "ud", "uv", "uz", "r", "rr", "rz", "y", "d", "o", "e"})
_OF_DIVISIONS = frozenset("市省区县")
_INSIDE = frozenset("一二三四五六七八九十")
_SENTENCE = re.compile(r"。|记者|通讯员")
_DASHES = ("——", "――", "──")
_JOINTS = frozenset("·—-－+～~")
_BOUNDS = frozenset("，。；：、！？,;:!?\n…“‘《（「【】 ")


def start_of(reading: Reading, head: int, barred: Collection[int], floor: int = 0) -> int:
    """The offset where the name begins whose last noun begins at `head`; `head` where nothing belongs to it.

    A quotation, a bracketed place and a title in 《》 are taken whole. The walk ends at the words of `phrase_stops`, at
    function words and punctuation, and at the offsets of `barred`, where something ends that is no part of it.
    """
    text = reading.text
    offset = head
    floor = max(floor, head - _REACH)
    while offset > floor and offset not in barred:
        char = text[offset - 1]
        if char in _PAIRS:
            reach = _BRACKETED if char == "）" else _QUOTED
            opening = text.rfind(_PAIRS[char], max(0, offset - reach), offset)
            if opening < 0 or _SENTENCE.search(text, opening, offset):
                break
            offset = opening
            continue
        if char in _BOUNDS or text[offset - 2 : offset] in _DASHES:
            break
        if char == "的" and text[offset - 2 : offset - 1] in _CLOSING and _plain(text, offset, head):
            offset -= 1
            continue
        start = _word_start(reading, offset)
        if char not in _JOINTS and _stops(reading, start, offset):
            break
        offset = start
    return offset


def _plain(text: str, offset: int, head: int) -> bool:
    return head - offset <= _AFTER_QUOTE and not any(mark in text[offset:head] for mark in "“”‘’")


def _word_start(reading: Reading, offset: int) -> int:
    word = next(reading.leftward(offset), None)
    return offset - 1 if word is None else word.start


def _stops(reading: Reading, start: int, end: int) -> bool:
    text = reading.text[start:end]
    if text in stops():
        return text not in _AFTER_TITLE or reading.text[start - 1 : start] not in _CLOSING
    if text == "直" and reading.text[start - 1 : start] in _OF_DIVISIONS:
        return False
    word = reading.starting(start)
    return word is not None and word.end == end and word.tag in _STOP_TAGS and text not in _INSIDE


@cache
def stops() -> frozenset[str]:
    """The words of the lexicon `phrase_stops`."""
    return frozenset(lexicon.words("phrase_stops"))


def trimmed(reading: Reading, start: int, head: int, drop: Collection[str]) -> int:
    """`start` moved over leading words of `drop`, as long as something is left before `head`."""
    while start < head:
        word = reading.starting(start)
        if word is None or word.text not in drop or word.end > head:
            return start
        start = word.end
    return start


def at_quotation(reading: Reading, start: int, head: int) -> int:
    """`start`, or the quotation that the name really begins with, where a verb stands before it (推广|“…”模式)."""
    quote = min((at for mark in "“‘" if (at := reading.text.find(mark, start, head)) > start), default=-1)
    if quote < 0:
        return start
    lead = list(reading.leftward(quote, start))
    verbal = any(word.tag in ("v", "vd", "ad", "f") or word.text in stops() for word in lead)
    return quote if verbal or quote - start > _LEAD else start
