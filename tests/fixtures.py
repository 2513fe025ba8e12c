"""A small graph made by hand: two invented pages, their articles with offsets, entities, mentions and claims."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from kg import export
from kg.config import Config
from kg.extract.scene import Scene
from kg.model.claim import Claim, Fact, Modality, Observation, Post, Predicate, Reject, Relation
from kg.model.graph import Author, KnowledgeGraph, MentionRow
from kg.model.ids import entity_id
from kg.model.mention import Entity, Level, Role, Type
from kg.model.page import Article, Page
from kg.stages import fold
from kg.walk import PageFacts

HARBOUR = """云港晚报 第3版
铜企出海提速
本报讯（记者 林一禾） 位于东岭县的海铜新材料股份有限公
司是铜精深加工产业链链主企业，生产精密铜管，产品出口到智利。2024年出口额
3 .2亿元，同比增长8.5%。
海铜新材董事长周行远说，明年将向北川机械供货。
"""
COUNTY = """东岭新闻
东岭县县长周行远（左二）到海铜新材调研。海铜新材产品出口到智利和ＲＣＥＰ成员国。
北川机械否认在深圳证券交易所上市。
"""

FIRM = entity_id("Company", "海铜新材料股份有限公司")
SHORT = entity_id("Company", "海铜新材")
BUYER = entity_id("Company", "北川机械")
CHILE = entity_id("Place", "name", "智利")
REGION = entity_id("Place", "name", "ＲＣＥＰ成员国")
COUNTY_ID = entity_id("Place", "division", "990101")
CITY = entity_id("Place", "division", "990100")
TUBE = entity_id("Product", "精密铜管")
CHAIN = entity_id("Chain", "铜精深加工产业链")
EXCHANGE = entity_id("Institution", "深圳证券交易所")
CHAIRMAN = entity_id("Person", "周行远", "person", "harbour")
MAGISTRATE = entity_id("Person", "周行远", "person", "county")
REPORTER = entity_id("Person", "林一禾", "author", "harbour")


def page(source: str, text: str) -> Page:
    """A page whose bytes are `text` as UTF-8."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Page(id=sha256[:16], source=source, sha256=sha256, encoding="utf-8", text=text)


def article(page: Page, number: int, title: str | None, first: str, last: str, day: str | None) -> Article:
    """The article from the words `first` to the words `last`: line ends dropped, a blank before a point dropped."""
    start, end = page.text.index(first), page.text.index(last) + len(last)
    offsets = tuple(i for i in range(start, end) if page.text[i] != "\n" and page.text[i : i + 2] != " .")
    text = "".join(page.text[i] for i in offsets)
    return Article(
        id=f"{page.id}-{number}", page=page.id, source=page.source, number=number, kind="news", title=title,
        start=start, end=end, text=text, printed=text, offsets=offsets, body=0, breaks=(),
        sentences=tuple(match.span() for match in re.finditer("[^。]+。?", text)), dateline=day, issued=day,
    )  # fmt: skip


def entity(
    id: str, name: str, *others: str, articles: tuple[str, ...] = (), level: Level | None = None,
    code: str | None = None, part_of: str | None = None, role: Role | None = None,
) -> Entity:  # fmt: skip
    """An entity whose type is the first part of its id."""
    return Entity(
        id=id, type=_type(id), name=name, names=tuple(sorted({name, *others})), articles=articles, level=level,
        code=code, part_of=part_of, role=role,
    )  # fmt: skip


def mentions(article: Article, surfaces: Mapping[str, str]) -> list[MentionRow]:
    """Every place that matches a pattern of `surfaces`, which maps patterns to entity ids."""
    return [
        MentionRow(
            page=article.source, article=article.id, start=article.offsets[hit.start()],
            end=article.offsets[hit.end() - 1] + 1, surface=hit.group(), type=_type(id), entity=id, confidence=0.9,
            by="hand", why="same name",
        )
        for surface, id in surfaces.items()
        for hit in re.finditer(surface, article.text)
    ]  # fmt: skip


def claim(
    article: Article, words: str, fact: Fact, confidence: float = 0.8, modality: Modality = "asserted",
    by: str = "hand", speaker: str | None = None,
) -> Claim:  # fmt: skip
    """A claim that rests on the sentence around `words`."""
    at = article.text.index(words)
    return Scene(article, (), {}).claim(fact, (at, at + len(words)), by, confidence, modality, speaker)


def relation(subject: str, predicate: Predicate, object: str) -> Relation:
    """A relation, in the order in which one says it."""
    return Relation(subject=subject, predicate=predicate, object=object)


