"""Articles made of one short text, for the finders' tests."""

from __future__ import annotations

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import places
from kg.segment.reflow import sentences
from kg.text.normalise import unify


def article(text: str) -> Article:
    """An article whose page is just `text`."""
    return Article(
        id="p-1", page="p", source="t.txt", number=1, kind="news", title=None, start=0, end=len(text),
        text=unify(text), printed=text, offsets=tuple(range(len(text))), body=0, breaks=(),
        sentences=sentences(text), home="聊城市",
    )  # fmt: skip


def with_places(text: str) -> tuple[Article, list[Mention]]:
    """The article of `text` and the places in it."""
    made = article(text)
    return made, list(places.find(made, []))
