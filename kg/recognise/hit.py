"""What a finder of named things finds before it is a mention: a stretch of the text, how sure, by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.model.mention import Mention, Type
from kg.model.page import Article


class Hit(NamedTuple):
    """Start and end in `Article.text`; `name` is the thing's full name where a list knows more than the text says."""

    start: int
    end: int
    confidence: float
    rule: str
    name: str | None = None


def apart(hits: Iterable[Hit], taken: Iterable[Hit]) -> list[Hit]:
    """Those of `hits` that overlap none of `taken`."""
    kept = [(hit.start, hit.end) for hit in taken]
    return [hit for hit in hits if not any(start < hit.end and hit.start < end for start, end in kept)]


def mentions(article: Article, kind: Type, finder: str, hits: Iterable[Hit]) -> list[Mention]:
    """The mentions that `hits` are, in order; `finder` is the name before the rule in `Mention.by`."""
    return [
        Mention(
            article=article.id, start=hit.start, end=hit.end, type=kind, surface=article.printed[hit.start : hit.end],
            confidence=hit.confidence, by=f"{finder}.{hit.rule}", name=hit.name,
        )
        for hit in sorted(hits, key=lambda hit: hit[:4])
    ]  # fmt: skip
