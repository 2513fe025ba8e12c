"""Projects: named ones with their bounds; generic ones are none."""

from __future__ import annotations

import pytest

from kg.recognise import companies, projects
from tests.recognise.articles import with_places


def found(text: str) -> list[str]:
    made, mentions = with_places(text)
    mentions += companies.find(made, mentions)
    return [mention.surface for mention in projects.find(made, mentions)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今年，350万千瓦风电项目建成后，用能更稳。", "350万千瓦风电项目"),
        ("招引智能康复机器人生产项目落地。", "智能康复机器人生产项目"),
        ("卓远机床科技有限公司年产500台数控机床、600套护罩项目开工。", "年产500台数控机床、600套护罩项目"),
        ("其投资3.2亿元的智能化改造项目投产。", "智能化改造项目"),
        ("青县启动南小河工程时的情景。", "南小河工程"),
        ("实施“东水西送”工程。", "“东水西送”工程"),
        ("将投入8000万元建设超低温材料实验室。", "超低温材料实验室"),
        ("公司将在凌海市建设玻璃纤维预制体项目，总投资22亿元。", "玻璃纤维预制体项目"),
        ("在当地建设设施果树产业园项目。", "设施果树产业园项目"),
        ("拟投资6.2亿元建设二期项目。", "二期项目"),
        ("卓山铁路建成通车。", "卓山铁路"),
        ("该镇拟新建卓溪气调库，明年投用。", "卓溪气调库"),
        ("建立高效、便捷的人才信息共享服务平台。", "人才信息共享服务平台"),
    ],
)
def test_a_project_is_found_with_its_bounds(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "全力推进重点项目和重大工程。",
        "该项目投资5亿元，新项目即将签约。",
        "项目建设如火如荼，项目经理介绍。",
        "这是一项系统工程，也是民生工程。",
        "中国工程院院士和工程师参加了工程机械展。",
        "新建10个养老服务项目。",
        "他走进实验室，打开平台。",
        "我国铁路建成通车里程增加，建设了一批高速公路。",
        "他沿着铁路走，来到水库边。",
        "建设第二批4家省技术创新中心。",
    ],
)
def test_generic_projects_are_none(text: str) -> None:
    assert found(text) == []
