"""The words that say what a number measures: 累计销售各类农机, 规上工业企业, 产值同比增长."""

from __future__ import annotations

import re

import msgspec

from kg.extract.clause_shape import agentive
from kg.extract.phrases import generic, noun
from kg.model.page import Span
from kg.text import words
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
    rf"提到|降至|升至|增至|提[升高][至到]|增[长加][至到]|保持在|"
    r"稳定在|控制在|了|着|的|一个|一家|常年|长期|零下|(?<![存所实])在|(?<!即)将|可|(?<![理自缘])由|从)+$"
)
_LEAD = re.compile(
    r"^(?:[的，、：“”‘’（）()《》\s]|[”’》]|(?:其中|目前|截至|全年|全部|现已|现有|共有?(?!同|享|建|计)|已经?|"
    r"将(?=[达超突有])|仅|只(?!有)|能够|而|且|并(?!网|购|联)|"
    r"也|还|又|再(?!生)|可?将|可(?!再|持|溶|降|燃|穿|调|回)|均(?!衡)|都(?!市)|就(?!业)|则|更是|其(?!他|余)|"
    r"是一[个家座条]|是|拥有(?=.)|有(?!效|色|机|限|望|所|关)|年(?=增收)|尤其)(?=.))+"
)
_ATTRIBUTE = re.compile(r".*(?:是一[个家座]|成长为|成为|蜕变为|打造成为?|建成|转型为)(?=.)")
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
_MODIFIES = re.compile(
    r"[重长高宽深厚]的|[^，。；：、的\d]{1,8}的(?![\d一二两三四五六七八九十])(?=[^，。；：]*(?:起步|开始|出发))"
)
_MEASURED = re.compile(r"[^，。；：、]{3,24}?(?:达到?|超过?|突破|增长|约|逾)+(?:了|近|约)*")
_LASTED = re.compile(r"^\d+年(?:内|间|来|里|时间)?(?:要|将|共|累计)?")
_TIMES = ("每天", "每日", "每周", "每月", "每年", "一年", "一天", "全年", "年")
_TRANSITIVE = (
    "剩",
    "新增",
    "新建",
    "完成",
    "成立",
    "建成",
    "增加",
    "减少",
    "关停",
    "实施",
    "开展",
    "引进",
    "拥有",
    "取得",
    "形成",
    "打造",
    "推出",
    "组织",
    "举办",
    "设立",
    "获得",
    "实现",
    "创建",
    "安排",
    "选派",
    "派出",
    "投入",
    "提供",
    "发现",
    "解决",
    "覆盖",
    "涉及",
    "涵盖",
)
_DONE_BY = frozenset(
    (
        "参加",
        "参赛",
        "参展",
        "参会",
        "参与",
        "复工",
        "就业",
        "入选",
        "受益",
        "投产",
        "落地",
        "脱贫",
        "报名",
        "入驻",
        "签约",
        "获奖",
        "迁坟",
        "占地",
        "用工",
        "上岗",
        "到会",
        "出席",
        "在岗",
        "在校",
        "出动",
        "毕业",
        "治愈",
        "出院",
        "确诊",
        "死亡",
        "受伤",
        "搬迁",
        "入学",
        "招生",
    )
)
_TOWARDS = ("与", "同", "和", "向", "从", "由", "对", "给")
_OF_OTHERS = re.compile(r"的([^，。；：、\d]{2,8})")
_IS_ONE = re.compile(r"是(?:一?[个家座条]|全国|国内|目前|我国)?|成为|作为")
_LISTS = re.compile(r"、[^，]*等$|[^是有为建]等$")
_PREPOSITIONS = frozenset((*"为把将全有除", "就有"))
_LASTS = ("为期", "历时", "长达")
_NOUN = re.compile(r"(?!、)[^，。；：！？…\n《》\d]{0,26}")
_REACH = 120
"""Characters before a number that can say what it measures; longer clauses are enumerations of something else."""
_BYLINE = re.compile(r"^.*（(?:本报|通讯员|特约)?记者[^）]*）")
_QUOTES = str.maketrans("", "", "“”‘’\"' ")
_UNCOUNTED = frozenset({"rate", "rank", "multiple", "point", "index", "fraction", "temperature", "age"})


