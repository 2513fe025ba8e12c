"""The grammar of company names and their short forms, on invented firms."""

from __future__ import annotations

import pytest

from kg.text.companies import aliases, known_companies, parse, split_trade, trades


@pytest.mark.parametrize(
    ("name", "place", "brand", "trade", "form"),
    [
        ("山东骏达金属科技有限公司", "山东", "骏达", ("金属", "科技"), "有限公司"),
        ("高唐县泓瑞水务有限公司", "高唐县", "泓瑞", ("水务",), "有限公司"),
        ("江苏无锡金皇叶食品股份有限公司", "江苏无锡", "金皇叶", ("食品",), "股份有限公司"),
        ("卓远客车", "", "卓远", ("客车",), ""),
        ("北京卓远公司", "北京", "卓远", (), "公司"),
    ],
)
def test_a_name_is_read_as_place_brand_trade_and_form(
    name: str, place: str, brand: str, trade: tuple[str, ...], form: str
) -> None:
    parts = parse(name)
    assert (parts.place, parts.brand, parts.trade, parts.form) == (place, brand, trade, form)


def test_a_place_in_brackets_is_kept_apart() -> None:
    parts = parse("广瑞（冠县）电子科技有限公司")
    assert (parts.inner, parts.brand, parts.trade) == ("冠县", "广瑞", ("电子", "科技"))


def test_a_place_serves_as_brand_where_there_is_no_other() -> None:
    assert parse("洛阳轴承股份有限公司").brand == "洛阳"


def test_trade_words_never_eat_the_brand() -> None:
    assert split_trade("骏达金属科技") == ("骏达", ("金属", "科技"))
    assert split_trade("电子科技")[0] == ""


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("山东骏达金属科技有限公司", "骏达科技"),
        ("山东骏达金属科技有限公司", "骏达金属"),
        ("高唐县泓瑞水务有限公司", "高唐泓瑞水务有限公司"),
        ("高唐县泓瑞水务有限公司", "泓瑞水务"),
        ("卓远客车股份有限公司", "卓远客车"),
        ("卓远客车股份有限公司", "卓远"),
        ("聊城锦禾宠物集团", "锦禾集团"),
        ("聊城锦禾宠物集团", "锦禾宠物"),
    ],
)
def test_newspapers_short_forms_are_aliases(full: str, short: str) -> None:
    assert short in dict(aliases(full))


def test_aliases_come_in_order_of_weight() -> None:
    weights = [weight for _, weight in aliases("山东骏达金属科技有限公司")]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight < 1 for weight in weights)


@pytest.mark.parametrize("full", ["洛阳轴承股份有限公司", "山东高速集团有限公司", "北京公交集团", "聊城农商银行"])
def test_no_alias_is_a_bare_place_or_a_bare_trade(full: str) -> None:
    parts = parse(full)
    for alias, _ in aliases(full):
        assert alias not in trades()
        assert alias not in {parts.place, "洛阳", "山东", "北京", "聊城"}


def test_a_company_is_no_alias_of_itself() -> None:
    assert "卓远客车" not in dict(aliases("卓远客车"))


def test_known_companies_say_whether_they_are_ambiguous() -> None:
    assert known_companies()["西门子"] == "sure"
    assert known_companies()["苹果"] == "context"


def test_a_full_name_may_leave_out_its_place_and_a_compound_trade_a_part() -> None:
    short = dict(aliases("新疆卓朵兰农业科技股份有限公司"))
    assert {"卓朵兰农业科技股份有限公司", "卓朵兰农业", "卓朵兰科技"} <= set(short)
