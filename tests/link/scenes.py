"""Small articles with mentions, made from a text and the surfaces in it."""

from __future__ import annotations

from kg import link
from kg.model.mention import Entity, Link, Mention, Type
from kg.model.page import Article
from kg.segment.reflow import flow

Named = tuple[str, Type]


def article(text: str, number: int = 1, home: str | None = "聊城市") -> Article:
    """An article whose page is `text` itself."""
    flowed = flow(text, ((0, len(text)),))
    return Article(
        id=f"page-{number}", page="page", source="page.txt", number=number, kind="news", title=None, start=0,
        end=len(text), text=flowed.text, printed=flowed.printed, offsets=flowed.offsets, body=0, breaks=flowed.breaks,
        sentences=flowed.sentences, home=home,
    )  # fmt: skip


def mentions(of: Article, *named: Named, **extra: str) -> list[Mention]:
    """Every occurrence of each surface as a mention of its type."""
    found = []
    for surface, kind in named:
        at = of.text.find(surface)
        assert at >= 0, f"{surface} is not in the text"
        while at >= 0:
            found.append(
                Mention(article=of.id, start=at, end=at + len(surface), type=kind, surface=surface, confidence=0.9,
                        by="test", level=extra.get("level"), role=extra.get("role"))  # type: ignore[arg-type]
            )  # fmt: skip
            at = of.text.find(surface, at + 1)
    return found


class Linked:
    """The outcome of linking, by surface."""

    def __init__(self, articles: list[Article], found: list[Mention]) -> None:
        by_article = {a.id: [m for m in found if m.article == a.id] for a in articles}
        entities, self.links = link.run(articles, by_article)
        self.entities: dict[str, Entity] = {e.id: e for e in entities}

    def all(self, surface: str) -> list[Link]:
        """Links of every mention printed as `surface`."""
        return [k for found in self.links.values() for k in found if k.mention.surface == surface]

    def entity(self, surface: str) -> Entity:
        """The one entity that `surface` stands for."""
        ids = {k.entity for k in self.all(surface)}
        assert len(ids) == 1, f"{surface} stands for {ids}"
        return self.entities[ids.pop()]


def linked(text: str, *named: Named, home: str | None = "聊城市") -> Linked:
    """One article, linked."""
    one = article(text, home=home)
    return Linked([one], mentions(one, *named))
