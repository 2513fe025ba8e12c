"""From one printed sentence to claims: what is denied, planned, past or proposed is never asserted as held."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.assemble import run as assemble
from kg.cli import main
from kg.config import Config
from kg.model.claim import Claim, Modality, Observation, Post, Relation, Statement
from kg.walk import PageFacts, walk
from tests.segment.sample import page

FIRM, OTHER = "临江绿峰机械有限公司", "白石电子有限公司"
ISSUED = "2024-05-06"


def read(text: str) -> PageFacts:
    return walk(page(text, issued=ISSUED), Config())


def relations(text: str, predicate: str) -> list[Claim]:
    return [c for c in read(text).claims if isinstance(c.fact, Relation) and c.fact.predicate == predicate]


def posts(text: str) -> list[tuple[str, Modality, Post]]:
    found = [(c.fact.title, c.modality, c.fact) for c in read(text).claims if isinstance(c.fact, Post)]
    assert found, text
    return found


def told(text: str, predicate: str) -> set[Modality]:
    found = {claim.modality for claim in relations(text, predicate)}
    assert found, text
    return found


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (f"{FIRM}没有向美国出口。", "exportsTo"),
        (f"{FIRM}的产品没有出口到美国。", "exportsTo"),
        (f"{FIRM}的产品尚未打入日本市场。", "exportsTo"),
        (f"{OTHER}未获得国家科技进步奖。", "awarded"),
        (f"{OTHER}未能入选瞪羚企业。", "awarded"),
        (f"{OTHER}未列入首批省级专精特新企业名单。", "awarded"),
        (f"{FIRM}并未与{OTHER}签约合作。", "cooperatesWith"),
        (f"{FIRM}与{OTHER}并未签约合作。", "cooperatesWith"),
        (f"{OTHER}否认与{FIRM}合作。", "cooperatesWith"),
        (f"{OTHER}拒绝与{FIRM}签约合作。", "cooperatesWith"),
        (f"{OTHER}终止了与{FIRM}的合作。", "cooperatesWith"),
        (f"{OTHER}无意与{FIRM}合作。", "cooperatesWith"),
        (f"{FIRM}不再生产拖拉机。", "produces"),
        (f"{FIRM}停止生产拖拉机。", "produces"),
        (f"{FIRM}不生产拖拉机。", "produces"),
        (f"{FIRM}被禁止向美国出口拖拉机。", "exportsTo"),
        (f"{FIRM}没有参加广交会。", "attends"),
        (f"{FIRM}取消参加广交会。", "attends"),
        (f"{OTHER}尚未在上海证券交易所上市。", "listedOn"),
        (f"{OTHER}从未获得国家科技进步奖。", "awarded"),
    ],
)
def test_what_the_text_denies_is_denied(text: str, predicate: str) -> None:
    assert told(text, predicate) == {"denied"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (f"{FIRM}不仅生产拖拉机，还生产收割机。", "produces"),
        (f"{FIRM}从未停止生产拖拉机。", "produces"),
        (f"{FIRM}没有停下脚步与{OTHER}合作。", "cooperatesWith"),
        (f"{FIRM}没有资金，仍与{OTHER}签约合作。", "cooperatesWith"),
        (f"尚未上市的{OTHER}与{FIRM}签订合作协议。", "cooperatesWith"),
        (f"没有{FIRM}与{OTHER}的合作就没有今天的成绩。", "cooperatesWith"),
        (f"{FIRM}获得前所未有的国家科技进步奖。", "awarded"),
        (f"从2015年到2019年，{FIRM}获得国家科技进步奖。", "awarded"),
        (f"{FIRM}将服务于智利首都圣地亚哥的客户。", "locatedIn"),
        (f"{FIRM}未来发展向好，产品出口到美国。", "exportsTo"),
        (f"{FIRM}不断向美国出口拖拉机。", "exportsTo"),
        (f"{FIRM}将产品出口到美国。", "exportsTo"),
    ],
)
def test_what_only_looks_denied_or_planned_is_asserted(text: str, predicate: str) -> None:
    assert told(text, predicate) == {"asserted"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (f"{FIRM}将向美国出口拖拉机。", "exportsTo"),
        (f"{FIRM}计划与{OTHER}合作。", "cooperatesWith"),
        (f"{FIRM}未来将与{OTHER}合作。", "cooperatesWith"),
        (f"{FIRM}打算生产拖拉机。", "produces"),
        (f"{FIRM}将参加广交会。", "attends"),
    ],
)
def test_what_is_to_come_is_planned(text: str, predicate: str) -> None:
    assert told(text, predicate) == {"planned"}


@pytest.mark.parametrize(
    ("text", "value", "modality"),
    [
        (f"{FIRM}尚未获得贷款5000万元。", "5000", "denied"),
        ("临江市没有完成投资30亿元。", "30", "denied"),
        ("临江市未脱贫人口300人。", "300", "asserted"),
        ("临江市不断增加投资，去年投资30亿元。", "30", "asserted"),
        ("2014年，临江市就争取省级资金4项。", "4", "asserted"),
        ("临江市争取省级资金3亿元。", "3", "planned"),
        ("临江市从2015年到2019年建成学校30所。", "30", "asserted"),
        ("到2027年，临江市建成学校30所。", "30", "planned"),
        ("到2019年，临江市建成学校30所。", "30", "asserted"),
    ],
)
def test_numbers_are_told_denied_planned_or_stated(text: str, value: str, modality: Modality) -> None:
    found = [c.modality for c in read(text).claims if isinstance(c.fact, Observation) and c.fact.value == value]
    assert found == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "李建国不再担任临江市市长。", "李建国日前辞去临江市市长职务。", "免去李建国的临江市市长职务。",
        "免去李建国临江市市长职务。", "5月6日，李建国卸任临江市市长。",
    ],
)  # fmt: skip
def test_an_office_given_up_is_former_and_ends_on_the_day(text: str) -> None:
    [(title, modality, post)] = posts(text)
    assert (title, modality, post.former, post.held_until) == ("市长", "asserted", True, ISSUED)
    assert post.held_on is None and post.held_from is None


@pytest.mark.parametrize(
    "text",
    [
        "原临江市市长李建国出席会议。", "临江市原市长李建国出席会议。", "时任临江市市长李建国出席会议。",
        "已故临江市市长李建国曾来到这里。", "李建国曾任临江市市长。", "李建国（曾任临江市市长）出席会议。",
        "李建国，原临江市市长，今年60岁。", "不再担任临江市市长的李建国出席会议。",
        "曾担任临江市市长的李建国出席会议。",
    ],
)  # fmt: skip
def test_a_past_office_has_no_day_and_is_former(text: str) -> None:
    for title, modality, post in posts(text):
        assert (title, modality, post.former) == ("市长", "asserted", True)
        assert (post.held_on, post.held_from, post.held_until) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("提名李建国为临江市市长候选人。", "planned"),
        ("拟任临江市市长李建国出席会议。", "planned"),
        ("临江市市长候选人李建国出席会议。", "planned"),
        ("李建国将出任临江市市长。", "planned"),
        ("李建国未担任临江市市长。", "denied"),
        ("李建国从未担任临江市市长。", "denied"),
    ],
)
def test_an_office_proposed_or_denied_is_not_held(text: str, modality: Modality) -> None:
    [(title, told_so, post)] = posts(text)
    assert (title, told_so, post.former) == ("市长", modality, False)
    assert (post.held_on, post.held_from, post.held_until) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["临江市市长李建国出席会议。", "目前，临江市市长李建国出席会议。", "担任临江市市长的李建国出席会议。"]
)
def test_an_office_held_is_seen_on_the_day(text: str) -> None:
    [(_, modality, post)] = posts(text)
    assert (modality, post.former, post.held_on) == ("asserted", False, ISSUED)


def test_a_life_told_in_one_sentence_keeps_past_and_present_apart() -> None:
    found = [(title, post.former, post.held_on) for title, _, post in posts("李建国曾任临江市副市长，现任临江市市长。")]
    assert found == [("副市长", True, None), ("市长", False, ISSUED)]


def test_the_same_office_held_before_and_again_is_two_statements() -> None:
    facts = read("原临江市市长李建国出席会议。临江市市长李建国讲话。")
    known = {entity.id: entity for entity in facts.entities}
    statements, _ = assemble(facts.claims, lambda id: id, known)
    held = [s for s in statements if isinstance(s.fact, Post)]
    assert sorted(_dates(s) for s in held) == [(False, ISSUED), (True, None)]
    assert len({s.id for s in held}) == 2


def _dates(statement: Statement) -> tuple[bool, str | None]:
    assert isinstance(statement.fact, Post)
    return statement.fact.former, statement.fact.held_on


def test_a_former_office_is_shown_as_such_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text("李建国曾任临江市副市长，现任临江市市长。\n", encoding="utf-8")
    output = tmp_path / "outputs"
    kg.build(tmp_path / "page.txt", output, Config())
    with kg.load(output) as graph:
        edges = {edge.title: edge.former for edge in graph.neighbors("李建国").edges if edge.title}
        assert edges == {"副市长": True, "市长": False}
        assert graph.sparql("SELECT ?t WHERE { ?p kg:former true ; kg:title ?t }") == [{"t": "副市长"}]
        lines = {d["title"]: d.get("former") for _, _, d in graph.networkx().edges(data=True) if "title" in d}
        assert lines == {"副市长": True, "市长": None}
        assert graph.validate().conforms
    assert main(["neighbors", "李建国", "--output", str(output)]) == 0
    shown = capsys.readouterr().out
    assert "曾任（副市长）" in shown and "任职（市长）" in shown
