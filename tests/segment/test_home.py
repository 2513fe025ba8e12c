"""The division that 我市 means."""

from __future__ import annotations

from kg.segment import home


def test_the_city_named_most_is_home_with_its_counties() -> None:
    assert home.find("聊城市举行会议。莘县、冠县和聊城高新区参加。我市企业踊跃报名。济南也来了客人。") == "聊城市"


def test_a_county_is_home_where_only_the_county_speaks() -> None:
    assert home.find("莘县的菜卖得远。莘县樱桃园镇、莘县古云镇都有大棚，全县有八万亩。") == "莘县"


def test_a_page_that_is_at_home_nowhere_has_none() -> None:
    assert home.find("北京、上海、广州和聊城的企业参加，各市市委重视。") is None
    assert home.find("聊城、聊城、聊城。") is None
