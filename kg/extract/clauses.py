"""Clauses of an article, and where in a clause its subject may begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache

import msgspec

from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.model.page import Span
from kg.text import lexicon
from kg.text.when import When


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that a number is about, how sure, by which rule, and the words that say so (None: carried along)."""

    entity: str
    type: str
    sure: float
    by: str
    at: Span | None = None


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch between two stops, in text positions; `nodes` are the names in it, `sentence` counts sentences."""

    start: int
    end: int
    sentence: int
    nodes: tuple[Node, ...]


_STOP = re.compile(r"[，；：。！？…\n]|——|,(?!\d)|;")
_LIGHT = re.compile(r"[“‘”’\"《（(、\s●◆■▲★□○※]+")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon.words("clause_openers"))))


def before(nodes: Sequence[Node], at: int, types: Collection[str]) -> Iterator[Node]:
    """Names of the given types that end by a position, the last first; 该公司 and the like left out."""
    for node in reversed(nodes):
        if node.end <= at and node.type in types and not node.anaphor:
            yield node


def topic_of(node: Node, sure: float, by: str) -> Topic:
    """`node` as the topic that the rule `by` finds."""
    return Topic(entity=node.entities[0], type=node.type, sure=sure * node.sure, by=by, at=(node.start, node.end))


_LATELY = re.compile(
    r"(?:过去|近|这|最近|未来)?(?:的)?[\d一二两三四五六七八九十几多数百]+多?个?(?:年|月|天|周|季度)多?(?:以来|来|间|里|前|后|中|内)"
)


class Clauses:
    """The clauses of an article in order; a stop inside a name (《…，…》) does not cut."""

    def __init__(self, discourse: Discourse, whens: Sequence[When]) -> None:
        self.text = discourse.text
        self.all = _split(discourse)
        self._sentences = discourse.scene.article.sentences
        self._starts = [clause.start for clause in self.all]
        self._whens = {when.start: when.end for when in whens}
        self._named = {node.start for node in discourse.nodes}

    def index(self, position: int) -> int:
        """Number of the clause that holds a position of the text."""
        return max(0, bisect_right(self._starts, position) - 1)

    def at(self, position: int) -> Clause:
        """The clause that holds a position of the text."""
        return self.all[self.index(position)]

    def sentence_start(self, position: int) -> int:
        """Where the sentence that holds a position begins."""
        return self._sentences[self.at(position).sentence][0]

    def skip(self, at: int, limit: int) -> int:
        """Past opening words, dates and quotation marks."""
        while at < limit and at not in self._named:
            if at in self._whens:
                at = self._whens[at]
            elif self.text[at] in "到自从至" and at + 1 in self._whens:
                at = self._whens[at + 1]
            elif hit := (
                _openers().match(self.text, at) or _LIGHT.match(self.text, at) or _LATELY.match(self.text, at)
            ):
                at = hit.end()
            else:
                break
        return min(at, limit)


def _split(discourse: Discourse) -> list[Clause]:
    inside = [(node.start, node.end) for node in discourse.nodes]
    starts = [start for start, _ in inside]
    clauses: list[Clause] = []
    for number, (low, high) in enumerate(discourse.scene.article.sentences):
        start = low
        for hit in [*_STOP.finditer(discourse.text, low, high), None]:
            if hit is not None:
                before = bisect_right(starts, hit.start()) - 1
                if before >= 0 and hit.start() < inside[before][1]:
                    continue
            end = high if hit is None else hit.end()
            if end > start:
                nodes = discourse.nodes[bisect_left(starts, start) : bisect_left(starts, end)]
                clauses.append(Clause(start=start, end=end, sentence=number, nodes=tuple(nodes)))
            start = end
    return clauses
