"""A page in traditional characters is read like any other and quoted as printed."""

from __future__ import annotations

from kg.config import Config
from kg.passage import mentions
from kg.text.normalise import squash
from kg.walk import walk
from tests.segment.sample import page

PRINTED = """綠峰茶業產品遠銷越南

　　本報訊（記者 錢進）3月5日，臨江縣綠峰茶業
有限公司董事長周行遠介紹，公司的產品出口到越
南、泰國，去年產值達到3.2億元，同比增長8.5%。
"""


def test_names_are_simplified_and_surfaces_and_quotes_stay_as_printed() -> None:
    facts = walk(page(PRINTED), Config())
    firm = next(entity for entity in facts.entities if entity.type == "Company")
    assert firm.name.endswith("绿峰茶业有限公司")
    assert any(name.endswith("綠峰茶業有限公司") for name in firm.names)
    assert facts.articles[0].title == "綠峰茶業產品遠銷越南"
    assert facts.claims
    for row in facts.mentions:
        assert squash(row.surface) == squash(PRINTED[row.start : row.end])
    for claim in facts.claims:
        e = claim.evidence
        assert squash(e.quote) == squash(PRINTED[e.start : e.end])


def test_a_traditional_page_and_a_simplified_one_name_the_same_firm() -> None:
    simplified = page("3月5日，记者来到绿峰茶业有限公司采访。")
    traditional = page("3月5日，記者來到綠峰茶業有限公司採訪。")
    firms = [{e.id for e in walk(p, Config()).entities if e.type == "Company"} for p in (simplified, traditional)]
    assert firms[0]
    assert firms[0] == firms[1]


def test_a_passage_in_traditional_characters_keeps_its_surfaces() -> None:
    found = {(m.surface, m.name) for m in mentions("綠峰茶業有限公司的產品出口到越南。")}
    assert ("綠峰茶業有限公司", "绿峰茶业有限公司") in found
