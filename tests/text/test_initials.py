"""Pinyin initials."""

from __future__ import annotations

import pytest

from kg.text.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"), [("海铜新材", "htxc"), ("云港市", "ygs"), ("ABC科技", "abckj"), ("3号码头", "3hmt")]
)
def test_the_usual_reading_comes_first(name: str, letters: str) -> None:
    assert initials(name)[0] == letters


@pytest.mark.parametrize(("name", "letters"), [("重庆", "cq"), ("长春", "cc"), ("厦门", "xm"), ("单县", "sx")])
def test_characters_with_two_readings_are_found_by_either(name: str, letters: str) -> None:
    assert letters in initials(name)
    assert len(initials(name)) == 2


def test_punctuation_has_no_initial() -> None:
    assert initials("“海”（铜）") == ("ht",)
    assert initials("。") == ("",)


def test_a_name_full_of_double_readings_stays_short() -> None:
    assert len(initials("长" * 20)) == 8
