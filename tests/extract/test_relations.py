from __future__ import annotations

import pytest

from kg.extract import relations
from kg.model.claim import Relation
from tests.extract.scenes import scene


def facts(marked: str, home: str | None = None) -> set[tuple[str, str, str]]:
    found = [claim.fact for claim in relations.claims(scene(marked, home))]
    return {(f.subject, f.predicate, f.object) for f in found if isinstance(f, Relation)}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[恒越机械|Company]的产品远销[巴西|Place:country]、[秘鲁|Place:country]等国家。",
            ("恒越机械", "exportsTo", "秘鲁"),
        ),
        ("[恒越机械|Company]成功打入[澜海重工|Company]供应商体系。", ("恒越机械", "suppliesTo", "澜海重工")),
        (
            "[恒越机械|Company]与[青原大学|Institution]在焊接工艺方面达成合作。",
            ("恒越机械", "cooperatesWith", "青原大学"),
        ),
        ("[恒越机械|Company]是[澜海集团|Company]的全资子公司。", ("恒越机械", "subsidiaryOf", "澜海集团")),
        ("[澜海集团|Company]旗下[恒越机械|Company]扩建厂房。", ("恒越机械", "subsidiaryOf", "澜海集团")),
        ("[热能改造项目|Project]由[恒越机械|Company]投资建设。", ("恒越机械", "undertakes", "热能改造项目")),
        ("[恒越机械|Company]连续三年获评“[绿色工厂|Honor]”。", ("恒越机械", "awarded", "绿色工厂")),
        ("[瞪羚企业|Honor][恒越机械|Company]满负荷生产。", ("恒越机械", "awarded", "瞪羚企业")),
        ("[恒越机械|Company]在[上交所|Institution]主板上市。", ("恒越机械", "listedOn", "上交所")),
        ("[青原论坛|Event]由[青原市商务局|Government]主办。", ("青原市商务局", "organizes", "青原论坛")),
        ("市委书记[林远|Person]、市长[周禾|Person]出席[青原论坛|Event]。", ("林远", "attends", "青原论坛")),
        ("[青原市政府|Government]印发《[科技十条|Policy]》。", ("青原市政府", "issued", "科技十条")),
        ("[恒越机械|Company]专注于生产[精密齿轮|Product]。", ("恒越机械", "produces", "精密齿轮")),
        ("[恒越机械|Company]是[齿轮产业链|Chain]上游企业。", ("恒越机械", "memberOf", "齿轮产业链")),
        ("作为国内[客车制造|Industry]领军企业，[恒越机械|Company]扩产。", ("恒越机械", "leads", "客车制造")),
        ("位于[双桥镇|Place:town]的[恒越机械|Company]扩产。", ("恒越机械", "locatedIn", "双桥镇")),
        ("[青原论坛|Event]在[青原市|Place:city]举行。", ("青原论坛", "locatedIn", "青原市")),
        ("[韩国|Place:country][海星|Company]、[大元汽车|Company]来访。", ("大元汽车", "locatedIn", "韩国")),
    ],
)
def test_says_what_a_reader_takes_from_the_sentence(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in facts(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[恒越机械|Company]从[澜海重工|Company]学到了管理经验。",
        "[青原市|Place:city]14家企业入选[绿色工厂|Honor]。",
        "[林远|Person]说，[绿色工厂|Honor]越来越多。",
        "[恒越机械|Company]的展位吸引了[巴西|Place:country]客商。",
    ],
)
def test_stays_silent_where_the_text_says_nothing(marked: str) -> None:
    assert facts(marked) == set()


def test_carries_the_subject_over_clauses_and_sentences() -> None:
    found = facts(
        "[恒越机械|Company]去年扩产，成本下降，产品出口[巴西|Place:country]。该公司研发的[精密齿轮|Product]供不应求。"
    )
    assert ("恒越机械", "exportsTo", "巴西") in found
    assert ("恒越机械", "produces", "精密齿轮") in found


