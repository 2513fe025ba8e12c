"""What the vocabulary forbids never reaches the graph."""

from __future__ import annotations

from typing import get_args

from kg.assemble.vocabulary import breach
from kg.model.claim import Observation, Post, Predicate
from kg.text.vocabulary import POST, signatures
from tests.fixtures import BUYER, CHAIRMAN, CHILE, FIRM, TUBE, graph, relation

ENTITIES = {entity.id: entity for entity in graph().entities}


def test_every_predicate_has_a_signature_and_no_other_has_one() -> None:
    assert set(signatures()) == {*get_args(Predicate), POST}


def test_a_fact_between_the_right_types_is_allowed() -> None:
    assert breach(relation(FIRM, "exportsTo", CHILE), ENTITIES) is None
    assert breach(Post(person=CHAIRMAN, title="董事长", of=FIRM), ENTITIES) is None


def test_a_wrong_subject_and_a_wrong_object_are_named() -> None:
    assert breach(relation(TUBE, "exportsTo", CHILE), ENTITIES) == "exportsTo does not begin at a Product (精密铜管)"
    assert breach(relation(FIRM, "produces", CHILE), ENTITIES) == "produces does not end at a Place (智利)"
    assert breach(Post(person=FIRM, title="董事长", of=BUYER), ENTITIES) is not None


def test_nothing_is_related_to_itself() -> None:
    assert breach(relation(FIRM, "suppliesTo", FIRM), ENTITIES) == "海铜新材料股份有限公司 is both ends"


def test_an_end_that_nobody_knows_is_named() -> None:
    assert breach(relation(FIRM, "suppliesTo", "company/none"), ENTITIES) == "no entity company/none"


def test_a_number_may_be_about_anything_but_is_a_number() -> None:
    def number(value: str) -> Observation:
        return Observation(subject=TUBE, metric="产量", value=value)

    assert breach(number("3.20"), ENTITIES) is None
    assert breach(number("-4"), ENTITIES) is None
    for wrong in ("3,200", "三", "", "1e5", "3.", "nan"):
        assert breach(number(wrong), ENTITIES) == f"{wrong!r} is no decimal number"
