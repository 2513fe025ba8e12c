"""Industries: what stands before 产业 and 行业, alone and in lists."""

from __future__ import annotations

import pytest

from kg.recognise import industries
from tests.recognise.articles import with_places


def found(text: str) -> list[str]:
    return [mention.surface for mention in industries.find(*with_places(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推动预制菜产业发展。", ["预制菜产业"]),
        ("汽车及零部件产业作为支柱。", ["汽车及零部件产业"]),
        ("它是全国宠物食品行业头部企业。", ["宠物食品行业"]),
        ("壮大装备制造、电子信息等优势产业。", ["装备制造", "电子信息"]),
        ("瞄准第三代半导体、量子计算等前沿领域布局。", ["第三代半导体", "量子计算"]),
        ("以人形机器人、高端医疗器械等为代表的新兴产业。", ["人形机器人", "高端医疗器械"]),
        ("作为国内客车制造领军企业，公司扩产。", ["客车制造"]),
        ("房地产业和建筑业实现增加值增长。", ["房地产业", "建筑业"]),
        ("推动聊城艾草产业持续发展。", ["艾草产业"]),
        ("当地大力发展低空经济、工业互联网，新兴业态不断涌现。", ["低空经济", "工业互联网"]),
        ("种业是农业的芯片。", ["种业"]),
        ("轴承、医药制造两个行业产值增长。", ["轴承", "医药制造"]),
        ("石化、冶金利润总额增长。", ["石化", "冶金"]),
    ],
)
def test_a_branch_is_found_with_its_bounds(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "改造传统产业，壮大新兴产业，布局未来产业。",
        "产业是根基，各行业都要努力。",
        "助力聊城产业转型升级。",
        "推动产业链和产业园区建设。",
        "加强教育、医疗、养老等民生领域保障。",
        "发展节水产业政策，支持毕业生就业创业。",
        "制造业强市战略深入人心。",
        "县渔业局和种业公司派人参加。",
        "大力发展农业，推动教育发展。",
    ],
)
def test_industries_without_a_name_are_none(text: str) -> None:
    assert found(text) == []
