"""Which words deny a verb, and how far they reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.denial import denies, denies_number

FIRM = "\ue000"
"""A name shrunk to one sign, as the relations are read."""


def denied(text: str, verb: str) -> bool:
    return denies(text, 0, text.index(verb), len(text))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"{FIRM}没有在去年向{FIRM}出口", "向"),
        (f"{FIRM}并非{FIRM}行业的龙头", "龙头"),
        (f"{FIRM}尚未成为{FIRM}的供应商", "供应商"),
        (f"{FIRM}暂停向{FIRM}供货", "向"),
        (f"{FIRM}与{FIRM}不再合作", "与"),
        (f"{FIRM}无法如期生产{FIRM}", "生产"),
    ],
)
def test_a_denial_reaches_the_verb_that_it_governs(text: str, verb: str) -> None:
    assert denied(text, verb)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"没有名气的{FIRM}获得{FIRM}", "获得"),
        (f"{FIRM}并非首次获得{FIRM}", "获得"),
        (f"{FIRM}没有放弃与{FIRM}合作", "与"),
        (f"{FIRM}不得不生产{FIRM}", "生产"),
        (f"{FIRM}取消对{FIRM}出口限制", "对"),
        (f"{FIRM}未雨绸缪生产{FIRM}", "生产"),
        (f"{FIRM}罚没后生产{FIRM}", "生产"),
    ],
)
def test_it_reaches_no_farther_and_twice_is_none(text: str, verb: str) -> None:
    end = text.index("限制") if "限制" in text else len(text)
    assert not denies(text, 0, text.index(verb), end)


def test_where_the_verb_is_not_known_the_stretch_must_be_one_predicate() -> None:
    text = f"{FIRM}因故未出席会议"
    assert denies(text, 0, None, len(text))
    assert not denies(f"{FIRM}没有退缩的人出席会议", 0, None, 12)


def test_numbers_of_those_who_are_not_are_no_denial() -> None:
    assert denies_number("并未获得300万元", 0, 4)
    assert not denies_number("未就业人员300人", 0, 5)
    assert not denies_number("没有工作的300人", 0, 5)
    assert not denies_number("罚没金额300万元", 0, 4)


@given(st.text(alphabet=f"没有未不再否认停止向与的就{FIRM}x，", max_size=40), st.integers(0, 39))
def test_any_verb_of_any_text_is_denied_or_not(text: str, verb: int) -> None:
    if verb < len(text):
        assert denies(text, 0, verb, len(text)) in (True, False)
