"""Whether a clause tells what is, what is planned, or what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import stance


def told(text: str, words: str) -> str:
    start = text.index(words)
    return stance.modality(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("占比将超过40%。", "40%"),
        ("预计新增产值10亿元。", "10亿元"),
        ("力争年产值达到50亿元。", "50亿元"),
        ("企业计划投资3亿元。", "3亿元"),
        ("拟建设厂房5座。", "5座"),
        ("到2027年，培育龙头企业20家。", "20家"),
        ("项目投产后，年产零件300万件。", "300万件"),
        ("下一步，全县新建公园12处。", "12处"),
        ("有望带动就业800人。", "800人"),
    ],
)
def test_plans_are_planned(text: str, words: str) -> None:
    assert told(text, words) == "planned"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("将大气治理列为全市12项行动之一。", "12项"),
        ("目前已建成大棚300座。", "300座"),
        ("计划去年完成，目前已建成大棚300座。", "300座"),
        ("新技术可将效率提升30%。", "30%"),
        ("到2023年，企业已有20家。", "20家"),
        ("投资不低于3亿元。", "3亿元"),
        ("没有不满意的，满意率98%。", "98%"),
        ("未来科技公司有员工30人。", "30人"),
    ],
)
def test_what_is_told_as_done_is_asserted(text: str, words: str) -> None:
    assert told(text, words) == "asserted"


@pytest.mark.parametrize(
    ("text", "words"),
    [("企业尚未获得5000万元贷款。", "5000万元"), ("该厂不再生产3种产品。", "3种"), ("并非只有20家企业。", "20家")],
)
def test_what_is_not_is_denied(text: str, words: str) -> None:
    assert told(text, words) == "denied"


def test_only_hearsay_is_reported() -> None:
    assert told("据称该矿储量达30万吨。", "30万吨") == "reported"
    assert told("据介绍，该矿储量达30万吨。", "30万吨") == "asserted"


@given(st.text(alphabet="将未已计划到2027年，。；没有预计目前x", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_span_of_any_text_has_a_stance(text: str, start: int, size: int) -> None:
    low = min(start, len(text))
    high = min(len(text), low + size)
    assert stance.modality(text, low, high) in ("asserted", "planned", "denied", "reported")
