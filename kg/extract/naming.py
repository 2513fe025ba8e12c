"""The metric of a number in its place: words of its clause, with those of the number before where it needs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg.extract.clauses import Topic
from kg.extract.counted import ATTRIBUTE
from kg.extract.metrics import Metric, wording
from kg.extract.phrases import sound
from kg.extract.topics import Topics
from kg.model.page import Span
from kg.text import words
from kg.text.quantities import Quantity
from kg.text.when import When


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One number with all that its clause says of it."""

    quantity: Quantity
    topic: Topic
    metric: Metric = Metric(name="")
    period: str | None = None


_DEPENDS = re.compile(
    r"(?:约|仅|大约|全面|逐步|大幅|进一步)*(?:占(?!地)|居|列|位[居列]|相当于|折合|约合|比|较|高于|低于|高出|低|"
    r"[提升增降]至|(?:提高|上升|增加|增长|"
    r"下降|降低|减少|扩大|缩短|回升|压缩|缩减|回落|攀升|跃升)[到至]|其中(?!$)|(?:合计|共计|总计|累计)$)"
)
"""What says something of the number before: 占全国的三成, 提高到80%."""
_GOODS = ("Product", "Industry", "Honor", "Cluster", "Project")
_CLOSES = ("Honor", "Policy", "Event", "Person", "Company", "Government")
"""Names of these types are no part of the noun that a number counts."""
_RUNS_INTO = re.compile(r"(?:[和及级]|国家)$")
_REACHED = re.compile(
    r"[^，。；]{0,6}?，?[^，。；]{0,2}?(?:上升|提升|提高|增加|增长|扩大|缩减|减少|下降|降低|压缩|缩短|发展|跃升|回落|扩展|变|涨|增|降|升)"
    r"了?[到至为](?:了|目前|如今|现在|去年|今年|当前|20\d\d年|[年底初末])*的?(?:不到|近|约|超过?|不足)?"
)
_SIZES = ("占地", "年产", "投资", "总投资", "造价", "装机")
_PLACED = re.compile(r"(?:连续)?(?:[稳跃跻])?[居列位排][^，]*第$")
_SUMS = ("合计", "共计", "总计")
_BOARD = re.compile(r"([^，。；：《》“”、]{2,20}?(?:名单|榜单?|百强|强|排名|评价|考核|评比|竞赛))[^。；]{0,12}$")
_MERELY = re.compile(
    r"(?:全面|逐步|大幅|进一步)*(?:[提升增降]|提高|上升|增加|增长|下降|降低|减少|扩大|缩短|回升|压缩|缩减|"
    r"回落|攀升|跃升)[到至]?"
)


def metric_of(
    reading: Reading, previous: Reading | None, after: Quantity | None, topics: Topics, whens: Sequence[When]
) -> Metric:
    """What the number of `reading` measures; `previous` was told before it, `after` is the number that follows."""
    quantity, text = reading.quantity, topics.text
    clause = topics.clauses.at(quantity.start)
    start, end = _span(reading, topics)
    shared = None
    holes = [(w.start, w.end) for w in whens if text[w.start - 1 : w.start] not in ("比", "较", "与")]
    if previous is not None and start <= previous.quantity.end <= quantity.start:
        if quantity.kind == "rank" and previous.quantity.kind == "time":
            low = previous.quantity.start
            holes.append((low - 2 if text.startswith("连续", low - 2) else low, previous.quantity.end))
        elif quantity.partner != (previous.quantity.start, previous.quantity.end):
            start, shared = previous.quantity.end, previous.metric.lead
    if topics.counts_between(start, quantity):
        return Metric(name="")
    following = len(text) if after is None else after.start
    names = [n for n in clause.nodes if n.type in _CLOSES and n.start > quantity.end]
    if names and names[0].start - quantity.end > 1 and not _RUNS_INTO.search(text, quantity.end, names[0].start):
        following = min(following, names[0].start)
    behind = next(((n.start, n.end) for n in clause.nodes if n.start == quantity.end and n.type in _GOODS), None)
    inside = tuple(sorted(hole for hole in holes if start <= hole[0] and hole[1] <= quantity.start))
    counted = quantity
    if after is not None and text.startswith(_SUMS, quantity.end):
        counted, following = msgspec.structs.replace(quantity, end=after.end), len(text)
    words_of_it = wording(text, (start, end), counted, following, inside, shared, behind)
    if reading.topic.by == "modifies":
        return _modifying(words_of_it.lead)
    metric = _full(words_of_it, quantity, previous, topics)
    if metric.name or quantity.kind != "count":
        return metric
    return Metric(name=topics.honour(quantity))


