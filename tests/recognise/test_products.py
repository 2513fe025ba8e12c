"""Products: the noun that ends the name, its bounds, and the context that it needs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.recognise import companies, products
from tests.recognise.articles import with_places


def found(text: str) -> list[str]:
    made, mentions = with_places(text)
    mentions += companies.find(made, mentions)
    return [mention.surface for mention in products.find(made, mentions)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("企业生产的氯气、烧碱销往外地。", ["氯气", "烧碱"]),
        ("公司自主研发的8英寸金刚石热沉片量产。", ["8英寸金刚石热沉片"]),
        ("车间里，16台六面顶压机正在运转，年产四列圆柱滚子轴承3万套。", ["六面顶压机", "四列圆柱滚子轴承"]),
        ("卓远机械有限公司推出智能康复机器人。", ["智能康复机器人"]),
        ("该镇种植菠菜、芹菜等绿叶菜。", ["菠菜", "芹菜"]),
        ("主营高端汽车线束的企业扩产。", ["高端汽车线束"]),
        ("用户可通过微信、支付宝缴费。", ["微信", "支付宝"]),
    ],
)
def test_a_product_is_found_with_its_bounds(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "产品和设备要升级，系统要完善。",
        "司机在机会面前动了心。",
        "轴承产业和机床行业发展迅速。",
        "他打开手机看时间。",
        "完善工作机制，推动器械产业。",
    ],
)
def test_generic_words_and_pieces_of_words_are_no_products(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("卓果油、卓果乳汁等产品卖到全国。", ["卓果乳汁", "卓果油"]),
        ("瑞禾水产有限公司去年卖出香辣蟹酱260吨。", ["香辣蟹酱"]),
        ("卓远电子有限公司专做引线框架。", ["引线框架"]),
        ("路口停着三台智能货柜。", ["智能货柜"]),
    ],
)
def test_a_frame_names_goods_that_no_lexicon_has(text: str, names: list[str]) -> None:
    assert sorted(found(text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "推出贷款、保险等产品。",
        "提供培训、咨询等服务。",
        "完成投资260吨。",
        "种植面积3万亩，养殖规模扩大。",
        "运来三吨货物。",
    ],
)
def test_services_and_abstractions_in_such_frames_are_none(text: str) -> None:
    assert found(text) == []


def test_a_makers_name_and_a_model_are_one_product() -> None:
    assert "西门子S7" in found("产品用于西门子S7的供应。")


def test_what_is_a_cluster_is_no_product_beside_it() -> None:
    made, mentions = with_places("生产轴承。")
    (bearing,) = products.find(made, mentions)
    assert bearing.surface == "轴承"
    assert products.find(made, [replace(bearing, type="Cluster")]) == []