def harbour() -> PageFacts:
    """The page with wrapped lines, a blank in a number, a plan, a rate of change, and a speaker."""
    paper = page("2025/harbour.txt", HARBOUR)
    news = article(paper, 1, "铜企出海提速", "本报讯", "供货。", "2025-03-02")
    export_value = Observation(subject=FIRM, metric="出口额", value="3.2", unit="亿元", period="2024")
    growth = Observation(
        subject=FIRM, metric="出口额同比增长", value="8.5", unit="%", period="2024", compared_with="出口额"
    )
    chair = Post(person=CHAIRMAN, title="董事长", of=FIRM, held_on="2025-03-02")
    at = (news.id,)
    return PageFacts(
        page=paper,
        articles=(news,),
        entities=(
            entity(FIRM, "海铜新材料股份有限公司", "海铜新材", articles=at),
            entity(BUYER, "北川机械", articles=at),
            entity(CHILE, "智利", articles=at, level="country"),
            entity(COUNTY_ID, "东岭县", articles=at, level="county", code="990101", part_of=CITY),
            entity(CITY, "云港市", level="city", code="990100"),
            entity(TUBE, "精密铜管", articles=at),
            entity(CHAIN, "铜精深加工产业链", articles=at),
            entity(CHAIRMAN, "周行远", articles=at, role="executive"),
            entity(REPORTER, "林一禾", articles=at, role="journalist"),
        ),
        mentions=tuple(
            mentions(news, {
                "海铜新材料股份有限公司": FIRM, "海铜新材(?!料)": FIRM, "智利": CHILE, "东岭县": COUNTY_ID,
                "精密铜管": TUBE, "铜精深加工产业链": CHAIN, "周行远": CHAIRMAN, "林一禾": REPORTER, "北川机械": BUYER,
            })
        ),
        authors=(Author(article=news.id, role="reporter", person=REPORTER),),
        claims=(
            claim(news, "位于", relation(FIRM, "locatedIn", COUNTY_ID)),
            claim(news, "链主", relation(FIRM, "leads", CHAIN)),
            claim(news, "生产", relation(FIRM, "produces", TUBE)),
            claim(news, "出口到", relation(FIRM, "exportsTo", CHILE), by="exports"),
            claim(news, "出口额", export_value),
            claim(news, "同比增长", growth),
            claim(news, "董事长", chair),
            claim(news, "供货", relation(FIRM, "suppliesTo", BUYER), modality="planned", speaker=CHAIRMAN),
        ),
    )  # fmt: skip


def county() -> PageFacts:
    """The page with a namesake, a short name of the same firm, full-width letters, and a denial."""
    paper = page("2025/county.txt", COUNTY)
    visit = article(paper, 1, None, "东岭县县长", "成员国。", "2025-03-05")
    denial = article(paper, 2, None, "北川", "上市。", None)
    held = Post(person=MAGISTRATE, title="县长", of=COUNTY_ID, held_from="2024-12")
    return PageFacts(
        page=paper,
        articles=(visit, denial),
        entities=(
            entity(SHORT, "海铜新材", articles=(visit.id,)),
            entity(BUYER, "北川机械", articles=(denial.id,)),
            entity(CHILE, "智利", articles=(visit.id,), level="country"),
            entity(REGION, "ＲＣＥＰ成员国", articles=(visit.id,), level="geo"),
            entity(COUNTY_ID, "东岭县", articles=(visit.id,), level="county", code="990101", part_of=CITY),
            entity(CITY, "云港市", level="city", code="990100"),
            entity(EXCHANGE, "深圳证券交易所", articles=(denial.id,)),
            entity(MAGISTRATE, "周行远", articles=(visit.id,), role="official"),
        ),
        mentions=tuple(
            mentions(visit, {
                "海铜新材": SHORT, "智利": CHILE, "ＲＣＥＰ成员国": REGION, "东岭县": COUNTY_ID, "周行远": MAGISTRATE,
            })
            + mentions(denial, {"北川机械": BUYER, "深圳证券交易所": EXCHANGE})
        ),
        authors=(),
        claims=(
            claim(visit, "县长", held),
            claim(visit, "出口到", relation(SHORT, "exportsTo", CHILE), confidence=0.5, by="exports"),
            claim(visit, "成员国", relation(SHORT, "exportsTo", REGION), modality="reported"),
            claim(denial, "否认", relation(BUYER, "listedOn", EXCHANGE), modality="denied"),
            claim(denial, "否认", relation(BUYER, "listedOn", CHILE), confidence=0.2),
        ),
    )  # fmt: skip


def facts() -> tuple[PageFacts, ...]:
    """What the two pages say, as the stages before `resolve` would hand it over."""
    return harbour(), county()


def graph(config: Config | None = None) -> KnowledgeGraph:
    """The graph of the two pages; one claim breaks the vocabulary and one input could not be read."""
    return fold(facts(), [Reject(source="broken.txt", stage="read", reason="文件是空的")], config or Config())


def write(folder: Path, made: KnowledgeGraph | None = None) -> Path:
    """A folder of outputs, but for the HTML view."""
    made = made or graph()
    with export.publishing(folder) as fresh:
        export.write(made, fresh)
        export.write_manifest(made, Config(), {}, fresh)
    return folder


def _type(id: str) -> Type:
    types: dict[str, Type] = {
        "company": "Company", "place": "Place", "product": "Product", "chain": "Chain", "person": "Person",
        "institution": "Institution",
    }  # fmt: skip
    return types[id.partition("/")[0]]
