"""attends: who is named at a meeting, together or one after another (市委书记A、市长B出席；C致辞)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.extract.relations.draft import Draft
from kg.extract.relations.triggers import pairs

_COMES = re.compile(
    r"(?:出席|参加|列席|应邀参加|受邀参加)(?!过)|发表(?:重要|主旨|致辞)?(?:讲话|演讲|致辞)|(?<!工)作(?:了)?(?:重要|主旨)?(?:讲话|发言|报告|演讲|动员)|"
    r"(?<!重要)(?:讲话|发言)(?=[，。；、])|致(?:开幕|闭幕|欢迎)?[辞词](?!中)|宣布开幕|宣布开赛|主持(?:召开|会议|活动|仪式|开幕式)?|"
    r"登台|揭牌|揭幕|共同为|签约|接过聘书|(?:参会|到会)(?!代表|人员|企业|嘉宾)"
)
_STOP = re.compile("[，。；：！？的]")
_SIGNS = re.compile(r"签约|签署|签订|揭牌|揭幕")
_NEAR = re.compile(r"[^，。；：]{0,7}|等[^，。；：]{0,12}")
_NEXT = re.compile(r"(?:、|，|和|与|及|以及)[^。；：]{0,24}")
_VERB = re.compile(r"[说称]|表示|介绍|主持|致辞|指出|强调")
_HERE = ("Person", "Company", "Government", "Institution")
_FAR = 3
"""Sentences within which a speech still belongs to the meeting named before."""


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """Each person or organisation before a word of taking part, with the meeting that the passage is about."""
    yield from _speaking(discourse)
    for hit in _COMES.finditer(discourse.code):
        event = _event(discourse, hit)
        if event is None:
            continue
        low, _ = discourse.sentence(hit.start())
        for node in _present(discourse, low, hit.start()):
            for draft in pairs(node, "attends", event, (node.at, hit.end()), "relations.attends.present", 0.86):
                yield draft._replace(verb=hit.start())


def _speaking(discourse: Discourse) -> Iterator[Draft]:
    """会上，A介绍…；B…: who acts in a sentence that 会上 opens."""
    for event in discourse.between(0, len(discourse.code), ("Event",)):
        low, high = discourse.sentence(event.at)
        if not event.anaphor or event.at != low:
            continue
        for hit in _SIGNS.finditer(discourse.code, low, high):
            for node in discourse.between(max(low, discourse.part(hit.start())), hit.start(), _HERE[1:]):
                yield from pairs(node, "attends", event, (low, hit.end()), "relations.attends.signs", 0.85)
        for node in discourse.between(low, high, ("Person",)):
            if not discourse.aside(node, discourse.clause(node.at)) and discourse.clause(node.at) <= event.at + 2:
                yield from pairs(node, "attends", event, (low, node.at + 1), "relations.attends.there", 0.85)


def _event(discourse: Discourse, hit: re.Match[str]) -> Node | None:
    """The meeting right behind the verb, else the one that the sentence or those just before it are about."""
    high = discourse.sentence(hit.start())[1]
    stop = _STOP.search(discourse.code, hit.end())
    behind = discourse.between(hit.end(), min(high, hit.end() + 12, stop.start() if stop else high), ("Event",))
    if behind:
        return behind[0]
    taken = hit.group()[:2] in ("出席", "参加", "列席", "应邀", "受邀", "主持")
    if taken:
        return None
    before = discourse.between(0, hit.start(), ("Event",))
    starts = [start for start, _ in discourse.sentences if before and before[-1].at < start <= hit.start()]
    return before[-1] if before and len(starts) < _FAR else None


def _present(discourse: Discourse, low: int, high: int) -> list[Node]:
    """The people (else the organisations) of the list that ends right before the verb."""
    clause = discourse.code[low:high]
    start = low + max(clause.rfind("；"), clause.rfind("：")) + 1
    people = discourse.between(start, high, ("Person",))
    nodes = people or [n for n in discourse.between(start, high, _HERE) if not discourse.aside(n, start)]
    if not nodes or not _NEAR.fullmatch(discourse.code, nodes[-1].at + 1, high):
        return []
    out = [nodes[-1]]
    for node in reversed(nodes[:-1]):
        gap = discourse.code[node.at + 1 : out[0].at]
        if not _NEXT.fullmatch(gap) or _VERB.search(gap):
            break
        out.insert(0, node)
    return out
