"""KnowledgeGraphs to draw without a build, made up or hostile."""

from __future__ import annotations

from kg.model.claim import Evidence, Fact, Modality, Statement
from kg.model.graph import KnowledgeGraph, MentionRow
from kg.model.ids import digest
from kg.model.mention import Entity, Type
from kg.model.page import Article, Page

BASE = "https://kg.example/id/"


def graph_of(
    pages: list[Page], articles: list[Article], entities: list[Entity], statements: list[Statement],
    mentions: list[MentionRow] | None = None,
) -> KnowledgeGraph:  # fmt: skip
    """A graph of these records, sorted as a build sorts them."""
    return KnowledgeGraph(
        base=BASE, pages=tuple(sorted(pages, key=lambda p: p.source)),
        articles=tuple(sorted(articles, key=lambda a: a.id)), entities=tuple(sorted(entities, key=lambda e: e.id)),
        redirects=(), statements=tuple(sorted(statements, key=lambda s: s.id)), claims=(),
        mentions=tuple(mentions or ()), authors=(), rejects=(),
    )  # fmt: skip


def statement(fact: Fact, evidence: tuple[Evidence, ...], modality: Modality = "asserted") -> Statement:
    """A statement with an id of its own."""
    key = [type(fact).__name__, *(str(getattr(fact, name)) for name in fact.__struct_fields__), modality]
    return Statement(
        id=f"statement/{digest(key, 16)}", fact=fact, modality=modality, confidence=0.9, evidence=evidence,
        claims=(), by=("gold",),
    )  # fmt: skip


def _page(source: str, text: str) -> Page:
    return Page(id=digest([source], 16), source=source, sha256="0" * 64, encoding="utf-8", text=text)


def made(text: str, entities: dict[str, tuple[Type, tuple[str, ...]]], facts: list[tuple[Fact, Modality]],
         title: str | None = "一则消息") -> KnowledgeGraph:  # fmt: skip
    """One page with one article of one sentence, entities by id, and facts that all rest on that sentence."""
    page = _page("page.txt", text)
    article = Article(
        id=f"{page.id}-1", page=page.id, source="page.txt", number=1, kind="news", title=title, start=0,
        end=len(text), text=text, printed=text, offsets=tuple(range(len(text))), body=0, breaks=(),
        sentences=((0, len(text)),), dateline="2024-05-06",
    )  # fmt: skip
    quote = (Evidence(article=article.id, start=0, end=len(text), quote=text),)
    people = [
        Entity(id=id, type=kind, name=names[0], names=tuple(sorted(names)), articles=(article.id,))
        for id, (kind, names) in entities.items()
    ]
    return graph_of([page], [article], people, [statement(fact, quote, modality) for fact, modality in facts])