def _modifying(lead: str) -> Metric:
    """总投资3亿元的X项目: a noun before a number that modifies a name."""
    name = sound(ATTRIBUTE.sub("", lead))
    nouns = any(tag[0] == "n" or tag == "vn" or word in _SIZES for word, tag in words.tagged(name))
    return Metric(name=name if nouns else "", lead=name)


def _span(reading: Reading, topics: Topics) -> Span:
    """The words that may say what is measured: the clause, after its subject; a project's name for the size in it."""
    topic, quantity = reading.topic, reading.quantity
    clause = topics.clauses.at(quantity.start)
    if topic.by == "named" and topic.at:
        return topic.at
    start = clause.start
    if topic.at and start <= topic.at[0] and topic.at[1] <= quantity.start:
        start = max(topic.at[1], topics.listed_to(topic, quantity))
    if topic.by == "carried":
        again = (n.end for n in clause.nodes if n.end <= quantity.start and topic.entity in n.entities)
        start = max([start, *again])
    return start, clause.end


def _full(metric: Metric, quantity: Quantity, previous: Reading | None, topics: Topics) -> Metric:
    """The metric as words that stand alone: 同比增长, 占全国, 提高到 are said of what the number before measures."""
    text, first = topics.text, topics.clauses.sentence_start(quantity.start)
    here = previous if previous is not None and previous.quantity.start >= first else None
    base = _PLACED.sub("", here.metric.base or here.metric.name) if here is not None else ""
    if quantity.kind == "rank":
        return _rank(metric, quantity, here, base, topics)
    if not metric.name and base and text.endswith(_SUMS, first, quantity.start):
        return Metric(name=sound(base + text[quantity.start - 2 : quantity.start]))
    if base and here is not None and _REACHED.fullmatch(text, here.quantity.end, quantity.start):
        return Metric(name=here.metric.name)
    if metric.base == "":
        return Metric(name=sound(base + metric.name) if base else "", base=base or None, lead=metric.lead)
    if metric.name.startswith("比") and not base:
        return msgspec.structs.replace(metric, name=sound(metric.name) if len(metric.name) > 6 else "", base=None)
    if _DEPENDS.match(metric.name) or _MERELY.fullmatch(metric.name):
        said = "" if _MERELY.fullmatch(metric.name) else metric.name
        return Metric(name=sound(base + said) if base else "", lead=metric.lead)
    return msgspec.structs.replace(metric, name=sound(metric.name), base=metric.base and (sound(metric.base) or None))


def _rank(metric: Metric, quantity: Quantity, here: Reading | None, base: str, topics: Topics) -> Metric:
    """居全省第3位: in what, where the clause does not say it: by the number before, or by the list just named."""
    if len(metric.name.strip("并且位居列排名在第前")) < 2:
        low = topics.clauses.sentence_start(quantity.start)
        board = _BOARD.search(topics.text, low, quantity.start)
        return Metric(name=sound(board[1] + metric.name.lstrip("并且")) if board else "")
    if base and here is not None and here.quantity.kind != "rank" and _DEPENDS.match(metric.name):
        return Metric(name=sound(base + metric.name))
    return msgspec.structs.replace(metric, name=sound(metric.name), base=None)
