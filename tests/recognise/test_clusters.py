"""Clusters and chains: named ones, and one mention for each item before a shared tail."""

from __future__ import annotations

import pytest

from kg.recognise import clusters
from tests.recognise.articles import with_places


def found(text: str) -> list[tuple[str, str, str]]:
    mentions = clusters.find(*with_places(text))
    return [(m.type, m.surface, m.name or m.surface) for m in mentions]


def test_a_named_cluster_keeps_its_place_and_leaves_its_rank() -> None:
    assert found("打造冠县镀锌板制品产业集群。") == [("Cluster", "冠县镀锌板制品产业集群", "冠县镀锌板制品产业集群")]
    assert found("为全市打造千亿级新材料产业集群注入动能。") == [("Cluster", "新材料产业集群", "新材料产业集群")]


def test_each_item_before_a_shared_tail_is_a_cluster_with_its_full_name() -> None:
    assert found("培育有色金属和农副产品加工2个产业集群。") == [
        ("Cluster", "有色金属", "有色金属产业集群"),
        ("Cluster", "农副产品加工", "农副产品加工产业集群"),
    ]
    assert [surface for _, surface, _ in found("聚焦轴承、钢管、板材等6大类行业产业集群。")] == ["轴承", "钢管", "板材"]


def test_a_bare_cluster_needs_a_known_branch() -> None:
    assert found("这里拥有全国最大的轴承集群。") == [("Cluster", "轴承集群", "轴承集群")]
    assert found("科技创新集群和机场集群排名靠前。") == []


@pytest.mark.parametrize(
    "text",
    [
        "五大产业集群加速向千亿级迈进。",
        "壮大先进制造业集群和战略性新兴产业集群。",
        "推动产业集群化发展，形成产业集群效应。",
        "维护产业链供应链安全，打通上下游产业链。",
        "绘制产业链全景图，完善全产业链。",
        "推动山东产业链协同发展。",
    ],
)
def test_clusters_and_chains_without_a_name_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("成为聊城汽车及零部件产业链的注脚。", "聊城汽车及零部件产业链"),
        ("企业是盐化工产业链上游企业。", "盐化工产业链"),
        ("推动高唐县电子信息产业链条延伸。", "高唐县电子信息产业链条"),
        ("打造无人机全产业链。", "无人机全产业链"),
    ],
)
def test_a_chain_is_named_by_its_branch(text: str, name: str) -> None:
    assert found(text) == [("Chain", name, name)]


def test_listed_chains_are_read_as_listed_clusters_are() -> None:
    names = [name for _, _, name in found("重点围绕风电、光伏、储能等4条产业链招商。")]
    assert names == ["风电产业链", "光伏产业链", "储能产业链"]
