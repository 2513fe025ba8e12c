"""Which types each predicate joins, from ontology/predicates.tsv: a claim against it never reaches the graph."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg import resources
from kg.model.claim import Fact, Observation, Post, Relation
from kg.model.mention import Entity


@cache
def signatures() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Predicate → types of its subject and of its object."""
    table = {}
    for line in (resources.ontology() / "predicates.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            predicate, domain, range_ = line.split("\t")[:3]
            table[predicate] = (frozenset(domain.split()), frozenset(range_.split()))
    return table


def breach(fact: Fact, entities: Mapping[str, Entity]) -> str | None:
    """Why the vocabulary forbids `fact`, or None where it allows it."""
    match fact:
        case Relation():
            ends = (fact.subject, fact.object)
        case Post():
            ends = (fact.person, fact.of)
        case Observation():
            ends = (fact.subject, fact.subject)
    missing = [end for end in ends if end not in entities]
    if missing:
        return f"no entity {missing[0]}"
    if isinstance(fact, Observation):
        return None
    if ends[0] == ends[1]:
        return f"{entities[ends[0]].name} is both ends"
    name = fact.predicate if isinstance(fact, Relation) else "holdsPost"
    domain, range_ = signatures()[name]
    subject, object = entities[ends[0]], entities[ends[1]]
    if subject.type not in domain:
        return f"{name} does not begin at a {subject.type} ({subject.name})"
    if object.type not in range_:
        return f"{name} does not end at a {object.type} ({object.name})"
    return None
