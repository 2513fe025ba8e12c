"""One page through the stages that need nothing but the page: segment → recognise → link → extract. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from kg import extract, link, recognise, segment
from kg.config import Config
from kg.model.claim import Claim
from kg.model.graph import Author, MentionRow
from kg.model.mention import Entity, Link
from kg.model.page import Article, Page
from kg.text.normalise import squash
from kg.text.script import as_printed, traditional


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one page says; what a worker hands back."""

    page: Page
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[MentionRow, ...]
    authors: tuple[Author, ...]
    claims: tuple[Claim, ...]


def walk(page: Page, config: Config) -> PageFacts:
    """What `page` says under `config`: the same page and settings give the same facts, whatever else is built.

    A page in traditional characters is read as `Article.text` has it, in simplified ones, so that its names are those
    of all other pages; what is quoted of it stays as printed.
    """
    articles = segment.run(page, config.home)
    if not traditional(page.text):
        return _read(page, articles, config)
    facts = _read(page, [msgspec.structs.replace(a, printed=a.text) for a in articles], config)
    return _as_printed(facts, articles)


def _read(page: Page, articles: Sequence[Article], config: Config) -> PageFacts:
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


def _as_printed(facts: PageFacts, articles: Sequence[Article]) -> PageFacts:
    """The facts with surfaces, quotes and further names of entities in the page's own characters."""
    text = facts.page.text
    rows = [msgspec.structs.replace(m, surface=as_printed(m.surface, text[m.start : m.end])) for m in facts.mentions]
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if not row.anaphor:
            names[row.entity].add(squash(row.surface))
    entities = [
        msgspec.structs.replace(e, names=tuple(sorted(names[e.id].union(e.names)))) if e.id in names else e
        for e in facts.entities
    ]
    claims = []
    for claim in facts.claims:
        e = claim.evidence
        quoted = msgspec.structs.replace(e, quote=as_printed(e.quote, text[e.start : e.end]))
        claims.append(msgspec.structs.replace(claim, evidence=quoted))
    return msgspec.structs.replace(
        facts, articles=tuple(articles), entities=tuple(entities), mentions=tuple(rows), claims=tuple(claims)
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
