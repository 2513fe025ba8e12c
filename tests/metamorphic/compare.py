"""What a page says about one of its articles, in names: to be held against itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.config import Config
from kg.evaluate.match import bare
from kg.model.claim import Fact, Observation, Post, Relation
from kg.stages import fold
from kg.walk import walk
from tests.metamorphic.variants import Setting, in_simplified

Told = Counter[tuple[str, ...]]


def told(setting: Setting, neural: bool = True) -> tuple[Told, Told]:
    """Entities (type, name) and facts (by names) that stand within the story's place on the page."""
    facts = walk(setting.page, Config(home=setting.story.home, neural=neural))
    graph = fold([facts], [], Config())
    names = {entity.id: (entity.type, _same(entity.name)) for entity in graph.entities}
    entities = {
        names[m.entity] for m in graph.mentions if not m.anaphor and setting.start <= m.start and m.end <= setting.end
    }
    statements = {
        (*_words(statement.fact, names), statement.modality)
        for statement in graph.statements
        if any(setting.start <= e.start and e.end <= setting.end for e in statement.evidence)
    }
    return Counter(sorted(entities)), Counter(sorted(statements))


def f1(left: Told, right: Told) -> tuple[int, int]:
    """Twice what both have, and what they have together: summed over articles, the ratio is the F1."""
    return 2 * (left & right).total(), left.total() + right.total()


def _words(fact: Fact, names: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    match fact:
        case Relation():
            return names[fact.subject][1], fact.predicate, names[fact.object][1]
        case Post():
            return names[fact.person][1], _same(fact.title), names[fact.of][1]
        case Observation():
            return names[fact.subject][1], _same(fact.metric), fact.value, _same(fact.unit or ""), fact.period or ""


def _same(name: str) -> str:
    return in_simplified(bare(name))
