"""An article's text as words with parts of speech, indexed by offset: what the finders of named things walk on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from kg.model.mention import Mention
from kg.text import gazetteer
from kg.text.lattice import cost
from kg.text.words import known, tagged

_PAUSE = frozenset("，。；：、！？,;:!?\n \t…—《》【】“”‘’「」\"'")


_NAMES = frozenset({"nz", "nr", "nrt", "nrfg", "nt", "eng"})
_PAIR = 2
_RARE = 16.0
"""Cost from which a dictionary word of two characters is rarer than brands are."""


class Word(NamedTuple):
    """A word of the segmenter with its place in the text and its part of speech."""

    start: int
    end: int
    text: str
    tag: str


class Reading:
    """The words of one text. `ending` and `starting` find the word that ends or begins at an offset, if one does."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Word] = []
        start = 0
        for word, tag in tagged(text):
            self.words.append(Word(start, start + len(word), word, tag))
            start += len(word)
        self._by_end = {word.end: index for index, word in enumerate(self.words)}
        self._by_start = {word.start: index for index, word in enumerate(self.words)}

    def ending(self, offset: int) -> Word | None:
        """The word that ends at `offset`."""
        index = self._by_end.get(offset)
        return None if index is None else self.words[index]

    def starting(self, offset: int) -> Word | None:
        """The word that begins at `offset`."""
        index = self._by_start.get(offset)
        return None if index is None else self.words[index]

    def inside(self, offset: int) -> Word | None:
        """The word that `offset` cuts in two; None at a boundary."""
        index = next(self._around(offset), None)
        return None if index is None else self.words[index]

    def leftward(self, offset: int, floor: int = 0) -> Iterator[Word]:
        """The words before `offset`, nearest first, down to `floor`. A word that straddles `offset` is cut there."""
        index = self._by_end.get(offset)
        if index is None:
            index = next((i for i in self._around(offset)), -1)
            if index < 0:
                return
            word = self.words[index]
            if word.start >= floor:
                yield Word(word.start, offset, self.text[word.start : offset], "n")
            index -= 1
        for i in range(index, -1, -1):
            word = self.words[i]
            if word.start < floor:
                if word.end > floor:
                    yield Word(floor, word.end, self.text[floor : word.end], "n")
                return
            yield word

    def rightward(self, offset: int) -> Iterator[Word]:
        """The words from `offset` on; where `offset` lies inside a word, from the next word on."""
        index = self._by_start.get(offset)
        if index is None:
            index = next((i + 1 for i in self._around(offset)), len(self.words))
        yield from self.words[index:]

    def clause_start(self, offset: int) -> bool:
        """Whether nothing but punctuation stands before `offset`."""
        return offset == 0 or self.text[offset - 1] in _PAUSE

    def _around(self, offset: int) -> Iterator[int]:
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.words) and self.words[low].start < offset < self.words[low].end:
            yield low


@lru_cache(maxsize=4)
def read(text: str) -> Reading:
    """The reading of `text`; kept for the last few texts, since several finders look at one article in turn."""
    return Reading(text)


def is_name_part(word: str, tag: str) -> bool:
    """Whether a word looks like a piece of a brand: unknown to the dictionary, a name there, or too rare a word."""
    if not known(word) or tag in _NAMES:
        return True
    if len(word) == _PAIR and _RARE <= cost(word) < inf:
        return True
    return tag == "ns" and not gazetteer.load().named(word)


def places_by_end(found: Sequence[Mention]) -> dict[int, int]:
    """End → start of each place that a name may begin with (no river, no ocean), the longest if several."""
    ends: dict[int, int] = {}
    for mention in found:
        if mention.type == "Place" and mention.level not in ("geo", "village") and not mention.anaphor:
            ends[mention.end] = min(mention.start, ends.get(mention.end, mention.start))
    return ends


def covered(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `start`–`end` overlaps one of `spans`."""
    return any(s < end and start < e for s, e in spans)
