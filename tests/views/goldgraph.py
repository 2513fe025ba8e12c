"""KnowledgeGraphs to draw without a build: from the annotated pages, made up, or hostile."""

from __future__ import annotations

from pathlib import Path

from kg.model.claim import Evidence, Fact, Modality, Observation, Post, Relation, Statement
from kg.model.graph import KnowledgeGraph, MentionRow
from kg.model.ids import digest
from kg.model.mention import Entity, Type
from kg.model.page import Article, Page
from kg.text.quote import cite
from tests import oracle

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


def gold(*files: Path, pages: Path) -> KnowledgeGraph:
    """The annotated pages as if a perfect build had read them; entities of one name and type are one."""
    entities: dict[tuple[str, str], Entity] = {}
    found: dict[str, Statement] = {}
    all_pages: list[Page] = []
    all_articles: list[Article] = []
    mentions: list[MentionRow] = []
    for file in files:
        page = oracle.load(file, pages)
        source = page.gold["document"]
        all_pages.append(_page(source, (pages / source).read_text(encoding="utf-8")))
        articles = {a.id: _article(a, all_pages[-1]) for a in page.articles}
        all_articles.extend(articles.values())
        ids = {old: _merge(entities, entity, articles) for old, entity in page.entities.items()}
        for article in page.articles:
            for link in page.links[article.id]:
                m = link.mention
                mentions.append(MentionRow(
                    page=source, article=articles[article.id].id, start=article.offsets[m.start],
                    end=article.offsets[m.end - 1] + 1, surface=m.surface, type=m.type, entity=ids[link.entity],
                    confidence=1.0, by="gold", why="gold"))  # fmt: skip
        for row in [*page.gold["relations"], *page.gold["positions"], *page.gold["observations"]]:
            made = statement(_fact(row, ids), (_evidence(articles[row["article"]], row["evidence"]),))
            found.setdefault(made.id, made)
    return graph_of(all_pages, all_articles, list(entities.values()), list(found.values()), mentions)


def _page(source: str, text: str) -> Page:
    return Page(id=digest([source], 16), source=source, sha256="0" * 64, encoding="utf-8", text=text)


def _article(article: Article, page: Page) -> Article:
    fields = {name: getattr(article, name) for name in article.__struct_fields__}
    return Article(**{**fields, "id": f"{page.id}-{article.number}", "page": page.id})


def _merge(entities: dict[tuple[str, str], Entity], entity: Entity, articles: dict[str, Article]) -> str:
    key = (entity.type, entity.name)
    old = entities.get(key)
    id = f"{entity.type.lower()}/{digest(list(key))}"
    entities[key] = Entity(
        id=id, type=entity.type, name=entity.name, names=tuple(sorted({*entity.names, *(old.names if old else ())})),
        articles=tuple(sorted({*(articles[a].id for a in entity.articles), *(old.articles if old else ())})),
        level=entity.level, role=entity.role,
    )  # fmt: skip
    return id


def _fact(row: dict[str, str], ids: dict[str, str]) -> Fact:
    if "person" in row:
        return Post(person=ids[row["person"]], title=row["title"], of=ids[row["of"]])
    if "metric" in row:
        return Observation(subject=ids[row["s"]], metric=row["metric"], value=str(row["value"]), unit=row.get("unit"),
                           period=row.get("period"))  # fmt: skip
    predicate = "leads" if row.get("role") == "leader" else row["p"]
    return Relation(subject=ids[row["s"]], predicate=predicate, object=ids[row["o"]])  # type: ignore[arg-type]


def _evidence(article: Article, quote: str) -> Evidence:
    start = article.text.find(quote)
    return cite(article, max(start, 0), max(start, 0) + len(quote))


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
