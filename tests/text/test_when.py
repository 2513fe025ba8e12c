"""Dates and periods: what they mean seen from a day, and what stays open without one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import calendar, when

_PIECES = [
    "今年", "去年", "前年", "2024年", "二〇二四年", "月", "日", "号", "至", "—", "-", "到", "上半年", "前三季度",
    "季度", "第", "一", "十二", "3",
    "31", "2", "00", "时", "点", "分", ":", "底", "以来", "截至", "“十四五”", "时期", "春节期间", "去年同期",
    "前10个月", "本月", "年代", "世纪", "90",
    "农历", "初二", "，", "。", " ", "个",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), max_size=12).map("".join)
references = st.one_of(
    st.none(),
    st.dates(date(1001, 1, 1), date(9998, 12, 31)).map(lambda d: d.isoformat()),
    st.sampled_from(["2024", "2024-05", "", "x"]),
)


def isos(text: str, reference: str | None = "2024-12-01") -> list[str]:
    return [moment.iso for moment in when.find(text, reference)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024年建成", "2024"),
        ("2024年度考核", "2024"),
        ("二〇二四年十月一日", "2024-10-01"),
        ("2024-03-05", "2024-03-05"),
        ("2024年1—10月", "2024-01/2024-10"),
        ("2023—2025年", "2023/2025"),
        ("截至2024年10月底", "2024-01/2024-10"),
        ("2019年以来", "2019/.."),
        ("2025年6月3日8:30—6月9日17:00", "2025-06-03/2025-06-09"),
        ("2023年12月至次年2月", "2023-12/2024-02"),
        ("“十四五”期间", "2021/2025"),
        ("十五五时期", "2026/2030"),
        ("20世纪90年代", "1990/1999"),
    ],
)
def test_what_is_fully_stated_needs_no_reference(text: str, iso: str) -> None:
    assert isos(text, None) == [iso]
    assert [moment.kind for moment in when.find(text, None)] == ["stated"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("4月11日", "2024-04-11"),
        ("去年11月20日", "2023-11-20"),
        ("今年3月份", "2024-03"),
        ("去年的3月", "2023-03"),
        ("12 月 1 日", "2024-12-01"),
        ("今年以来", "2024"),
        ("明年底", "2025"),
        ("前三季度", "2024-01/2024-09"),
        ("今年第一季度", "2024-01/2024-03"),
        ("首季", "2024-01/2024-03"),
        ("上半年", "2024-01/2024-06"),
        ("前10个月", "2024-01/2024-10"),
        ("今年2月9日至16日", "2024-02-09/2024-02-16"),
        ("6至8月", "2024-06/2024-08"),
        ("1月至11月", "2024-01/2024-11"),
        ("10月22日20时至11月3日8时", "2024-10-22/2024-11-03"),
        ("春节期间", "2024-02"),
        ("国庆假期", "2024-10"),
        ("去年同期", "2023"),
        ("上个月", "2024-11"),
        ("30日，记者获悉", "2024-11-30"),
    ],
)
def test_relative_words_are_seen_from_the_reference_and_stay_open_without_one(text: str, iso: str) -> None:
    assert isos(text) == [iso]
    assert isos(text, None) == []


@pytest.mark.parametrize(
    "text",
    ["截至目前", "近日", "日前", "连日来", "近三年", "15个月", "三年行动", "2月30日", "农历二月初二", "1400年历史"],
)
def test_words_that_fix_no_day_are_left_out(text: str) -> None:
    assert isos(text) == []


def test_a_year_is_carried_through_its_sentence_only() -> None:
    assert isos("2022年8月投产，9月达产。10月扩建") == ["2022-08", "2022-09", "2024-10"]


def test_autumn_months_seen_from_spring_are_of_the_year_before() -> None:
    assert isos("11月开工", "2025-02-03") == ["2024-11"]
    assert isos("3月开工", "2024-12-03") == ["2024-03"]


def test_clock_times_and_open_dates_are_still_known_to_be_no_quantities() -> None:
    text = "2月30日9时15分，下午3点半"
    assert [text[start:end] for start, end in when.spans(text)] == ["2月30日9时15分", "下午3点半"]


@pytest.mark.parametrize(("year", "month"), [(2024, 2), (2025, 1), (2023, 1), (2026, 2)])
def test_the_lunar_new_year_falls_in_its_month(year: int, month: int) -> None:
    assert calendar.festival_month("春节", year) == month


@given(texts, references)
def test_any_text_gives_ordered_spans_with_valid_periods(text: str, reference: str | None) -> None:
    end = 0
    for moment in when.find(text, reference):
        assert end <= moment.start < moment.end <= len(text)
        first, _, last = moment.iso.partition("/")
        assert valid(first)
        assert last in ("", "..") or (valid(last) and first <= last)
        end = moment.end


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_printed_reads_back(day: date) -> None:
    assert isos(f"{day.year}年{day.month}月{day.day}日", None) == [day.isoformat()]
    assert isos(day.isoformat(), None) == [day.isoformat()]


def valid(iso: str) -> bool:
    parts = [int(part) for part in iso.split("-")]
    date(*[*parts, 1, 1][:3])
    return len(iso) in (4, 7, 10)
