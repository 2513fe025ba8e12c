"""Numbers as facts: whose they are, what they measure, when, and which are none."""

from __future__ import annotations

import msgspec
import pytest

from kg.extract import observations
from kg.extract.scene import Scene
from kg.model.claim import Claim, Observation
from tests.extract.scenes import scene
from tests.oracle import load, need, shared


def told(marked: str, home: str | None = None, issued: str | None = "2024-12-01") -> list[Claim]:
    made = scene(marked, home)
    article = msgspec.structs.replace(made.article, issued=issued)
    return observations.claims(Scene(article, made.links, made.entities))


def facts(marked: str, home: str | None = None) -> list[Observation]:
    return [claim.fact for claim in told(marked, home) if isinstance(claim.fact, Observation)]


def keys(marked: str, home: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(fact.subject, fact.value, fact.unit) for fact in facts(marked, home)]


@pytest.mark.parametrize(
    ("marked", "subject", "value", "unit"),
    [
        ("2024年，[恒越机械|Company]销售各类农机3200台。", "恒越机械", "3200", "台"),
        ("[青原市|Place:city]粮食产量达到34.6万吨。", "青原市", "34.6", "万吨"),
        ("目前，[青原市|Place:city][柳河镇|Place:town][石桥村|Place:village]有1400亩果园。", "石桥村", "1400", "亩"),
        ("总投资5亿元的[热能改造项目|Project]开工。", "热能改造项目", "5", "亿元"),
        ("今年将投入3000万元建设[精密加工中心|Project]。", "精密加工中心", "3000", "万元"),
        ("[年产300台减速机项目|Project]落地。", "年产300台减速机项目", "300", "台"),
        ("[恒越机械|Company]在[青原市|Place:city]建厂以来，已经连续6次追加投资。", "恒越机械", "6", "次"),
        ("河南岸，有[青原市|Place:city]的19个村庄。", "青原市", "19", "个"),
        ("[青原农业博览会|Event]开幕。近百名客商参会。", "青原农业博览会", "100", "名"),
        ("[恒越机械|Company]拟新建[涂装车间项目|Project]，总投资8000万元。", "涂装车间项目", "8000", "万元"),
    ],
)
def test_a_number_is_of_whom_its_clause_speaks(marked: str, subject: str, value: str, unit: str) -> None:
    assert (subject, value, unit) in keys(marked)


def test_the_subject_is_carried_over_clauses_and_sentences() -> None:
    marked = "[恒越机械|Company]成立于2008年，员工达到450人。拥有专利30余项。"
    assert keys(marked) == [("恒越机械", "450", "人"), ("恒越机械", "30", "项")]


def test_a_whole_city_is_the_home_of_the_paper() -> None:
    marked = "记者从[青原市|Place:city]获悉，[恒越机械|Company]投产。全市规上企业突破900家。"
    assert ("青原市", "900", "家") in keys(marked, home="青原市")


def test_a_rate_of_change_names_what_it_compares() -> None:
    base, rate = facts("2024年，[恒越机械|Company]累计销售农机3200台，同比增长21.5%。")
    assert (base.metric, base.period) == ("累计销售农机", "2024")
    assert (rate.metric, rate.compared_with, rate.period) == ("累计销售农机同比增长", "累计销售农机", "2024")


def test_a_decline_keeps_its_positive_number_and_says_so() -> None:
    (fact,) = facts("前三季度，[青原市|Place:city]工业用水量同比下降3.2%。")
    assert (fact.metric, fact.value, fact.compared_with) == ("工业用水量同比下降", "3.2", "工业用水量")
    assert fact.period == "2024-01/2024-09"


