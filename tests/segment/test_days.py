"""The day that an article reports on and the year that its page lives in."""

from __future__ import annotations

import pytest

from kg.segment import days
from kg.segment.days import MonthDay


@pytest.mark.parametrize(
    ("lead", "opening", "found"),
    [
        ("3月5日，大赛开幕。", 0, MonthDay(None, 3, 5)),
        ("记者3月5日从市商务局获悉，", 0, MonthDay(None, 3, 5)),
        ("2023年3月5日，大赛开幕。", 0, MonthDay(2023, 3, 5)),
        ("去年3月5日，大赛开幕。", 0, None),
        ("近日，大赛开幕。", 0, None),
        ("大赛办得好。\n3月5日，颁奖。", 0, None),
        ("本报北京3月6日电 会议5日举行。", 9, MonthDay(None, 3, 5)),
        ("本报北京3月6日电 会议举行。", 9, MonthDay(None, 3, 6)),
        ("13月45日，大赛开幕。", 0, None),
    ],
)
def test_the_lead_fixes_the_day(lead: str, opening: int, found: MonthDay | None) -> None:
    assert days.lead_day(lead, opening) == found


@pytest.mark.parametrize(
    ("text", "months", "year"),
    [
        ("2024年10月底，2023年建成。", [11], 2024),
        ("到2030年建成，今年是2022年。", [5], 2022),
        ("截至2024年底，共有三家。", [5], 2025),
        ("刚刚过去的2024年，产值增长。", [3], 2025),
        ("2024年11月20日，两地签约。", [4], 2025),
        ("预计2026年11月投产，2024年开工。", [4], 2024),
        ("招收2026届毕业生，2025年4月报名。", [4], 2025),
        ("没有年份。", [4], None),
    ],
)
def test_the_page_fixes_the_year(text: str, months: list[int], year: int | None) -> None:
    assert days.year_of(text, months) == year


def test_a_day_after_the_issue_belongs_to_the_year_before() -> None:
    assert days.settle(MonthDay(None, 12, 30), "2025-01-02", None) == "2024-12-30"
    assert days.settle(MonthDay(None, 1, 1), "2025-01-02", None) == "2025-01-01"
    assert days.settle(MonthDay(None, 2, 29), None, 2023) is None
    assert days.settle(None, "2025-01-02", 2025) is None


def test_a_page_head_is_dated() -> None:
    assert days.printed_day(["要闻", "第2版 2024年6月7日 星期五"]) == "2024-06-07"
    assert days.printed_day(["责任编辑：吴小二"]) is None
