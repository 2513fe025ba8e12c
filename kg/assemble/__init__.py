"""Claim → Statement: what the pages together say, folded under canonical ids, checked against the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod

import msgspec

from kg.assemble.vocabulary import breach
from kg.model.claim import Claim, Fact, Modality, Observation, Post, Reject, Relation, Statement
from kg.model.ids import digest
from kg.model.mention import Entity

_CEILING = 0.99
"""No number of agreeing sentences makes a reading certain: they may share the misreading."""


def run(
    claims: Iterable[Claim], canonical: Callable[[str], str], entities: Mapping[str, Entity]
) -> tuple[list[Statement], list[Reject]]:
    """Statements sorted by id, and the claims that the vocabulary forbids as rejects with the reason.

    `canonical` maps an entity id to the one it lives on under. A claim is counted once for each printed place: two
    rules that read one sentence alike do not make it surer than the surer of them (Noisy-or over places, as in
    INDRA's belief model).
    """
    folded: dict[tuple[tuple[str | None, ...], Modality], list[tuple[Fact, Claim]]] = defaultdict(list)
    rejects: list[Reject] = []
    for claim in claims:
        fact = _moved(claim.fact, canonical)
        reason = breach(fact, entities)
        if reason is None:
            folded[statement_key(fact), claim.modality].append((fact, claim))
        else:
            rejects.append(Reject(source=claim.evidence.article, stage="assemble", reason=reason, detail=claim.id))
    statements = [
        _fold(_together([fact for fact, _ in found]), modality, [claim for _, claim in found])
        for (_, modality), found in folded.items()
    ]
    return sorted(statements, key=lambda s: s.id), sorted(rejects, key=lambda r: (r.source, r.detail, r.reason))


def _moved(fact: Fact, canonical: Callable[[str], str]) -> Fact:
    match fact:
        case Relation():
            subject, object = canonical(fact.subject), canonical(fact.object)
            if fact.predicate == "cooperatesWith":
                subject, object = min(subject, object), max(subject, object)
            return msgspec.structs.replace(fact, subject=subject, object=object)
        case Post():
            return msgspec.structs.replace(fact, person=canonical(fact.person), of=canonical(fact.of))
        case Observation():
            return msgspec.structs.replace(fact, subject=canonical(fact.subject))


def _together(facts: Sequence[Fact]) -> Fact:
    """One fact with what all its claims know: of an office the last day seen held, the first start, the last end; of
    a rate of change the number that it compares.
    """
    posts = [fact for fact in facts if isinstance(fact, Post)]
    numbers = [fact for fact in facts if isinstance(fact, Observation)]
    if posts:
        return msgspec.structs.replace(
            posts[0],
            held_on=max((p.held_on for p in posts if p.held_on), default=None),
            held_from=min((p.held_from for p in posts if p.held_from), default=None),
            held_until=max((p.held_until for p in posts if p.held_until), default=None),
        )
    if numbers:
        compared = min((n.compared_with for n in numbers if n.compared_with), default=None)
        return msgspec.structs.replace(numbers[0], compared_with=compared)
    return facts[0]


def _fold(fact: Fact, modality: Modality, claims: list[Claim]) -> Statement:
    places: dict[tuple[str, int, int], float] = defaultdict(float)
    for claim in claims:
        e = claim.evidence
        places[e.article, e.start, e.end] = max(places[e.article, e.start, e.end], claim.confidence)
    evidence = {(c.evidence.article, c.evidence.start, c.evidence.end): c.evidence for c in claims}
    confidence = min(_CEILING, 1 - prod(1 - places[place] for place in sorted(places)))
    return Statement(
        id=f"statement/{digest([*statement_key(fact), modality], 16)}",
        fact=fact,
        modality=modality,
        confidence=round(confidence, 3),
        evidence=tuple(evidence[place] for place in sorted(evidence)),
        claims=tuple(sorted({c.id for c in claims})),
        by=tuple(sorted({c.by for c in claims})),
    )


def statement_key(fact: Fact) -> tuple[str | None, ...]:
    """What makes a fact the fact it is: a number's period does, the dates at which an office is seen held do not.

    An office told of as past is another fact than the same one held: somebody may have come back to it.
    """
    match fact:
        case Relation():
            return "relation", fact.subject, fact.predicate, fact.object
        case Post():
            past = ("former",) if fact.former else ()
            return "post", fact.person, fact.title, fact.of, *past
        case Observation():
            return "observation", fact.subject, fact.metric, fact.value, fact.unit, fact.period
