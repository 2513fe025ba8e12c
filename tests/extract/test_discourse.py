from __future__ import annotations

from kg.extract.discourse import Discourse
from tests.extract.scenes import scene


def subject(marked: str, at: str, *types: str, home: str | None = None) -> tuple[str, ...]:
    discourse = Discourse(scene(marked, home))
    found = discourse.subject(discourse.code.index(at), types or ("Company",))
    return tuple(entity for node in found.nodes for entity in node.entities) if found else ()


def test_names_shrink_to_signs_and_lead_back_to_the_text() -> None:
    discourse = Discourse(scene("昨天[恒越机械|Company]开工。"))
    assert len(discourse.code) == len("昨天X开工。")
    assert discourse.position(discourse.code.index("开工")) == len("昨天恒越机械")


def test_the_nearest_free_name_of_the_clause_is_its_subject() -> None:
    assert subject("[恒越机械|Company]今年获奖。", "获奖") == ("恒越机械",)
    assert subject("[恒越机械|Company]、[澜海重工|Company]双双获奖。", "双双") == ("恒越机械", "澜海重工")


def test_a_name_behind_a_preposition_or_verb_is_none() -> None:
    assert subject("[恒越机械|Company]为[澜海重工|Company]供货，获奖。", "获奖") == ("恒越机械",)
    assert subject("配套[澜海重工|Company]，获奖。", "获奖") == ()


def test_somebody_else_named_in_the_clause_blocks_what_came_before() -> None:
    assert subject("[恒越机械|Company]扩产，[青原大学|Institution]研发成功。", "研发") == ()


def test_many_unnamed_ones_are_no_subject() -> None:
    assert subject("[青原市|Place:city]14家企业获奖。", "获奖", "Place") == ()
    assert subject("[青原市|Place:city]企业获奖。", "获奖", "Place") == ()


def test_a_project_keeps_its_company_in_focus() -> None:
    assert subject("[恒越机械|Company]投资[热能项目|Project]。该项目投产后，年产齿轮。", "年产") == ("恒越机械",)


def test_we_in_a_quotation_is_the_speakers_organisation() -> None:
    marked = "[澜海重工|Company]也在场。“我们今年扩产，还要出口。”[恒越机械|Company]董事长[林远|Person]表示。"
    assert subject(marked, "出口") == ("恒越机械",)


def test_an_executive_without_a_firm_speaks_for_the_one_in_focus() -> None:
    marked = "[恒越机械|Company]今年扩产。“订单很多，产品出口到海外。”总经理[林远|Person]说。"
    assert subject(marked, "出口") == ("恒越机械",)


def test_a_stranger_who_is_quoted_speaks_for_nobody() -> None:
    marked = "[恒越机械|Company]今年扩产。“订单很多，产品出口到海外。”村民[林远|Person]说。"
    assert subject(marked, "出口") == ()


def test_our_city_is_the_home_and_this_county_the_last_named() -> None:
    marked = "[青原市|Place:city]开会。[云水县|Place:county]到会，该县获奖，我市扩产。"
    assert subject(marked, "获奖", "Place", home="青原市") == ("云水县",)
    assert subject(marked, "扩产", "Place", home="青原市") == ("青原市",)
