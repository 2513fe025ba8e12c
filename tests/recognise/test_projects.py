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
        ("范县启动南小河工程时的情景。", "南小河工程"),
        ("实施“东水西送”工程。", "“东水西送”工程"),
        ("将投入5000万元建设超精密加工实验室。", "超精密加工实验室"),
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
    ],
)
def test_generic_projects_are_none(text: str) -> None:
    assert found(text) == []
