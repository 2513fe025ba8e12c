"""Widths and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.normalise import key, squash, unify


def test_full_width_digits_and_letters_become_half_width() -> None:
    assert unify("１２％、ＡＢｃ．") == "12%、ABc."


def test_chinese_punctuation_keeps_its_form() -> None:
    assert unify("，。（）“”") == "，。（）“”"


def test_the_many_middle_dots_become_one() -> None:
    assert unify("阿•布・杜‧拉") == "阿·布·杜·拉"


@given(st.text())
def test_unifying_keeps_every_position(text: str) -> None:
    assert len(unify(text)) == len(text)
    assert unify(unify(text)) == unify(text)


@given(st.text())
def test_squashed_text_has_no_white_space(text: str) -> None:
    assert not any(ch.isspace() for ch in squash(text))
    assert squash(text) == "".join(ch for ch in text if not ch.isspace())


@pytest.mark.parametrize(
    "spelled", ["ＡＢＣ科技", "abc 科技", "“ABC”科技", "A B\tC科技", "ABC　科技", "《ABC》科技", "Ａ·ＢＣ科技"]
)
def test_spellings_of_one_name_share_a_key(spelled: str) -> None:
    assert key(spelled) == key("ABC科技")


def test_brackets_of_either_width_are_one() -> None:
    assert key("海铜（云港）公司") == key("海铜(云港)公司")


def test_a_name_of_nothing_but_marks_keeps_a_key() -> None:
    assert key("“”") != ""
    assert key("  ") == ""
