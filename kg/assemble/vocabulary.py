"""The vocabulary as a gate: a claim against it never reaches the graph."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model.claim import Fact, Observation, Post, Relation
from kg.model.mention import Entity
from kg.text.vocabulary import POST, signatures

_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")


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
        return None if _DECIMAL.fullmatch(fact.value) else f"{fact.value!r} is no decimal number"
    if ends[0] == ends[1]:
        return f"{entities[ends[0]].name} is both ends"
    name = fact.predicate if isinstance(fact, Relation) else POST
    domain, range_ = signatures()[name]
    subject, object = entities[ends[0]], entities[ends[1]]
    if subject.type not in domain:
        return f"{name} does not begin at a {subject.type} ({subject.name})"
    if object.type not in range_:
        return f"{name} does not end at a {object.type} ({object.name})"
    return None
