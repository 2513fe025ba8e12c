"""Relations between named things: trigger words, frames over enumerations, and what a name itself says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from kg.extract.discourse import Discourse
from kg.extract.relations import attendance, frames, meetings, naming, placing, rosters, triggers
from kg.extract.relations.draft import Draft
from kg.extract.scene import Scene
from kg.model.claim import Claim, Modality, Predicate, Relation
from kg.model.mention import Entity
from kg.text import stance
from kg.text.vocabulary import signatures

_FLOOR = 0.6
_EXCHANGE = re.compile("交所|交易所|证券|联交|纳斯达克|[创主三小]业?板|科创板|NYSE|NASDAQ")
_GUIDING = re.compile(r"(?:战略|精神|理念|方针|思想|路线|布局)[”》]?$")
"""What everybody follows and nobody named beside it has issued."""
_NAMES = (
    "relations.name", "relations.locatedIn.adjacent", "relations.locatedIn.beside", "relations.frame",
    "relations.roster",
)  # fmt: skip
"""Rules that read names and lists, which no 将 or 未 in the sentence touches."""
_COMING = ("relations.attends.listed", "relations.attends.there")
"""Rules whose verb stands somewhere behind the name."""
_FURTHERS = re.compile(r"[^，。；]{0,2}(?:壮大|做[强优大实]|延伸|提升|巩固|深耕|培[优强]|抓[好牢]|整合|依托|带动|围绕)")
"""What will be strengthened in a place is there already."""


def claims(scene: Scene) -> list[Claim]:
    """What `scene` says of relations, each fact once per sentence, by the surest rule."""
    discourse = Discourse(scene)
    best: dict[tuple[str, str, str, int], Draft] = {}
    for draft in _allowed(scene, _drafts(discourse)):
        key = (draft.subject, draft.predicate, draft.object, discourse.sentence(draft.low)[0])
        if key not in best or best[key].sure < draft.sure:
            best[key] = draft
    return [_claim(discourse, draft) for draft in best.values() if not _leads(draft, best, discourse)]


def _drafts(discourse: Discourse) -> Iterator[Draft]:
    placed: set[str] = set()
    for family in (triggers, frames, placing, attendance, meetings, rosters, naming):
        for draft in family.drafts(discourse):
            if draft.by == "relations.name.event" and draft.subject in placed:
                continue
            if draft.predicate == "locatedIn":
                placed.add(draft.subject)
            yield draft


def _divided(subject: Entity, place: Entity, by: str) -> bool:
    """Whether a place is one that the subject may be said to lie in: trades in divisions, nothing right behind 中国."""
    if subject.type in triggers.TRADES or (subject.type == "Place" and "adjacent" not in by):
        beside = by == "relations.locatedIn.beside"
        return place.level != "geo" and (subject.type == "Place" or place.level != "country" or beside)
    return not (subject.type == "Company" and place.name == "中国")


def _leads(draft: Draft, best: dict[tuple[str, str, str, int], Draft], discourse: Discourse) -> bool:
    """Whether the same sentence says more: leads holds memberOf."""
    key = (draft.subject, "leads", draft.object, discourse.sentence(draft.low)[0])
    return draft.predicate == "memberOf" and key in best


def _allowed(scene: Scene, drafts: Iterable[Draft]) -> Iterable[Draft]:
    for draft in drafts:
        domain, range_ = signatures()[draft.predicate]
        subject, object_ = scene.entities[draft.subject], scene.entities[draft.object]
        if draft.predicate == "awarded" and subject.level in ("geo", "country"):
            continue
        if draft.predicate == "issued" and _GUIDING.search(object_.name):
            continue
        if draft.predicate == "listedOn" and not any(_EXCHANGE.search(name) for name in object_.names):
            continue
        if draft.predicate == "locatedIn" and not _divided(subject, object_, draft.by):
            continue
        if draft.sure >= _FLOOR and draft.subject != draft.object and subject.type in domain and object_.type in range_:
            yield draft


def _claim(discourse: Discourse, draft: Draft) -> Claim:
    at = discourse.position(draft.low), discourse.position(max(draft.low, draft.high - 1)) + 1
    speech = discourse.quote(draft.low)
    modality = _modality(discourse, draft)
    fact = Relation(subject=draft.subject, predicate=cast(Predicate, draft.predicate), object=draft.object)
    return discourse.scene.claim(fact, at, draft.by, round(draft.sure, 3), modality, speech.person if speech else None)


def _modality(discourse: Discourse, draft: Draft) -> Modality:
    """What the words around say of it, read over `code`: a 未 or 将 inside a name is none."""
    if draft.still or draft.by.startswith(_NAMES):
        return "asserted"
    low, high = draft.low, draft.high
    if draft.by.startswith(_COMING):
        low, high = high - 1, next((stop - 1 for stop in discourse.stops if stop > high), discourse.sentence(low)[1])
    article = discourse.scene.article
    told = stance.of_predicate(discourse.code, low, high, draft.verb, article.dateline or article.issued)
    there = draft.predicate == "locatedIn" and draft.verb is not None and _FURTHERS.match(discourse.code, draft.verb)
    return "asserted" if there and told == "planned" else told
