"""A passage as an article, for tests of single finders."""

from __future__ import annotations

from kg.model.page import Article
from kg.segment.reflow import flow


def article(text: str, home: str | None = None) -> Article:
    """An article whose whole text is `text`."""
    body = flow(text, ((0, len(text)),))
    return Article(
        id="a-1", page="a", source="a.txt", number=1, kind="news", title=None, start=0, end=len(text), text=body.text,
        printed=body.printed, offsets=body.offsets, body=0, breaks=body.breaks, sentences=body.sentences, home=home,
    )  # fmt: skip