def test_hears_we_as_the_speakers_organisation() -> None:
    marked = (
        "“我们研发的[精密齿轮|Product]很受欢迎，出口[巴西|Place:country]。”[恒越机械|Company]总经理[林远|Person]说。"
    )
    assert facts(marked) == {("恒越机械", "produces", "精密齿轮"), ("恒越机械", "exportsTo", "巴西")}
    speakers = {claim.speaker for claim in relations.claims(scene(marked))}
    assert speakers == {"林远"}


def test_spreads_a_place_over_an_enumeration() -> None:
    found = facts("在[青原市|Place:city]，企业各有本领：[恒越机械|Company]做齿轮；[澜海重工|Company]做船舶。")
    assert {("恒越机械", "locatedIn", "青原市"), ("澜海重工", "locatedIn", "青原市")} <= found


def test_gives_each_of_a_list_the_honour_and_our_city() -> None:
    marked = (
        "[青原市|Place:city]消息：公示了[绿色工厂|Honor]名单，"
        "我市[恒越机械|Company]、[澜海重工|Company]等14家企业入选。"
    )
    found = facts(marked, home="青原市")
    assert {(c, "awarded", "绿色工厂") for c in ("恒越机械", "澜海重工")} <= found
    assert {(c, "locatedIn", "青原市") for c in ("恒越机械", "澜海重工")} <= found
    assert ("青原市", "awarded", "绿色工厂") not in found


def test_places_divisions_only_where_they_are_written_together() -> None:
    found = facts("[云水县|Place:county][双桥镇|Place:town][李庄村|Place:village]丰收。[北坡镇|Place:town]也丰收。")
    assert found == {("双桥镇", "locatedIn", "云水县"), ("李庄村", "locatedIn", "双桥镇")}


def test_puts_an_organ_where_its_name_says() -> None:
    found = facts("[云水县|Place:county]开会。[云水县农业农村局|Government]局长讲话。")
    assert ("云水县农业农村局", "locatedIn", "云水县") in found


def test_every_fact_fits_the_vocabulary_and_carries_its_sentence() -> None:
    claims = relations.claims(scene("[恒越机械|Company]生产[精密齿轮|Product]。[林远|Person]出席[青原论坛|Event]。"))
    assert {claim.evidence.quote for claim in claims} == {"恒越机械生产精密齿轮。", "林远出席青原论坛。"}
    assert all(0.6 <= claim.confidence <= 1 for claim in claims)


def test_gives_a_list_of_its_own_sentence_the_honour_told_before() -> None:
    found = facts(
        "省里公布[绿色工厂|Honor]名单，[云水县|Place:county]有14家企业上榜。上榜企业有[恒越机械|Company]、"
        "[澜海重工|Company]；[清禾米业|Company]等。"
    )
    firms = {"恒越机械", "澜海重工", "清禾米业"}
    assert {s for s, predicate, _ in found if predicate == "awarded"} == firms
    assert {s for s, predicate, _ in found if predicate == "locatedIn"} == firms


def test_reads_a_table_of_names_under_its_honour() -> None:
    found = facts("现将[绿色工厂|Honor]名单公示如下：\n1.[恒越机械|Company]\n2.[澜海重工|Company]\n")
    assert {s for s, predicate, _ in found if predicate == "awarded"} == {"恒越机械", "澜海重工"}


def test_gives_an_honour_to_no_firm_that_only_follows() -> None:
    found = facts("我市公布[绿色工厂|Honor]名单。其中，[恒越机械|Company]的齿轮很出名。[澜海重工|Company]扩产。")
    assert not [f for f in found if f[1] == "awarded"]


def test_puts_a_states_organ_in_the_state() -> None:
    assert ("巴西政府", "locatedIn", "巴西") in facts("[巴西|Place:country]开会。[巴西政府|Government]表态。")


def test_takes_a_branch_for_its_owners() -> None:
    found = facts("[恒越机械|Company]扩产。[恒越机械（云水）有限公司|Company]开工。")
    assert ("恒越机械（云水）有限公司", "subsidiaryOf", "恒越机械") in found
