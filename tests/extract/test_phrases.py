"""Whether words read as the name of a measure, and where a counted noun ends."""

from __future__ import annotations

import pytest

from kg.extract.complete import complete, governed
from kg.extract.phrases import noun, sound
from kg.text import quantities


@pytest.mark.parametrize(
    ("text", "acted", "expected"),
    [
        ("科技型企业全部投产", False, "科技型企业"),
        ("接待游客的酒店", False, "接待游客的酒店"),
        ("新录用员工，", False, "新录用员工"),
        ("设备采购任务，", True, "设备采购任务"),
        ("群众学会了种菜", False, "群众"),
        ("管理和施工人员到岗", False, "管理和施工人员"),
        ("的工资补贴。", False, "工资补贴"),
    ],
)
def test_a_counted_noun_ends_before_what_is_said_of_it(text: str, acted: bool, expected: str) -> None:
    assert noun(text, 0, len(text), acted) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("票价一直", "票价"),
        ("并且新建大棚", "新建大棚"),
        ("届时产能", "产能"),
        ("企业", ""),
        ("根据合同", ""),
        ("他们工厂", ""),
        ("职工中", ""),
        ("用", ""),
        ("镇", "镇"),
        ("对东南亚出口", "对东南亚出口"),
    ],
)
def test_a_measure_says_by_itself_what_is_measured(name: str, expected: str) -> None:
    assert sound(name) == expected


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("产值达9亿元，", "产值", True),
        ("推出9亿元贷款，", "推出", False),
        ("推出9亿元贷款，", "推出贷款", True),
        ("完成7家企业的改造，", "完成企业", True),
        ("就剩下7家企业，", "产量就剩下企业", False),
    ],
)
def test_nothing_of_the_sentence_may_be_cut_off(text: str, name: str, whole: bool) -> None:
    (number,) = quantities.find(text)
    assert complete(text, number, len(text), name) is whole


def test_a_number_behind_a_preposition_waits_for_its_verb() -> None:
    assert governed("为县城的") and not governed("为县城修建")
