"""attends, over the sentences of a report on one meeting: who is listed, speaks, or signs there.

A report names its meeting once (…大会在X召开) and then tells of those present in clauses of their own (市委书记A出席并
讲话，市长B主持，C、D参加). What stands in those sentences with a word of taking part belongs to that meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from kg.extract.coded import ORGANISATION, SIGN, Node
from kg.extract.discourse import Discourse
from kg.extract.relations.draft import Draft
from kg.extract.relations.triggers import pairs

_HELD = re.compile(
    r"[^，。；！？]{0,24}?(?:召开|举行|举办|开幕|启幕|开班|闭幕|落幕|启动|开赛|开讲|揭幕|拉开)|，[^，。；！？]{0,16}(?:召开|举行|举办|开幕)"
)
_HOLDS = re.compile(r"(?:召开|举行|举办|召集|组织召开)(?:了|的)?[^，。；！？]{0,10}$")
_PRESENT = re.compile(
    r"(?:出席|参加|列席|主持|陪同|见证)(?=[，。；、！并]|会议|活动|大会|仪式|座谈|开幕|签约|论坛|上述|了)|(?<!的)(?<!的重要)(?<!系列重要)讲话(?!精神|和)|致[开闭欢]?幕?迎?[辞词]|"
    r"(?:表态|交流|典型|(?<!工)作了?(?!出)|先后|依次|分别|现场)[^，。；]{0,6}?(?:发言|汇报|报告|介绍|说明|演讲|部署|点评|通报|动员|推介)|发言(?=[，。；])|"
    r"(?:通报|宣读|传达|解读)(?:了)?(?=[^，。；]{2})|宣布(?:开幕|开赛|大会|启动)|(?:参会|到会|与会)(?=[，。；])|(?:共同|一同)?(?:揭牌|揭幕|颁奖|授牌)"
)
_AFTER = re.compile(
    r"(?:出席|参加|列席)[^，。；：]{0,10}?(?:的)?(?:还)?(?:市|省|县|区)?(?:领导|嘉宾|人员|负责同志|负责人|专家)?(?:还)?(?:有|包括)：?"
)
_FINDS = re.compile(r"(?:会议|大会)(?:还)?(?:指出|强调|认为|要求|提出|明确)")
"""What a meeting finds names people who need not be there."""
_STUDIED = re.compile(r"学习|贯彻|落实|传达|领会|按照|根据|遵循|批示|指示")
"""Behind these stands whose words a meeting studies, who is not there."""
_LED = re.compile(rf"由[^，。；：]{{0,20}}?(?P<who>{SIGN['Person']})(?:同志)?主持")
_ALONG = re.compile(r"(?:先生|女士|同志|教授|院士|博士)?(?:等|一行|等人)?(?:[^，。；]{0,8}?)$")
_TELLS = re.compile(r"[说称]|表示|介绍(?!了)|指出|强调|认为|告诉|透露")
_SPEAKS = re.compile(
    r"[^，。；：]{0,14}?(?:作[^，。；]{0,8}?(?:发言|汇报|报告|介绍|演讲)|(?:表态|交流|典型|先后|依次|分别|现场)[^，。；]{0,4}?发言|上台|登台|路演|参会|参展)"
)
_SIGNS = re.compile(r"签约|签署|签订|签下|揭牌|揭幕")
_SPOT = re.compile(r"当场|现场|会上|仪式上|活动上")
_FAIR = re.compile(r"签约|洽谈|推介|招商|对接|经贸|博览|交易|展览|论坛|年会")
_PLANS = re.compile(r"(?:将|拟|计划|投资|斥资)")
_FAR = 6
"""Sentences within which a report still tells who came, after its opening or a sentence that 会议, 大会 opens."""
_NEAR = 4
"""The same for who signs there without a word such as 当场."""
_GOES_ON = re.compile(rf"(?:此次|本次)?(?:会议|大会|论坛|洽谈会|推介会|活动|会上|仪式)(?!室)|{SIGN['Event']}")


class Meeting(msgspec.Struct, frozen=True):
    """A meeting with the number of the sentence that opens it."""

    event: Node
    sentence: int


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """Each person and organisation that a report lists, lets speak or lets sign at its meeting."""
    meeting: Meeting | None = None
    for number, (low, high) in enumerate(discourse.sentences):
        meeting = _opened(discourse, number, low, high) or meeting
        if meeting is not None and _goes_on(discourse, meeting, low):
            meeting = Meeting(meeting.event, number)
        if meeting is None or number - meeting.sentence > _FAR or "”" in discourse.code[low:high]:
            continue
        if _FINDS.match(discourse.code, low):
            continue
        start = max(low, meeting.event.at + 1)
        for node in _people(discourse, start, high):
            yield from _at(node, meeting, low, "relations.attends.listed", 0.86)
        for node in _organisations(discourse, meeting, number, start, high):
            yield from _at(node, meeting, low, "relations.attends.signs", 0.82)


def _at(node: Node, meeting: Meeting, low: int, by: str, sure: float) -> Iterator[Draft]:
    yield from pairs(node, "attends", meeting.event, (low, node.at + 1), by, sure)


def _opened(discourse: Discourse, number: int, low: int, high: int) -> Meeting | None:
    """The meeting that a sentence says is held."""
    for event in discourse.between(low, high, ("Event",)):
        if not event.anaphor and (
            _HELD.match(discourse.code, event.at + 1) or _HOLDS.search(discourse.code[low : event.at])
        ):
            return Meeting(event, number)
    return None


def _goes_on(discourse: Discourse, meeting: Meeting, low: int) -> bool:
    """Whether a sentence begins with the meeting, so that the report is still on it."""
    hit = _GOES_ON.match(discourse.code, low)
    named = discourse.between(low, low + 1, ("Event",))
    return hit is not None and (not named or named[0].entities == meeting.event.entities)


def _people(discourse: Discourse, low: int, high: int) -> Iterator[Node]:
    """People in clauses with a word of presence, and in the clauses of a list that ends in one."""
    code = discourse.code
    for hit in _LED.finditer(code, low, high):
        yield from discourse.between(hit.start("who"), hit.end("who"))
    waiting: list[Node] = []
    listing = False
    for start, end in _clauses(discourse, low, high):
        studied = _STUDIED.search(code, start, end)
        people = [n for n in discourse.between(start, end, ("Person",)) if not discourse.aside(n, start)]
        people = [n for n in people if not studied or n.at < studied.start()]
        after = _AFTER.search(code, start, end)
        if after or (listing and people and _TELLS.search(code, start, end) is None):
            listing = True
            yield from discourse.between(after.end() if after else start, end, ("Person",))
            continue
        listing = False
        if not people or discourse.between(start, people[0].at, ("Event",)):
            waiting = []
        elif _PRESENT.search(code, people[-1].at + 1, end):
            yield from (*waiting, *people)
            waiting = []
        elif _ALONG.fullmatch(code, people[-1].at + 1, end - 1) and not _TELLS.search(code, people[-1].at, end):
            waiting += people
        else:
            waiting = []


def _clauses(discourse: Discourse, low: int, high: int) -> Iterator[tuple[int, int]]:
    yield from pairwise([low, *(stop for stop in discourse.stops if low < stop < high), high])


def _organisations(discourse: Discourse, meeting: Meeting, number: int, low: int, high: int) -> Iterator[Node]:
    """Those who speak as an organisation or sign, and investors told of right after 集中签约."""
    code = discourse.code
    name = discourse.scene.entities[meeting.event.entities[0]].name
    before = code[slice(*discourse.sentences[number - 1])] if number > meeting.sentence else ""
    for start, end in _clauses(discourse, low, high):
        named = discourse.between(start, end, ORGANISATION)
        for node in named:
            last = discourse.run(node, end)[-1]
            if _SPEAKS.match(code, last.at + 1, end) and not discourse.between(last.at, end, ("Person",)):
                yield node
        signs = _SIGNS.search(code, start, end)
        fair = number - meeting.sentence <= _NEAR and _FAIR.search(name)
        if signs and (fair or _SPOT.search(code, low, end)):
            yield from (n for n in named if n.at < signs.start())
        elif fair and "签约" in before and named and named[0].at - start < 3 and _PLANS.match(code, named[0].at + 1):
            yield named[0]
