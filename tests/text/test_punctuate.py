"""Half-width punctuation beside Chinese characters becomes full-width, one character to one."""

from __future__ import annotations

import pytest

from kg.text.punctuate import punctuate


@pytest.mark.parametrize(
    ("typed", "unified"),
    [
        ("会上,甲(乙)说:好!", "会上，甲（乙）说：好！"),
        ("增长12.7%,创新高", "增长12.7%，创新高"),
        ("约1,000人", "约1,000人"),
        ("PM2.5,PM10", "PM2.5,PM10"),
        ("A(B)", "A(B)"),
        ("已经，全角。", "已经，全角。"),
    ],
)
def test_punctuation_is_unified(typed: str, unified: str) -> None:
    assert punctuate(typed) == unified
    assert len(punctuate(typed)) == len(typed)
