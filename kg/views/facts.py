"""What a page carries to show beside the picture: entities, facts and numbers with their sentences.

A page must stay small enough to open: of a large graph it carries what is best attested, and says how much it left
out. Rows are JSON values, because the page's script reads them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from kg.model.claim import Observation, Post, Relation, Statement
from kg.model.graph import KnowledgeGraph
from kg.model.mention import Entity
from kg.text.initials import initials
from kg.views.sentences import MOST, Sentences

ENTITIES = 5_000
FACTS = 9_000
NUMBERS = 5_000
_ARTICLES = 12
"""Articles listed for one entity."""


class Chosen(msgspec.Struct, frozen=True):
    """The part of a graph that a page carries, in the order of their worth, and how much of each it leaves out."""

    entities: tuple[Entity, ...]
    facts: tuple[Statement, ...]
    numbers: tuple[Statement, ...]
    left_out: dict[str, int]


def ends(statement: Statement) -> tuple[str, ...]:
    """Ids of the entities that a statement is about, the subject first."""
    match statement.fact:
        case Relation(subject=subject, object=object):
            return subject, object
        case Post(person=person, of=of):
            return person, of
        case Observation(subject=subject):
            return (subject,)


def chain(known: Mapping[str, Entity], id: str) -> list[str]:
    """The divisions above an entity, nearest first; empty for what is no known entity."""
    found: list[str] = []
    up = known[id].part_of if id in known else None
    while up is not None and up in known and up not in found:
        found.append(up)
        up = known[up].part_of
    return found


def relation(statement: Statement) -> str:
    """The predicate; `holdsPost` for an office, `observed` for a number."""
    match statement.fact:
        case Relation(predicate=predicate):
            return predicate
        case Post():
            return "holdsPost"
        case Observation():
            return "observed"


def choose(graph: KnowledgeGraph, entities: int = ENTITIES, facts: int = FACTS, numbers: int = NUMBERS) -> Chosen:
    """The best attested `entities`, and of what is said about them the best attested `facts` and `numbers`."""
    weight: Counter[str] = Counter()
    linked: set[str] = set()
    for s in graph.statements:
        weight.update(dict.fromkeys(ends(s), len(s.evidence)))
        if len(ends(s)) == 2:
            linked.update(ends(s))
    named = [e for e in graph.entities if e.articles or weight[e.id]]
    ranked = sorted(named, key=lambda e: (e.id not in linked, -weight[e.id], -len(e.articles), e.id))
    kept = ranked[:entities]
    known = {e.id for e in kept}
    pairs = [s for s in graph.statements if len(ends(s)) == 2]
    counts = [s for s in graph.statements if len(ends(s)) == 1]
    best_pairs, best_counts = _best(pairs, known, facts), _best(counts, known, numbers)
    left_out = {
        "entities": len(ranked) - len(kept),
        "facts": len(pairs) - len(best_pairs),
        "numbers": len(counts) - len(best_counts),
    }
    return Chosen(tuple(kept), best_pairs, best_counts, left_out)


def _best(statements: Iterable[Statement], known: set[str], most: int) -> tuple[Statement, ...]:
    inside = [s for s in statements if all(end in known for end in ends(s))]
    return tuple(sorted(inside, key=lambda s: (-len(s.evidence), -s.confidence, s.id))[:most])


def payload(graph: KnowledgeGraph, chosen: Chosen) -> dict[str, Any]:
    """Articles, sentences, entities, facts and numbers of `chosen`, referring to one another by their places."""
    places = {entity.id: place for place, entity in enumerate(chosen.entities)}
    sentences = Sentences(graph, places)
    facts = [_fact(s, places, sentences) for s in chosen.facts]
    numbers = [_number(s, places, sentences) for s in chosen.numbers]
    mentions = Counter(row.entity for row in graph.mentions if not row.anaphor)
    known = {entity.id: entity for entity in graph.entities}
    entities = [_entity(e, known, mentions[e.id], sentences) for e in chosen.entities]
    return {
        "articles": sentences.articles,
        "sentences": sentences.rows,
        "entities": entities,
        "facts": facts,
        "numbers": numbers,
    }


def _entity(entity: Entity, known: Mapping[str, Entity], mentions: int, sentences: Sentences) -> dict[str, Any]:
    others = [name for name in entity.names if name != entity.name]
    shown = [sentences.article(id) for id in entity.articles[:_ARTICLES]]
    row = {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "others": others,
        "initials": sorted({letters for name in (entity.name, *others) for letters in initials(name)} - {""}),
        "level": entity.level,
        "code": entity.code,
        "role": entity.role,
        "above": _above(entity, known),
        "mentions": mentions,
        "articles": [number for number in shown if number is not None],
        "in": len(entity.articles),
    }
    return _present(row)


def _above(entity: Entity, known: Mapping[str, Entity]) -> list[str]:
    return [known[id].name for id in chain(known, entity.id)]


def _fact(s: Statement, places: Mapping[str, int], sentences: Sentences) -> dict[str, Any]:
    first, second = ends(s)
    row = {
        "id": s.id,
        "from": places[first],
        "to": places[second],
        "relation": relation(s),
        **_common(s, sentences),
    }
    if isinstance(s.fact, Post):
        row |= {"title": s.fact.title, "on": s.fact.held_on, "since": s.fact.held_from, "until": s.fact.held_until,
                "former": s.fact.former}  # fmt: skip
    return _present(row)


def _number(s: Statement, places: Mapping[str, int], sentences: Sentences) -> dict[str, Any]:
    assert isinstance(s.fact, Observation)  # noqa: S101 - for the type checker; `ends` told the kinds apart
    return _present(
        {
            "id": s.id,
            "of": places[s.fact.subject],
            "metric": s.fact.metric,
            "value": s.fact.value,
            "unit": s.fact.unit,
            "period": s.fact.period,
            **_common(s, sentences),
        }
    )


def _common(s: Statement, sentences: Sentences) -> dict[str, Any]:
    return {
        "modality": None if s.modality == "asserted" else s.modality,
        "confidence": s.confidence,
        "evidence": sentences.cite(s.evidence, ends(s)),
        "more": max(0, len(s.evidence) - MOST),
    }


def _present(row: dict[str, Any]) -> dict[str, Any]:
    """What is None, empty or zero is left out: the script takes a missing value for it."""
    return {name: value for name, value in row.items() if value or name in ("from", "to", "of")}
