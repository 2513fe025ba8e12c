"""Claims folded into statements."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from kg import assemble
from kg.model.claim import Claim, Observation, Post, Statement
from kg.model.mention import Entity
from tests.fixtures import BUYER, CHAIRMAN, CHILE, FIRM, claim, county, graph, harbour, relation

ENTITIES: dict[str, Entity] = {entity.id: entity for entity in graph().entities}
NEWS = harbour().articles[0]
VISIT = county().articles[0]
EXPORTS = relation(FIRM, "exportsTo", CHILE)


def fold(*claims: Claim) -> list[Statement]:
    """The statements, after checking that the order of the claims does not matter."""
    results = [assemble.run(order, lambda id: id, ENTITIES) for order in itertools.permutations(claims)]
    assert all(result == results[0] for result in results)
    return results[0][0]


def test_two_places_that_say_the_same_are_one_surer_statement_with_both_sentences() -> None:
    [statement] = fold(claim(NEWS, "出口到", EXPORTS, 0.8), claim(VISIT, "出口到", EXPORTS, 0.5))
    assert statement.confidence == pytest.approx(0.9)
    assert len(statement.evidence) == len(statement.claims) == 2


def test_two_rules_that_read_one_sentence_alike_do_not_make_it_surer() -> None:
    [statement] = fold(claim(NEWS, "出口到", EXPORTS, 0.8, by="a"), claim(NEWS, "出口到", EXPORTS, 0.6, by="b"))
    assert statement.confidence == 0.8
    assert len(statement.evidence) == 1
    assert statement.by == ("a", "b")


def test_no_number_of_sentences_makes_a_statement_certain() -> None:
    [statement] = fold(claim(NEWS, "出口到", EXPORTS, 0.99), claim(VISIT, "出口到", EXPORTS, 0.99))
    assert statement.confidence == 0.99


def test_a_plan_is_another_statement_than_the_fact() -> None:
    statements = fold(claim(NEWS, "出口到", EXPORTS), claim(NEWS, "出口到", EXPORTS, modality="planned", by="b"))
    assert sorted(s.modality for s in statements) == ["asserted", "planned"]
    assert len({s.id for s in statements}) == 2


def test_cooperation_has_no_direction() -> None:
    one, other = relation(FIRM, "cooperatesWith", BUYER), relation(BUYER, "cooperatesWith", FIRM)
    assert len(fold(claim(NEWS, "供货", one), claim(NEWS, "供货", other, by="b"))) == 1


def test_an_office_seen_on_several_days_is_one_post_with_what_all_of_them_know() -> None:
    def post(held_on: str | None = None, held_from: str | None = None, held_until: str | None = None) -> Post:
        return Post(
            person=CHAIRMAN, title="董事长", of=FIRM, held_on=held_on, held_from=held_from, held_until=held_until
        )

    [statement] = fold(
        claim(NEWS, "董事长", post(held_on="2025-03-02"), by="a"),
        claim(NEWS, "董事长", post(held_on="2025-02-01", held_from="2021"), by="b"),
        claim(VISIT, "县长", post(held_until="2026-01", held_from="2020-05")),
    )
    assert statement.fact == post(held_on="2025-03-02", held_from="2020-05", held_until="2026-01")


def test_a_number_of_another_period_is_another_number() -> None:
    def sales(period: str | None) -> Observation:
        return Observation(subject=FIRM, metric="出口额", value="3.2", unit="亿元", period=period)

    assert len(fold(claim(NEWS, "出口额", sales("2024")), claim(NEWS, "出口额", sales("2025")))) == 2


def test_a_rate_read_with_and_without_what_it_compares_is_one_statement() -> None:
    def growth(base: str | None) -> Observation:
        return Observation(subject=FIRM, metric="出口额同比增长", value="8.5", unit="%", compared_with=base)

    [statement] = fold(claim(NEWS, "同比", growth(None), by="a"), claim(NEWS, "同比", growth("出口额"), by="b"))
    assert statement.fact == growth("出口额")


def test_facts_move_to_canonical_ids_and_claims_keep_theirs() -> None:
    short = "company/short"
    claims = [claim(NEWS, "出口到", relation(short, "exportsTo", CHILE))]
    statements, rejects = assemble.run(claims, lambda id: FIRM if id == short else id, ENTITIES)
    assert statements[0].fact == EXPORTS
    assert claims[0].fact == relation(short, "exportsTo", CHILE)
    assert rejects == []


def test_a_claim_against_the_vocabulary_is_rejected_with_article_claim_and_reason() -> None:
    wrong = claim(NEWS, "出口到", relation(FIRM, "listedOn", CHILE))
    statements, [reject] = assemble.run([wrong], lambda id: id, ENTITIES)
    assert statements == []
    assert (reject.source, reject.stage, reject.detail) == (NEWS.id, "assemble", wrong.id)
    assert "listedOn" in reject.reason


def test_statement_ids_depend_on_nothing_but_fact_and_modality() -> None:
    weak = claim(NEWS, "出口到", EXPORTS, 0.1, by="other")
    assert fold(weak)[0].id == fold(claim(VISIT, "出口到", EXPORTS, 0.9))[0].id
    assert fold(msgspec.structs.replace(weak, modality="denied"))[0].id != fold(weak)[0].id
