"""The sentences that a page shows, each once, with the names of a fact's ends marked in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from kg.model.claim import Evidence
from kg.model.graph import KnowledgeGraph, MentionRow
from kg.model.page import Article

MOST = 5
"""Sentences shown for one fact; how many more there are is said beside them."""


class Sentences:
    """Collects sentences and articles in the order in which they are first cited."""

    def __init__(self, graph: KnowledgeGraph, entities: Collection[str]) -> None:
        self.rows: list[list[Any]] = []
        """Article (an index into `articles`), start and end in the page, and the words."""
        self.articles: list[dict[str, str | None]] = []
        self._articles = {article.id: article for article in graph.articles}
        self._known: dict[str, int] = {}
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._mentions: dict[str, list[MentionRow]] = defaultdict(list)
        for row in graph.mentions:
            if row.entity in entities:
                self._mentions[row.article].append(row)

    def cite(self, evidence: Sequence[Evidence], ends: tuple[str, ...]) -> list[list[Any]]:
        """The first sentences of `evidence`: number of the sentence, and its marks as [from, to, which end]."""
        return [[self._number(e), self._marks(e, ends)] for e in evidence[:MOST]]

    def article(self, id: str) -> int | None:
        """Number of the article `id` in `articles`; None where the graph does not hold it."""
        if id in self._known:
            return self._known[id]
        article = self._articles.get(id)
        if article is None:
            return None
        self.articles.append(
            {"title": article.title, "page": article.source, "date": article.dateline or article.issued}
        )
        return self._known.setdefault(id, len(self.articles) - 1)

    def _number(self, e: Evidence) -> int:
        key = (e.article, e.start, e.end)
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append([self.article(e.article), e.start, e.end, e.quote])
        return self._numbers[key]

    def _marks(self, e: Evidence, ends: tuple[str, ...]) -> list[list[int]]:
        """Where the quote names the fact's ends: places in the page, walked back to places in the quote."""
        article = self._articles.get(e.article)
        low = _index(article, e.start) if article else None
        if article is None or low is None:
            return []
        marks: list[list[int]] = []
        for row in self._mentions[e.article]:
            if row.entity not in ends or row.start < e.start or row.end > e.end:
                continue
            first, last = _index(article, row.start), _index(article, row.end - 1)
            if first is not None and last is not None and 0 <= first - low <= last - low < len(e.quote):
                marks.append([first - low, last - low + 1, ends.index(row.entity)])
        return _apart(marks)


def _index(article: Article, offset: int) -> int | None:
    """Where the page's character `offset` stands in the article; offsets ascend in headline and body apart."""
    for low, high in ((article.body, len(article.offsets)), (0, article.body)):
        found = bisect_left(article.offsets, offset, low, high)
        if found < high and article.offsets[found] == offset:
            return found
    return None


def _apart(marks: list[list[int]]) -> list[list[int]]:
    """Marks in order, the longer of two that overlap."""
    kept: list[list[int]] = []
    for mark in sorted(marks, key=lambda m: (m[0], -m[1], m[2])):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept
