"""Ways to say a relation, one invented sentence each: what a reader takes from it, and what no reader would."""

from __future__ import annotations

import pytest

from tests.extract.test_relations import facts

Fact = tuple[str, str, str]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[恒越|Company]旗下有[澜海|Company]、[清禾米业|Company]两家子公司。", ("清禾米业", "subsidiaryOf", "恒越")),
        (
            "[恒越|Company]与[澜海|Company]合资成立[越澜船机|Company]，持股51%。",
            ("越澜船机", "subsidiaryOf", "澜海"),
        ),
        (
            "[恒越|Company]与[澜海|Company]合资成立[越澜船机|Company]，持股51%。",
            ("越澜船机", "subsidiaryOf", "恒越"),
        ),
        ("[恒越|Company]在[云水县|Place:county]设立全资子公司[越芯|Company]。", ("越芯", "locatedIn", "云水县")),
        ("[恒越|Company]的铜箔卖进了[澜海|Company]。", ("恒越", "suppliesTo", "澜海")),
        ("[恒越|Company]的主要客户包括[澜海|Company]、[大元汽车|Company]。", ("恒越", "suppliesTo", "大元汽车")),
        ("[恒越|Company]拿下[澜海|Company]的三年订单。", ("恒越", "suppliesTo", "澜海")),
        ("[恒越|Company]专业从事[精密齿轮|Product]的研发生产。", ("恒越", "produces", "精密齿轮")),
        ("[恒越|Company]占地百亩，[精密齿轮|Product]年产能达到20万件。", ("恒越", "produces", "精密齿轮")),
        ("[清禾合作社|Company]种植[黑花生|Product]三千亩。", ("清禾合作社", "produces", "黑花生")),
        ("[热能改造项目|Project]业主为[恒越|Company]。", ("恒越", "undertakes", "热能改造项目")),
        ("[恒越|Company]投资2亿元建设[热能改造项目|Project]。", ("恒越", "undertakes", "热能改造项目")),
        (
            "[青原市政府|Government]联合[青原大学|Institution]共建研究院。该院由[青原市政府|Government]联合"
            "[青原大学|Institution]、[云水学院|Institution]共建。",
            ("云水学院", "cooperatesWith", "青原大学"),
        ),
        (
            "[恒越|Company]与[云水县|Place:county]的[澜海|Company]、[青原市|Place:city]的[清禾米业|Company]签订协议。",
            ("清禾米业", "locatedIn", "青原市"),
        ),
        ("[铜加工|Industry]行业有[恒越|Company]、[澜海|Company]。", ("澜海", "memberOf", "铜加工")),
        ("2017年在[深交所|Institution]上市的[恒越|Company]扩产。", ("恒越", "listedOn", "深交所")),
        ("走进[云水县|Place:county][恒越|Company]，机声隆隆。", ("恒越", "locatedIn", "云水县")),
        ("镇上的[恒越|Company]开工。[双桥镇|Place:town]很热闹。", ("恒越", "locatedIn", "双桥镇")),
        ("[青原研究院|Institution]在[双桥镇|Place:town]揭牌。", ("青原研究院", "locatedIn", "双桥镇")),
    ],
)  # fmt: skip
def test_says_what_a_reader_takes_from_the_sentence(marked: str, expected: Fact) -> None:
    found = facts(marked)
    first, predicate, second = expected
    assert expected in found or (predicate == "cooperatesWith" and (second, predicate, first) in found)


@pytest.mark.parametrize(
    ("marked", "unsaid"),
    [
        ("[云水县|Place:county]对新获评的[绿色工厂|Honor]奖励10万元。", ("云水县", "awarded", "绿色工厂")),
        ("[恒越|Company]的[机械臂|Product]正在焊接车架。", ("恒越", "produces", "机械臂")),
        (
            "由[云水县|Place:county]的[澜海|Company]与[清禾米业|Company]共同出资。",
            ("清禾米业", "locatedIn", "云水县"),
        ),
        ("[青原论坛|Event]由[青原市政府|Government]和[青原大学|Institution]共同主办。",
         ("青原市政府", "cooperatesWith", "青原大学")),
        ("[恒越|Company]设立子公司[越芯|Company]，专做[引线框架|Product]。", ("恒越", "produces", "引线框架")),
    ],
)  # fmt: skip
def test_leaves_unsaid_what_the_sentence_does_not_say(marked: str, unsaid: Fact) -> None:
    assert unsaid not in facts(marked)


def test_pairs_two_lists_one_to_one_where_each_has_its_own() -> None:
    found = facts(
        "[云水县政府|Government]、[北镇政府|Government]分别与[恒越|Company]、[清禾米业|Company]签约，"
        "建设[花卉项目|Project]、[葡萄项目|Project]。"
    )
    joined = {frozenset((s, o)) for s, predicate, o in found if predicate == "cooperatesWith"}
    assert joined == {frozenset(("云水县政府", "恒越")), frozenset(("北镇政府", "清禾米业"))}
    assert ("北镇政府", "undertakes", "花卉项目") not in found


_FIRMS = "[恒芯|Company]、[海陆|Company]"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[海陆|Company]是[恒芯|Company]的第一大客户。", ("恒芯", "suppliesTo", "海陆")),
        ("作为[华讯|Company]的核心供应商，[恒芯|Company]扩产。", ("恒芯", "suppliesTo", "华讯")),
        ("[华讯|Company]向[恒芯|Company]订购了100万颗[芯片|Product]。", ("恒芯", "produces", "芯片")),
        ("[恒芯|Company]为[华讯|Company]代工[芯片|Product]。", ("恒芯", "produces", "芯片")),
        ("[恒芯|Company]持有[海陆|Company]51%的股份。", ("海陆", "subsidiaryOf", "恒芯")),
        ("[恒芯|Company]去年被[云帆|Company]收购。", ("恒芯", "subsidiaryOf", "云帆")),
        ("[海陆|Company]把[无人机|Product]做到了全国第一。", ("海陆", "produces", "无人机")),
        ("入驻[青原园|Park]的企业有[恒芯|Company]。", ("恒芯", "locatedIn", "青原园")),
        ("[恒芯|Company]把总部搬到了[云水县|Place:county]。", ("恒芯", "locatedIn", "云水县")),
        ("镜头转到[云水县|Place:county]。[恒芯|Company]投产了。", ("恒芯", "locatedIn", "云水县")),
        ("[青原市|Place:city]出口百亿元，对[韩国|Place:country]出口增长8%。", ("青原市", "exportsTo", "韩国")),
        (
            "[论坛|Event]由[市政府|Government]主办，[商务局|Government]承办，[商会|Institution]协办。",
            ("商会", "organizes", "论坛"),
        ),
        ("来自[恒芯|Company]的代表参加了[青原论坛|Event]。", ("恒芯", "attends", "青原论坛")),
        (f"[芯片产业|Industry]集聚了{_FIRMS}等龙头企业。", ("海陆", "leads", "芯片产业")),
        (f"{_FIRMS}三方签署协议。", ("恒芯", "cooperatesWith", "海陆")),
    ],
)
def test_hears_less_usual_ways_to_say_it(marked: str, expected: Fact) -> None:
    found = facts(marked, home="青原市")
    first, predicate, second = expected
    assert expected in found or (predicate == "cooperatesWith" and (second, predicate, first) in found)
