"""Names cut free of the clause around them."""

from __future__ import annotations

import pytest

from kg.model.mention import Mention, Type
from kg.recognise.trim import trim
from tests.recognise.passage import article


def trimmed(text: str, surface: str, kind: Type, by: str = "x.head") -> list[tuple[str, str | None]]:
    """What is left of one mention of `text`, with its full name."""
    made = article(text)
    start = made.text.index(surface)
    mention = Mention(
        article=made.id, start=start, end=start + len(surface), type=kind, surface=surface, confidence=0.9, by=by
    )
    return [(kept.surface, kept.name) for kept in trim(made, [mention])]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "left"),
    [
        ("节目充分展现广交会气象。", "充分展现广交会", "Event", "广交会"),
        ("他捐款500万元人民币予中山大学。", "万元人民币予中山大学", "Institution", "中山大学"),
        ("某翁旗下云江慈善基金会捐款。", "某翁旗下云江慈善基金会", "Institution", "云江慈善基金会"),
        ("他别看烟台柑橘产业园不大。", "别看烟台柑橘产业园", "Park", "烟台柑橘产业园"),
        ("12月14日中国纺织协会宣布。", "日中国纺织协会", "Institution", "中国纺织协会"),
        ("而云岭保险集团没有来。", "而云岭保险集团", "Company", "云岭保险集团"),
        ("他说。”北大国家发展研究院院长笑了。", "。”北大国家发展研究院", "Institution", "北大国家发展研究院"),
        ("近日起先后任中国历史博物馆馆长。", "先后任中国历史博物馆", "Institution", "中国历史博物馆"),
    ],
)
def test_a_name_begins_after_the_words_of_the_clause(text: str, surface: str, kind: Type, left: str) -> None:
    assert trimmed(text, surface, kind) == [(left, None)]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("中国官员愿意帮助跨国公司的职工。", "中国官员愿意帮助跨国公司", "Company"),
        ("9位职工代表作大会发言。", "9位职工代表作大会", "Event"),
        ("要用好综合医院。", "用好综合医院", "Institution"),
    ],
)
def test_what_is_no_name_without_the_clause_is_no_mention(text: str, surface: str, kind: Type) -> None:
    assert trimmed(text, surface, kind) == []


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("南通第一人民医院开诊。", "南通第一人民医院", "Institution"),
        ("投资350兆瓦热电联产工程。", "350兆瓦热电联产工程", "Project"),
        ("推出“万名工匠培育行动”。", "万名工匠培育行动", "Policy"),
        ("促进农产品加工业发展三年行动开始了。", "促进农产品加工业发展三年行动", "Policy"),
        ("新希望集团在此。", "新希望集团", "Company"),
        ("江苏省发展和改革委员会发文。", "江苏省发展和改革委员会", "Government"),
    ],
)
def test_names_that_hold_such_words_by_right_stay_whole(text: str, surface: str, kind: Type) -> None:
    assert trimmed(text, surface, kind) == [(surface, None)]


def test_two_names_joined_by_a_conjunction_are_two() -> None:
    assert trimmed("青岛和烟台水库蓄水。", "青岛和烟台水库", "Park") == [("青岛", "青岛水库"), ("烟台水库", None)]
    assert trimmed("青云港和云台港吞吐。", "青云港和云台港", "Park") == [("青云港", None), ("云台港", None)]


def test_names_of_a_list_are_left_alone() -> None:
    assert trimmed("由国家局主办。", "由国家局", "Government", by="organs.national") == [("由国家局", None)]
