"""The words that say what a number measures: 累计销售各类农机, 规上工业企业, 产值同比增长."""

from __future__ import annotations

import re

import msgspec

from kg.extract.counted import QUOTES, Behind
from kg.model.page import Span
from kg.text.quantities import Quantity


class Metric(msgspec.Struct, frozen=True, kw_only=True):
    """`name` in the words of the text.

    `base` is what a rate of change compares (产值 of 产值同比增长): None for no rate, empty where its words stand
    before the last number. `lead` are the words before the number, which the next of a list may share
    (修了3座桥、12条路).
    """

    name: str
    base: str | None = None
    lead: str = ""


_ADVERB = (
    r"大?约为?|(?<![签节集条特合])约|近|接近|将近|超过?|逾|突破|不足|不到|高于|低于|不低于|不少于|不超过|最高|"
    r"最多|最低|最少|至少|(?<![以])上|"
    r"(?<![通经])过|只有|仅有?|共有?|共计|总计|合计|分别|几乎|均|都|各|再|又|已经?"
)
_TAIL = re.compile(
    rf"(?:{_ADVERB}|高达|(?<![实兑])现有|达到?了?|(?<![成称作认])为|是|(?<![拥享具占持国所])有|至|(?<![大小])到|"
    rf"提到|降至|升至|增至|飙升[到至]|攀升[到至]|跃升[到至]|提[升高][至到]|增[长加][至到]|保持在|"
    r"稳定在|控制在|了|着|的|一个|一家|常年|长期|零下|(?<![存所实])在|(?<!即)将|可|(?<![理自缘])由|从)+$"
)
_LEAD = re.compile(
    r"^(?:[的，、：“”‘’（）()《》\s]|[”’》]|(?:其中|目前|截至|全年|全部|现已|现有|共有?(?!同|享|建|计)|已经?|"
    r"将(?=[达超突有])|仅|只(?!有)|能够|而|且|并(?!网|购|联)|"
    r"也|还|又|再(?!生)|可?将|可(?!再|持|溶|降|燃|穿|调|回)|均(?!衡)|都(?!市)|就(?!业)|则|更是|其(?!他|余)|"
    r"是一[个家座条]|是|拥有(?=.)|有(?!效|色|机|限|望|所|关)|年(?=增收)|尤其)(?=.))+"
)
_CHANGE = re.compile(
    r"(?P<base>.*?)(?P<change>(?:同比|环比|较?比?(?:上年|去年|上月|年初|上一年|前一年)(?:同期|末|底)?|年均|"
    r"名义|实际|分别|将|可|几乎|平均)*"
    r"(?:增长|增加(?!值)|增幅|增速|提升|提高|上升|上涨|下降|减少|降低|改善|回落|缩短|扩大|下滑|下跌|降幅|提速|"
    r"增|降|翻)(?:了|约|近|超过?|逾|幅度?|率|为|达到?|到)*)$"
)
_UNTIL = re.compile(r"(?:截[至止]到?|[到至于在自从由])$")
_FROM = re.compile(
    r"(.{2,}?)，?[由从](?:年[底初末]|最初|最高|最低|原来|此前|过去|以前|平均|之前|原先|当初)*的?(?:平均|不足|不到|近|约|超过?)?"
)
_UNIT_PRICE = re.compile(r"一(?:斤|公斤|亩|吨|个|只|头|棵|袋|箱|件|瓶|张|套|桶)[^，。；：]{0,4}")
_SUMMED = re.compile(r"^(?:\d+|[两三四五六七八九十])个(?=[^，]{4,})")
_LASTED = re.compile(r"^\d+年(?:内|间|来|里|时间)?(?:要|将|共|累计)?")
_IS_ONE = re.compile(r"是(?:一?[个家座条]|全国|国内|目前|我国)?|成为|作为")
_LISTS = re.compile(r"、[^，]*等$|[^是有为建]等$")
_PREPOSITIONS = frozenset((*"为把将全有除", "就有"))
_REACH = 120
"""Characters before a number that can say what it measures; longer clauses are enumerations of something else."""
_BYLINE = re.compile(r"^.*（(?:本报|通讯员|特约)?记者[^）]*）")


def wording(
    text: str,
    span: Span,
    quantity: Quantity,
    following: int,
    holes: tuple[Span, ...],
    shared: str | None,
    name: Span | None,
) -> Metric:
    """The metric of a number whose words stand in `text[span[0]:span[1]]`.

    `following` is where the next number begins, `holes` are dates inside; `shared` is the lead of the number before
    in the same clause, taken over where this one has none, None where no number stands before. `name` is where a
    name stands right behind the number.
    """
    listed = shared is not None
    start, end = quantity.start, quantity.end
    if quantity.partner:
        start, end = min(start, quantity.partner[0]), max(end, quantity.partner[1])
    left = _BYLINE.sub("", _cut(text, max(span[0], start - _REACH), start, holes)).translate(QUOTES)
    if quantity.kind == "rank":
        return Metric(name=_LEAD.sub("", left), lead="")
    if listed and left.endswith(("和", "及", "与", "、", "以及")):
        left = ""
    elif listed and "、" in left:
        left = left.rpartition("、")[2]
    if since := _FROM.fullmatch(left):
        return Metric(name=_tidy(since[1]))
    changed = _CHANGE.fullmatch(_LEAD.sub("", left))
    if changed and text.startswith("的", end) and "比" not in changed["change"]:
        changed = None
    if changed and changed["change"].endswith(("到", "至")):
        return Metric(name=_tidy(changed["base"]))
    if changed:
        base = _tidy(changed["base"])
        return Metric(name=base + _TAIL.sub("", changed["change"]), base=base)
    lead = _lead(left, quantity, shared)
    if lead is None:
        return Metric(name="")
    behind = Behind(text=text, quantity=quantity, end=end, clause=span[1], following=following, name=name)
    return Metric(
        name=behind.metric(lead, _IS_ONE.search(left) is not None), lead="" if quantity.kind == "time" else lead
    )


def _lead(left: str, quantity: Quantity, shared: str | None) -> str | None:
    """The words before a number that say what it measures; None where they say only what it is a price of."""
    lead = _tidy(left)
    if _LISTS.search(lead) or lead in _PREPOSITIONS:
        lead = ""
    elif not lead and "的" not in left:
        lead = shared or ""
    if _UNIT_PRICE.fullmatch(lead):
        return None
    return lead.removeprefix("经过").removeprefix("历经") if quantity.kind == "time" else lead


def _cut(text: str, start: int, end: int, holes: tuple[Span, ...]) -> str:
    pieces, at = [], start
    for low, high in holes:
        if at <= low and high <= end:
            pieces.append(_UNTIL.sub("", text[at:low]))
            at = high
    return "".join([*pieces, text[at:end]])


def _tidy(said: str) -> str:
    said = _SUMMED.sub("", _LEAD.sub("", said.removeprefix("其中")))
    return _TAIL.sub("", _LASTED.sub("", said)).strip("的，、：")
