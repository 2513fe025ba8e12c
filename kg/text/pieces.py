"""A text cut into dictionary words only, and the walk leftwards that finds where a name begins.

Names of villages, institutions and parks end in a word that tells their class (…村, …研究院, …产业园), but nothing
marks where they begin. Unknown words are left as single characters here (晁|寨|村), since a guess of the segmenter
often glues a name to its neighbour (镇张|青营村).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from kg.text import lexicon, words

_HARD = frozenset("，。；：！？,;:!?\n \t…—－-《》【】“”‘’「」『』\"'、/■□●▲◆★☆<>〈〉[]{}（）()")
_STOPPING_TAGS = frozenset(
    ["v", "vd", "vg", "p", "c", "u", "uj", "ul", "ug", "uz", "ud", "uv", "r", "rr", "rz", "d", "t", "q", "y", "e", "o"]
) | frozenset(["mq", "zg", "k", "df", "dg", "ad"])


class Pieces:
    """The dictionary words of a text by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts = words.dictionary_cuts(text)
        self._at = frozenset(self.cuts)

    def boundary(self, offset: int) -> bool:
        """Whether a word begins or ends at `offset`."""
        return offset in self._at

    def glued(self, start: int, end: int) -> bool:
        """Whether a word begins with `text[start:end]` and goes on (京|剧)."""
        return start in self._at and end not in self._at

    def before(self, offset: int) -> tuple[int, str]:
        """Start and text of the word that ends at `offset`, or of its part before `offset`; ("", 0) at the start."""
        if offset <= 0:
            return 0, ""
        start = self.cuts[bisect_right(self.cuts, offset - 1) - 1]
        return start, self.text[start:offset]

    def after(self, offset: int) -> str:
        """The word that begins at `offset`, or the rest of the word that `offset` lies in."""
        if offset >= len(self.text):
            return ""
        return self.text[offset : self.cuts[bisect_right(self.cuts, offset)]]

    def words(self, start: int, end: int) -> list[str]:
        """The words of `text[start:end]`, cut at its ends."""
        inner = self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]
        return [self.text[a:b] for a, b in pairwise([start, *inner, end])]


@lru_cache(maxsize=8)
def pieces(text: str) -> Pieces:
    """The pieces of `text`; kept for the last few texts, since several finders look at one article in turn."""
    return Pieces(text)


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicon.words("name_stops"))


@cache
def _allowed() -> frozenset[str]:
    return frozenset(lexicon.words("name_verbs"))


@lru_cache(maxsize=65536)
def stops(word: str) -> bool:
    """Whether `word` can be no part of a name: a verb, preposition, pronoun, number (位于, 从, 该, 40)."""
    if not word or word[0] in _HARD or word in _stops() or word.isdigit():
        return True
    if len(word) == 1 or word in _allowed():
        return False
    tag = words.tag(word)
    return tag in _STOPPING_TAGS or (tag == "i" and len(word) == 4)


@lru_cache(maxsize=65536)
def is_verb(word: str) -> bool:
    """Whether the segmenter takes `word` for a verb, also where organisations bear it (管理, 建设)."""
    return word in _allowed() and words.tag(word)[:1] == "v"


def name_start(p: Pieces, head: int, places: Mapping[int, int], limit: int = 24) -> int:
    """Where the name begins whose class word begins at `head`; `head` itself where nothing before belongs to it.

    `places` maps the end of each place found to its start: names begin with their place, so the walk ends with the
    places that stand before the proper part (from 走进|临清市|明礼|小学 the 临清市).
    """
    offset = head
    while offset > 0:
        if offset in places and places[offset] < offset:
            offset = places[offset]
            while offset in places:
                offset = places[offset]
            return offset
        start, word = p.before(offset)
        if head - start > limit or stops(word):
            return offset
        offset = start
    return offset
