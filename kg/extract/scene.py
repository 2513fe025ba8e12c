"""One article with its links, indexed by place: what every extractor looks at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from kg.model.claim import Claim, Fact, Modality, Observation, Post, Relation
from kg.model.ids import digest
from kg.model.mention import Entity, Link
from kg.model.page import Article, Span
from kg.text.quote import cite


class Scene:
    """An article, its links in order of place, and the entities that they stand for.

    Anaphors (该公司, 我市) are links too; `link.mention.anaphor` tells them apart.
    """

    def __init__(self, article: Article, links: Sequence[Link], entities: Mapping[str, Entity]) -> None:
        self.article = article
        self.text = article.text
        self.entities = entities
        self.links = tuple(sorted(links, key=lambda link: (link.mention.start, -link.mention.end, link.entity)))
        self._starts = [link.mention.start for link in self.links]

    def within(self, start: int, end: int, *types: str) -> Iterator[Link]:
        """Links that lie wholly in `text[start:end]`, of the given entity types where any are given."""
        for link in self.links[bisect_left(self._starts, start) :]:
            if link.mention.start >= end:
                return
            if link.mention.end <= end and (not types or link.mention.type in types):
                yield link

    def sentences(self) -> Iterator[tuple[Span, list[Link]]]:
        """Each sentence with the links in it."""
        for start, end in self.article.sentences:
            yield (start, end), list(self.within(start, end))

    def claim(
        self,
        fact: Fact,
        at: Span,
        by: str,
        confidence: float,
        modality: Modality = "asserted",
        speaker: str | None = None,
    ) -> Claim:
        """A claim whose evidence is the sentence (or sentences) around `text[at[0]:at[1]]`."""
        evidence = cite(self.article, *at)
        key = [*_key(fact), modality, evidence.article, evidence.start, evidence.end, by]
        return Claim(
            id=f"claim/{digest(key, 16)}", fact=fact, evidence=evidence, confidence=confidence, modality=modality,
            by=by, speaker=speaker,
        )  # fmt: skip


def _key(fact: Fact) -> list[str | None]:
    match fact:
        case Relation():
            return ["relation", fact.subject, fact.predicate, fact.object]
        case Post():
            return ["post", fact.person, fact.title, fact.of, *(["former"] if fact.former else [])]
        case Observation():
            return ["observation", fact.subject, fact.metric, fact.value, fact.unit, fact.period]
