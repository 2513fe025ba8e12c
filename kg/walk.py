"""One page through the stages that need nothing but the page: segment → recognise → link → extract. Pure."""

from __future__ import annotations

import msgspec

from kg import extract, link, recognise, segment
from kg.config import Config
from kg.model.claim import Claim
from kg.model.graph import Author, MentionRow
from kg.model.mention import Entity, Link
from kg.model.page import Article, Page


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one page says; what a worker hands back."""

    page: Page
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[MentionRow, ...]
    authors: tuple[Author, ...]
    claims: tuple[Claim, ...]


def walk(page: Page, config: Config) -> PageFacts:
    """What `page` says under `config`: the same page and settings give the same facts, whatever else is built."""
    articles = segment.run(page, config.home)
    mentions = {article.id: recognise.run(article, neural=config.neural) for article in articles}
    entities, links = link.run(articles, mentions)
    known = {entity.id: entity for entity in entities}
    claims = [claim for article in articles for claim in extract.run(article, links[article.id], known)]
    rows = [_row(article, found) for article in articles for found in links[article.id]]
    return PageFacts(
        page=page,
        articles=tuple(articles),
        entities=tuple(entities),
        mentions=tuple(sorted(rows, key=lambda row: (row.start, -row.end, row.type, row.entity))),
        authors=tuple(author for article in articles for author in _authors(article, links[article.id])),
        claims=tuple(claims),
    )


def _row(article: Article, link: Link) -> MentionRow:
    mention = link.mention
    return MentionRow(
        page=article.source,
        article=article.id,
        start=article.offsets[mention.start],
        end=article.offsets[mention.end - 1] + 1,
        surface=mention.surface,
        type=mention.type,
        entity=link.entity,
        confidence=round(link.confidence, 3),
        by=mention.by,
        why=link.why,
        anaphor=mention.anaphor,
    )


def _authors(article: Article, links: list[Link]) -> list[Author]:
    """Each byline name with the person that the mention at its place was linked to."""
    found: list[Author] = []
    for byline in article.bylines:
        persons = [
            link.entity
            for link in links
            if link.mention.type == "Person" and link.mention.start < byline.end and byline.start < link.mention.end
        ]
        found.extend(Author(article=article.id, role=byline.role, person=person) for person in persons[:1])
    return found
