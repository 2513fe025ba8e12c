"""A long name of an event may tell a fact of its own."""

from kg.config import Config
from kg.model.claim import Observation, Relation
from kg.model.page import Page
from kg.walk import walk

TEXT = "启航\n　　3月2日，远岭重工有限公司出口智利60台挖掘机首发仪式在德州举行。远岭重工有限公司总经理到场。\n"


def test_an_exporter_in_the_name_of_a_ceremony_exports() -> None:
    facts = walk(Page(id="p", source="p.txt", sha256="0" * 64, encoding="utf-8", text=TEXT), Config(neural=False))
    names = {entity.id: entity.name for entity in facts.entities}
    told = {
        (names[c.fact.subject], c.fact.predicate, names[c.fact.object])
        for c in facts.claims
        if isinstance(c.fact, Relation)
    }
    assert ("远岭重工有限公司", "exportsTo", "智利") in told
    numbers = {
        (names[c.fact.subject], c.fact.value, c.fact.unit) for c in facts.claims if isinstance(c.fact, Observation)
    }
    assert ("远岭重工有限公司", "60", "台") in numbers


def test_a_name_without_an_actor_tells_nothing() -> None:
    text = TEXT.replace("远岭重工有限公司出口智利60台挖掘机首发仪式", "第三届智利美食文化节")
    facts = walk(Page(id="p", source="p.txt", sha256="0" * 64, encoding="utf-8", text=text), Config(neural=False))
    assert not [c for c in facts.claims if isinstance(c.fact, Relation) and c.fact.predicate == "exportsTo"]
