"""Who else acts in a clause, or only what is measured."""

from __future__ import annotations

import pytest

from kg.extract.clause_shape import acts_behind, agentive, only_noun, shape


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("", "bare"),
        ("员工达到", "measure"),
        ("轨道线路从", "measure"),
        ("建成了", "act"),
        ("向外地捐赠", "act"),
        ("产品远销", "thing"),
        ("合作社有社员", "stranger"),
        ("村民种下了", "stranger"),
        ("他拿出", "stranger"),
        ("村里就募集到", "stranger"),
        ("这家工厂有", "stranger"),
        ("30家企业实现产值", "stranger"),
        ("位于城北的工厂有", "stranger"),
    ],
)
def test_the_shape_of_a_clause_says_whether_its_subject_is_left_out(left: str, expected: str) -> None:
    assert shape(left, False, False) == expected


def test_a_count_at_the_end_of_its_clause_counts_who_acts() -> None:
    assert shape("企业复工", True, True) == "measure"
    assert shape("企业签下订单", True, False) == "stranger"


def test_people_and_bodies_act_and_things_do_not() -> None:
    assert agentive("种植合作社") and agentive("运动员")
    assert not agentive("机床") and not agentive("产量")


def test_what_is_counted_may_do_something_to_something() -> None:
    assert acts_behind("企业使用它的原料，")
    assert not acts_behind("企业，")


def test_a_noun_alone_has_no_verb_behind_it() -> None:
    assert only_noun("大棚，还有别的")
    assert not only_noun("大棚全部建成，")
