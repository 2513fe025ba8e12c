"""How ordinary a stretch of text is: the cheapest way to cut it into dictionary words.

A name is believed where naming explains its characters better than words do (钟声 the person against 钟声 the bell,
周玉介 against 周玉 and 介绍). The costs are negative natural logarithms of word frequencies.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ConfigError
from kg.text.persons import is_foreign, surnames

_LONGEST = 5
_UNKNOWN = 19.0
"""Cost of a character that the dictionary lacks: rarer than its rarest words."""
_HEAD_ALONE, _COMMON = 0.1, 3.3
"""The dictionary counts 王 mostly where it begins a name; as a word of its own it is rarer by this factor."""


@cache
def costs() -> Mapping[str, float]:
    """Cost of each ordinary word of jieba's dictionary; infinite for what only begins words.

    What the dictionary itself marks as a person's name is left out, else every name in it would look like a word.
    Read as a file, since importing jieba takes longer than reading its list.
    """
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ConfigError("jieba is not installed: its dictionary says how common words are")
    heads = surnames()
    counts: dict[str, float] = {}
    with (Path(spec.submodule_search_locations[0]) / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split(" ")
            named = tag.startswith("nr") and len(word) > 1 and (word[0] in heads or is_foreign(word))
            if len(word) > _LONGEST or named:
                continue
            alone = len(word) == 1 and word in heads and (tag in ("nr", "zg") or heads[word] < _COMMON)
            counts[word] = int(count) * (_HEAD_ALONE if alone else 1.0)
    total = math.log(sum(counts.values()))
    table = {word: total - math.log(max(count, 0.5)) for word, count in counts.items()}
    for word in counts:
        for size in range(2, len(word)):
            table.setdefault(word[:size], math.inf)
    return table


def cost(word: str) -> float:
    """Cost of `word` as one word; infinite where no dictionary has it."""
    return costs().get(word, math.inf)


class Lattice:
    """All ways to cut one clause into words, reduced to the cheapest cost up to and from each place."""

    def __init__(self, text: str) -> None:
        table = costs()
        size = len(text)
        before = [math.inf] * (size + 1)
        before[0] = 0.0
        edges: list[tuple[int, int, float]] = []
        for start, character in enumerate(text):
            value: float | None = table.get(character, _UNKNOWN)
            base, end = before[start], start + 1
            while value is not None:
                if value < math.inf:
                    edges.append((start, end, value))
                    if base + value < before[end]:
                        before[end] = base + value
                end += 1
                if end > size:
                    break
                value = table.get(text[start:end])
        after = [math.inf] * (size + 1)
        after[size] = 0.0
        for start, end, value in reversed(edges):
            if value + after[end] < after[start]:
                after[start] = value + after[end]
        self._before = before
        self._after = after

    def gain(self, start: int, end: int, price: float) -> float:
        """How much cheaper the clause gets when `text[start:end]` is one unit of that price; > 0 speaks for it."""
        return self._before[-1] - (self._before[start] + price + self._after[end])
