"""What a build hands to the exports: everything, in canonical form and in order."""

from __future__ import annotations

import msgspec

from kg.model.claim import Claim, Reject, Statement
from kg.model.mention import Entity, Type
from kg.model.page import Article, Page

FORMAT = 2
"""Number of the layout of `outputs/`; raised when an older one could no longer be read."""


class MentionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of mentions.jsonl: a mention with the entity it was linked to. Offsets count in the page."""

    page: str
    article: str
    start: int
    end: int
    surface: str
    type: Type
    entity: str
    confidence: float
    by: str
    why: str
    anaphor: bool = False


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """An article's named author: `role` is reporter or correspondent, `person` an entity id."""

    article: str
    role: str
    person: str


class KnowledgeGraph(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a build. Every sequence is sorted by id (pages by source), so that outputs are stable."""

    base: str
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    redirects: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[MentionRow, ...]
    authors: tuple[Author, ...]
    rejects: tuple[Reject, ...]
