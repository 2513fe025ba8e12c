"""What the terms of the graph are called on a terminal, and how a user may call them in turn."""

from __future__ import annotations

from kg.cli.language import english

RELATIONS: dict[str, tuple[str, str]] = {
    "locatedIn": ("位于", "located in"),
    "memberOf": ("属于产业", "member of"),
    "leads": ("领军", "leads"),
    "produces": ("生产", "produces"),
    "suppliesTo": ("供货给", "supplies to"),
    "cooperatesWith": ("合作", "cooperates with"),
    "subsidiaryOf": ("隶属于", "subsidiary of"),
    "undertakes": ("承担", "undertakes"),
    "exportsTo": ("出口到", "exports to"),
    "awarded": ("获得", "awarded"),
    "listedOn": ("上市于", "listed on"),
    "organizes": ("主办", "organizes"),
    "attends": ("参加", "attends"),
    "issued": ("发布", "issued"),
    "holdsPost": ("任职", "holds a post of"),
    "observed": ("数字", "observed"),
}
TYPES: dict[str, tuple[str, str]] = {
    "Company": ("企业", "company"),
    "Government": ("党政机关", "government organ"),
    "Institution": ("机构", "institution"),
    "Person": ("人物", "person"),
    "Place": ("地方", "place"),
    "Park": ("园区设施", "park"),
    "Cluster": ("产业集群", "industry cluster"),
    "Chain": ("产业链", "industry chain"),
    "Industry": ("产业", "industry"),
    "Product": ("产品", "product"),
    "Project": ("项目", "project"),
    "Event": ("活动", "event"),
    "Honor": ("荣誉", "honour"),
    "Policy": ("政策", "policy"),
}
_OTHERS: dict[str, tuple[str, str]] = {
    "formerPost": ("曾任", "formerly held a post of"),
    "articles": ("文章", "articles"),
    "headlines": ("标题", "headlines"),
    "bylines": ("署名", "bylines"),
    "article": ("文章", "article"),
    "headline": ("标题", "headline"),
    "byline": ("署名", "byline"),
    "entities.core": ("核心实体", "core entities"),
    "entities.extended": ("扩展实体", "extended entities"),
    "relations": ("关系", "relations"),
    "positions": ("任职", "posts"),
    "position": ("任职", "post"),
    "observations": ("数字", "numbers"),
    "observation": ("数字", "number"),
    "evidence": ("证据", "evidence"),
    "page": ("版面", "page"),
    "asserted": ("陈述", "asserted"),
    "planned": ("计划", "planned"),
    "denied": ("否认", "denied"),
    "reported": ("转述", "reported"),
    "country": ("国家", "country"),
    "province": ("省级", "province"),
    "city": ("地级", "city"),
    "county": ("县级", "county"),
    "town": ("乡级", "town"),
    "village": ("村", "village"),
    "zone": ("功能区", "zone"),
    "geo": ("地理", "geography"),
    "official": ("官员", "official"),
    "executive": ("企业人员", "executive"),
    "expert": ("专家", "expert"),
    "journalist": ("记者", "journalist"),
    "citizen": ("市民", "citizen"),
    "historical": ("历史人物", "historical"),
}
_ALL = {**RELATIONS, **TYPES, **_OTHERS}


def label(term: str) -> str:
    """A term in the user's language; one that has no wording as it is."""
    return _ALL.get(term, (term, term))[english()]


def relation(word: str) -> str:
    """The predicate that a user means by `exportsTo`, `exportsto`, `出口到` or `exports to`; else the word as it is."""
    return _meant(word, RELATIONS)


def kind(word: str) -> str:
    """The entity type that a user means by `Company`, `company` or `企业`; else the word as it is."""
    return _meant(word, TYPES)


def _meant(word: str, table: dict[str, tuple[str, str]]) -> str:
    wanted = word.strip().lower()
    return next((term for term, words in table.items() if wanted in (term.lower(), *words)), word)
