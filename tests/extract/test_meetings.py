"""Reports on meetings: who attends, over several clauses and sentences."""

from __future__ import annotations

from tests.extract.test_relations import facts

_OPENING = "[青原洽谈会|Event]在[青原市|Place:city]召开。"


def guests(marked: str) -> set[str]:
    return {subject for subject, predicate, _ in facts(_OPENING + marked) if predicate == "attends"}


def test_each_clause_of_a_report_adds_who_takes_part() -> None:
    marked = "市委书记[林远|Person]出席并讲话，市长[周禾|Person]主持，副市长[何岭|Person]、秘书长[白川|Person]参加。"
    assert guests(marked) == {"林远", "周禾", "何岭", "白川"}


def test_a_list_over_clauses_waits_for_its_verb() -> None:
    marked = "省商务厅副厅长[林远|Person]，市长[周禾|Person]，商会会长[何岭|Person]等出席。"
    assert guests(marked) == {"林远", "周禾", "何岭"}


def test_a_list_may_follow_its_verb() -> None:
    assert guests("参加会议的还有：市领导[林远|Person]、[周禾|Person]。") == {"林远", "周禾"}


def test_whoever_chairs_attends() -> None:
    assert guests("会议由副市长[林远|Person]主持。") == {"林远"}


def test_organisations_that_speak_attend() -> None:
    marked = "[青原市商务局|Government]、[恒越机械|Company]作表态发言，[澜海重工|Company]负责人上台谈体会。"
    assert guests(marked) == {"青原市商务局", "恒越机械", "澜海重工"}


def test_those_who_sign_there_attend() -> None:
    assert guests("[恒越机械|Company]与[青原大学|Institution]现场签约。") == {"恒越机械", "青原大学"}


def test_who_is_only_spoken_of_does_not_attend() -> None:
    assert guests("会议要求学习[林远|Person]同志先进事迹。") == set()
    assert guests("[恒越机械|Company]去年扩产。") == set()


def test_another_meeting_takes_over() -> None:
    found = facts(_OPENING + "[云水年会|Event]随后举行。[林远|Person]出席并讲话。")
    assert ("林远", "attends", "云水年会") in found
    assert ("林远", "attends", "青原洽谈会") not in found
