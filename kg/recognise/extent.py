"""Where the name of an institution or a park begins, given the class word that it ends in, and whether it is a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from kg.text import gazetteer, lexicon
from kg.text.pieces import Pieces, is_verb, stops
from kg.text.words import known, tag

_LONGEST = 26
_JOINED = ("和", "与", "及", "暨")
_CHAINED = (
    "医院",
    "大学",
    "学院",
    "集团",
    "公司",
    "研究院",
    "科学院",
    "委员会",
    "研究所",
    "学校",
    "园区",
    "产业园",
    "开发区",
    "基地",
)
"""Class words after which a place may stand inside a name: 武汉大学|中南|医院."""
_CLASS = frozenset("省市县区")
_LEADING = frozenset(
    ["建设", "规划建设", "规划", "开发", "运营", "改造", "推广", "支援", "培育", "创新", "投资", "管理", "做强"]
)
"""Verbs that names hold inside, but at a name's beginning belong to the sentence (建设|新材料产业园)."""


def begin(text: str, p: Pieces, head: int, places: Mapping[int, int]) -> int:
    """Start of the name whose class word begins at `head`; `head` where nothing before it belongs to it."""
    offset, joined = head, -1
    while offset > 0 and head - offset <= _LONGEST:
        if offset in places:
            offset = _first(text, offset, places)
            if not text[:offset].endswith(_CHAINED):
                return offset
            joined = -1
            continue
        start, word = p.before(offset)
        if is_place(word) or _organisation(word):
            if not text[:start].endswith(_CHAINED) and start not in places:
                return start
        elif word in _JOINED and offset < head and joined < 0:
            if any(is_place(text[offset : offset + length]) for length in (2, 3, 4)):
                break
            joined = offset
        elif (inner := _bracketed(text, start, word)) is not None:
            start = inner
        elif stops(word):
            break
        offset = start
    return joined if joined >= 0 else offset


def _bracketed(text: str, start: int, word: str) -> int | None:
    """Start of a bracketed place (山东（聊城）研究院) or a quoted word that ends before `start`."""
    if word in ("）", ")"):
        opening = text.rfind("（", max(0, start - 10), start)
        return opening if opening >= 0 and is_place(text[opening + 1 : start]) else None
    opening = text.rfind("“", max(0, start - 12), start) if word == "”" else -1
    return opening if opening >= 0 else None


@lru_cache(maxsize=65536)
def _organisation(word: str) -> bool:
    return len(word) > 3 and word.endswith(_CHAINED) and tag(word) == "nt"


def _first(text: str, offset: int, places: Mapping[int, int]) -> int:
    """Over a chain of places, and two joined by a dash (中国—中亚)."""
    while offset in places and places[offset] < offset:
        offset = places[offset]
        if text[offset - 1 : offset] in ("—", "－", "-") and offset - 1 in places:
            offset -= 1
    return offset


def counted(text: str, start: int) -> bool:
    """Whether a number stands before, with or without its measure word: 2|处实验基地 is no name."""
    if text[start : start + 1] in ("处", "个", "家", "座", "所", "项"):
        return (
            text[max(0, start - 1) : start].isdigit() or text[max(0, start - 1) : start] in "一二两三四五六七八九十多余"
        )
    before = text[max(0, start - 2) : start]
    return before[-1:].isdigit() or (len(before) == 2 and before[0].isdigit() and before[1] in "处个家座所项")


def trim(p: Pieces, start: int, head: int) -> int:
    """`start` moved over leading words that only qualify (大型, 省级), and a verb before a place (开发|济南)."""
    while start < head:
        words = p.words(start, head)
        word = words[0]
        leads = word in _LEADING or (is_verb(word) and any(is_place(other) for other in words[1:3]))
        if word not in _qualifiers() and not (leads and len(words) > 1):
            return start
        start += len(word)
    return start


def proper(p: Pieces, start: int, head: int, strength: str, *, placed: bool) -> bool:
    """Whether what stands before the class word makes it a name, by how much the class word needs.

    strong: a place, a proper word or two words; weak: a proper word, or a place and two more; placed: a place and
    more; rare: any word that says something; long: a place and more, or four words; bare: nothing.
    """
    words = p.words(start, head) if start < head else []
    if not words:
        return strength == "bare"
    first = placed or any(is_place(p.text[start : start + n]) for n in (2, 3, 4, 5, 6) if start + n <= head)
    plain = [word for word in words if word not in _generic() and not is_place(word) and word[-1] != "型"]
    named = _named(words)
    if strength in ("rare", "bare"):
        return bool(plain) or first
    if strength == "place":
        return first or named
    if strength == "placed":
        return first and (bool(plain) or len(words) > 2)
    if strength == "weak":
        return (named and len("".join(plain)) > 1) or (first and (len(plain) >= 2 or len(words) > 2))
    if strength == "long":
        return (first and bool(plain)) or len(words) >= 4
    return first or named or len(plain) > 1 or (words[0] in _CLASS and len(words) > 1)


def _named(words: list[str]) -> bool:
    """Whether some word is proper: unknown, a name in the dictionary, or two unknown characters together."""
    runs = "".join("x" if len(word) == 1 and word not in _CLASS else " " for word in words)
    loose = 2 if "xx" in runs and any(len(word) == 1 and word not in _generic() for word in words) else 0
    return loose >= 2 or any(len(word) > 1 and word not in _generic() and _proper_word(word) for word in words)


@lru_cache(maxsize=65536)
def _proper_word(word: str) -> bool:
    return (word[-1] != "型" and not known(word)) or tag(word) in ("nt", "nz", "nr", "nrt", "nrfg", "ns")


@lru_cache(maxsize=65536)
def is_place(word: str) -> bool:
    """Whether the gazetteer lists `word` and it is no ordinary word besides."""
    return len(word) > 1 and word not in gazetteer.ordinary() and bool(gazetteer.load().named(word))


@cache
def _generic() -> frozenset[str]:
    return frozenset(lexicon.words("institution_generic"))


@cache
def _qualifiers() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("institution_generic") if len(row) > 1 and row[1] == "before")