def test_lists_told_one_to_one_are_paired_in_order() -> None:
    found = facts(
        "[青原市|Place:city]PM2.5、PM10、SO2浓度分别为31微克/立方米、58微克/立方米、7微克/立方米，同比分别改善6.0%、4.5%、3.0%。"
    )
    assert [(fact.metric, fact.value) for fact in found] == [
        ("PM2.5浓度", "31"), ("PM10浓度", "58"), ("SO2浓度", "7"),
        ("PM2.5浓度同比改善", "6.0"), ("PM10浓度同比改善", "4.5"), ("SO2浓度同比改善", "3.0"),
    ]  # fmt: skip


def test_names_told_one_to_one_are_each_the_subject_of_their_number() -> None:
    found = keys("[东关县|Place:county]、[西关县|Place:county]分别新建大棚30座、45座。")
    assert found == [("东关县", "30", "座"), ("西关县", "45", "座")]


def test_a_range_gives_two_numbers() -> None:
    found = facts("[恒越机械|Company]每台农机可省料30公斤至40公斤。")
    assert [fact.value for fact in found] == ["30", "40"]


def test_plans_are_told_as_plans() -> None:
    asserted, planned = told("[恒越机械|Company]现有员工450人。[恒越机械|Company]计划投资3亿元。")
    assert (asserted.modality, planned.modality) == ("asserted", "planned")


def test_the_evidence_is_the_sentence_of_the_number() -> None:
    (claim,) = told("[恒越机械|Company]成立。现有员工450人。")
    assert claim.evidence.quote == "现有员工450人。"


@pytest.mark.parametrize(
    "marked",
    [
        "过去两年，[恒越机械|Company]稳步发展。",
        "[恒越机械|Company]从管理、生产两个方面发力。",
        "[恒越机械|Company]发布《农机发展20条措施》。",
        "[恒越机械|Company]位于[3号产业园|Park]。",
        "[恒越机械|Company]职工张师傅今年56岁。",
        "[恒越机械|Company]成立于2008年3月5日。",
        "昨天来了30名客人。",
    ],
)
def test_stretches_of_time_names_ages_and_numbers_of_nobody_are_no_facts(marked: str) -> None:
    assert facts(marked) == []


def test_a_number_said_again_in_other_words_is_one_fact() -> None:
    assert len(facts("[恒越机械|Company]现有员工450人。[恒越机械|Company]的员工达到450人。")) == 1


@pytest.mark.parametrize("page", ["000_bee90e03d2564da8", "001_44ab08e54eea3468", "004_777c845344387f30"])
def test_with_perfect_names_the_annotated_pages_are_read_well(page: str) -> None:
    gold = load(need(shared("eval", "gold", f"{page}.json")), shared("seeds"))
    wanted = [(o["s"], float(o["value"]), o.get("unit")) for o in gold.gold["observations"]]
    found = {
        (fact.subject, float(fact.value), fact.unit, fact.metric, fact.period)
        for article in gold.articles
        for claim in observations.claims(Scene(article, gold.links[article.id], gold.entities))
        if isinstance(fact := claim.fact, Observation)
    }
    right, left = 0, list(wanted)
    for key in sorted(found, key=str):
        if key[:3] in left:
            left.remove(key[:3])
            right += 1
    assert right / len(found) >= 0.95
    assert right / len(wanted) >= 0.8


def test_a_topic_ends_where_an_unnamed_somebody_begins_to_act() -> None:
    assert keys("[恒越机械|Company]正式投产。施工人员昼夜安装了32台设备。") == []


def test_what_the_page_does_not_name_is_not_taken_for_what_it_does() -> None:
    assert keys("[恒越机械|Company]正式投产。全国新建工厂300座。") == []


def test_a_quoted_we_is_the_firm_of_the_speaker() -> None:
    marked = "“我们改造了产线，产量达到50万件。”[恒越机械|Company]总经理[郑远山|Person]说。"
    assert ("恒越机械", "50", "万件") in keys(marked)