def wording(
    text: str, span: Span, quantity: Quantity, following: int, holes: tuple[Span, ...], shared: str | None
) -> Metric:
    """The metric of a number whose words stand in `text[span[0]:span[1]]`.

    `following` is where the next number begins, `holes` are dates inside; `shared` is the lead of the number before
    in the same clause, taken over where this one has none, None where no number stands before.
    """
    listed = shared is not None
    start, end = quantity.start, quantity.end
    if quantity.partner:
        start, end = min(start, quantity.partner[0]), max(end, quantity.partner[1])
    left = _BYLINE.sub("", _cut(text, max(span[0], start - _REACH), start, holes)).translate(_QUOTES)
    if quantity.kind == "rank":
        return Metric(name=_LEAD.sub("", left), lead="")
    if listed and left.endswith(("和", "及", "与", "、", "以及")):
        left = ""
    elif listed and "、" in left:
        left = left.rpartition("、")[2]
    if since := _FROM.fullmatch(left):
        return Metric(name=_tidy(since[1]))
    changed = _CHANGE.fullmatch(_LEAD.sub("", left))
    if changed and changed["change"].endswith(("到", "至")):
        return Metric(name=_tidy(changed["base"]))
    if changed:
        base = _tidy(changed["base"])
        return Metric(name=base + _TAIL.sub("", changed["change"]), base=base)
    lead = _tidy(left)
    if _LISTS.search(lead) or lead in _PREPOSITIONS:
        lead = ""
    elif not lead and "的" not in left:
        lead = shared or ""
    if _UNIT_PRICE.fullmatch(lead):
        return Metric(name="")
    if quantity.kind == "time":
        lead = lead.removeprefix("经过").removeprefix("历经")
    limit = min(span[1], following) if following > end else span[1]
    if text.startswith("的", end) and lead and quantity.kind != "count":
        return _owning(text, lead, end, limit, bool(_IS_ONE.search(left)))
    if quantity.kind == "group":
        return Metric(name=_joined(lead, noun(text, end + 1, span[1]).removesuffix("之一")), lead=lead)
    if quantity.kind == "time" and lead.endswith("连续"):
        return Metric(name=lead + _plain(text, end, span[1]), lead="")
    if _MODIFIES.match(text, end) or (following < span[1] and _MEASURED.fullmatch(text, end, following)):
        return Metric(name="")
    if quantity.kind == "fraction" and not lead and text.startswith(("是", "的", "在"), end):
        return Metric(name="")
    if lead in _TOWARDS:
        said = _predicate(text, end, span[1], 18)
        return Metric(name=lead + said if said else "")
    if following == end and quantity.kind == "count" and _acts(lead):
        return Metric(name="")
    if quantity.kind == "rate" and not lead:
        share = noun(text, end, limit)
        said = _predicate(text, end + len(share), span[1], 12) if share else ""
        return Metric(name=share + said if said else "")
    right = noun(text, end, limit, _acts(lead))
    others = _OF_OTHERS.match(text, end + len(right)) if right and _acts(lead) else None
    if others and agentive(others[1]):
        return Metric(name="")
    often = (quantity.unit or "").endswith(("次", "轮", "趟", "遍", "回"))
    bare = (len(lead) < 2 or lead in _TIMES) and quantity.kind in ("count", "area", "bare", "volume")
    if bare and (often or not right or generic(right)):
        right += _predicate(text, end + len(right), span[1], 16 if often else 12)
    if not right and quantity.kind == "count" and not often and _wants(lead):
        return Metric(name="", lead=lead)
    return Metric(name=_joined(lead, right), lead=lead)


def _wants(lead: str) -> bool:
    """Whether only a verb stands before a count that no noun follows: 新增(14个), 剩下(6户)."""
    tokens = words.tagged(lead)
    if lead.endswith(tuple("能值量率额数资收价费本比税")):
        return False
    if len(tokens) > 1 and tokens[-1][1] == "v" and not any(tag[0] in "nljb" for _, tag in _after_place(tokens)):
        return lead not in _DONE_BY
    if len(tokens) == 1 and tokens[0][1] == "v" and len(lead) == 2 and lead not in _DONE_BY:
        return True
    return len(tokens) == 1 and tokens[0][1] == "v" and lead.startswith(_TRANSITIVE)


def _after_place(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words without a preposition and its noun before the verb (向X市 + 驰援)."""
    if tokens[0][1] != "p":
        return tokens
    verb = next((place for place, (_, tag) in enumerate(tokens) if tag == "v"), len(tokens))
    return tokens[verb:]


def _acts(lead: str) -> bool:
    """Whether the words before a number end in a verb that governs what it counts: 完成, 新建."""
    last = words.tagged(lead)[-1:]
    return bool(last) and last[0][1] == "v" and last[0][0] not in ("有", "是", "为")


def _owning(text: str, lead: str, end: int, limit: int, is_one: bool) -> Metric:
    """增加20%的工资补贴 measures the subsidy; 总价3亿元的林场 tells of the farm, and of nobody that is named here."""
    following = noun(text, end, limit)
    if following and lead.endswith(_LASTS):
        return Metric(name=following + lead[-2:], lead="")
    named = _ATTRIBUTE.sub("", lead)
    if named != lead or not following or is_one:
        return Metric(name=named, lead=lead)
    gives = words.tagged(lead)[-1][1] in ("v", "vn") or lead.endswith(("增加", "获得", "达到"))
    return Metric(name=lead + following if gives else "", lead=lead)


def _predicate(text: str, start: int, limit: int, longest: int) -> str:
    """(1041亩)改造完毕: what is said of the number where no noun stands behind it."""
    said = _plain(text, start, limit)
    return said if len(said) <= longest and any(tag[0] == "v" for _, tag in words.tagged(said)) else ""


def _joined(lead: str, right: str) -> str:
    return lead if right and lead.endswith(right) else lead + right


def _cut(text: str, start: int, end: int, holes: tuple[Span, ...]) -> str:
    pieces, at = [], start
    for low, high in holes:
        if at <= low and high <= end:
            pieces.append(_UNTIL.sub("", text[at:low]))
            at = high
    return "".join([*pieces, text[at:end]])


def _tidy(said: str) -> str:
    return _TAIL.sub("", _LASTED.sub("", _LEAD.sub("", said))).strip("的，、：")


def _plain(text: str, start: int, end: int) -> str:
    hit = _NOUN.match(text, start, max(start, end))
    return (hit[0] if hit else "").translate(_QUOTES).strip("的，、")