@pytest.mark.parametrize(
    "marked",
    [
        # somebody acts whom no name was found for
        "[青原市|Place:city]今年稳步发展，一家合作社有社员468户。",
        "[青原市|Place:city]今年稳步发展，村民种下了300亩果树。",
        "[恒越机械|Company]投产，8名村民围着设备看热闹。",
        # frames, bases, positions and sentences of a court
        "在3平方公里的起步区内，[恒越机械|Company]建了厂。",
        "[恒越机械|Company]位于北纬26度30分。",
        "[青原市|Place:city]每10户居民就有一台农机。",
        "[郑远山|Person]受贿被判有期徒刑12年。",
        "[恒越机械|Company]能造3000台吗？",
        # numbers of slogans and of what was just named
        "[青原市|Place:city]坚持“两条底线一起守”。",
        "[东关县|Place:county]、[西关县|Place:county]两个县同时开工。",
        # another place, another part of the sentence, a subhead
        "[青原市|Place:city]下了雨。北关市场销售农机600台。",
        "[东关县|Place:county]修了路。新增大棚30座。",
        "[恒越机械|Company]投产\n销售农机600台",
    ],
)
def test_numbers_of_others_and_of_nothing_are_left_out(marked: str) -> None:
    assert facts(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[恒越机械|Company]从4间平房的小厂起步。",
        "[青原市|Place:city]推动8个集群产值突破3亿元。",
        "[青原市|Place:city]以及新鲜蔬菜20吨，每天确保15个。",
        "[恒越机械|Company]新增14个。",
    ],
)
def test_what_reads_as_no_measure_is_not_told(marked: str) -> None:
    assert [fact.metric for fact in facts(marked) if len(fact.metric) < 3] == []
    assert all("从" not in fact.metric and not fact.metric.startswith("以及") for fact in facts(marked))


@pytest.mark.parametrize(
    ("marked", "metric"),
    [
        ("[恒越机械|Company]选调30名技师和12名新录用员工。", "选调新录用员工"),
        ("[恒越机械|Company]完成100个设备采购任务。", "完成设备采购任务"),
        ("[恒越机械|Company]有4家接待游客的酒店。", "接待游客的酒店"),
        ("[恒越机械|Company]为员工增加20%的工资补贴。", "为员工增加工资补贴"),
        ("[青原市|Place:city]外贸总额达90亿元，约占全省三成。", "外贸总额约占全省"),
    ],
)
def test_a_metric_is_said_in_full(marked: str, metric: str) -> None:
    assert metric in [fact.metric for fact in facts(marked)]


def test_both_ends_of_a_change_measure_the_same() -> None:
    found = facts("[青原市|Place:city]轨道线路从17条增加到22条。")
    assert [(fact.metric, fact.value) for fact in found] == [("轨道线路", "17"), ("轨道线路", "22")]


def test_what_all_of_a_list_have_is_told_of_each() -> None:
    found = keys("[农机集群|Cluster]、[轴承集群|Cluster]年营收均超500亿元。")
    assert found == [("农机集群", "500", "亿元"), ("轴承集群", "500", "亿元")]


def test_an_executive_does_not_make_the_number_a_person_s() -> None:
    assert ("恒越机械", "30", "%") in keys("“今年订单增长30%。”[恒越机械|Company]总经理[郑远山|Person]说。")


def test_counts_of_honours_are_of_the_place() -> None:
    marked = "今年，[我市|Place:city|青原市]的[农机集群|Cluster]入榜，[单项冠军企业|Honor]新增27家。"
    assert keys(marked) == [("青原市", "27", "家")]


def test_a_place_names_its_city_even_where_the_whole_city_was_linked_elsewhere() -> None:
    made = scene("[白河市|Place:city]开会。[青原市|Place:city][全市|Place:city|白河市]有商圈60个。")
    links = [
        msgspec.structs.replace(
            link, mention=msgspec.structs.replace(link.mention, anaphor=link.mention.surface == "全市")
        )
        for link in made.links
    ]
    (claim,) = observations.claims(Scene(made.article, links, made.entities))
    assert isinstance(claim.fact, Observation)
    assert (claim.fact.subject, claim.fact.value) == ("青原市", "60")
