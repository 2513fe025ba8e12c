"""Numbers about somebody: value, unit, what is measured, for which period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract import aligned
from kg.extract.clauses import Topic, topic_of
from kg.extract.countable import named_project, tells_fact
from kg.extract.discourse import Discourse
from kg.extract.metrics import Metric, wording
from kg.extract.phrases import sound
from kg.extract.scene import Scene
from kg.extract.topics import Topics
from kg.model.claim import Claim, Observation
from kg.text import quantities, stance, when
from kg.text.quantities import Quantity
from kg.text.when import When


class _Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One number with all that its clause says of it."""

    quantity: Quantity
    topic: Topic
    metric: Metric
    period: str | None


_DEPENDS = re.compile(
    r"(?:约|仅|大约|全面|逐步|大幅|进一步)*(?:占(?!地)|居|列|位[居列]|相当于|折合|约合|比|较|高于|低于|高出|低|[提升增降]至|(?:提高|上升|增加|增长|"
    r"下降|降低|减少|扩大|缩短|回升|压缩|缩减|回落|攀升|跃升)[到至]|其中(?!$)|(?:合计|共计|总计|累计)$)"
)
"""What says something of the number before: 占全国的三成, 提高到80%."""
_CLOSES = ("Honor", "Policy", "Event", "Person", "Company", "Government")
"""Names of these types are no part of the noun that a number counts."""
_RUNS_INTO = re.compile(r"(?:[和及级]|国家)$")
_REACHED = re.compile(
    r"[^，。；]{0,6}?，?[^，。；]{0,2}?(?:上升|提升|提高|增加|增长|扩大|缩减|减少|下降|降低|压缩|缩短|发展|跃升|回落|扩展|变|涨|增|降|升)"
    r"了?[到至为](?:了|目前|如今|现在|去年|今年|当前|20\d\d年|[年底初末])*的?(?:不到|近|约|超过?|不足)?"
)
_SUMS = ("合计", "共计", "总计")
_BOARD = re.compile(r"([^，。；：《》“”、]{2,20}?(?:名单|榜单?|百强|强|排名|评价|考核|评比|竞赛))[^。；]{0,12}$")
_MERELY = re.compile(
    r"(?:全面|逐步|大幅|进一步)*(?:[提升增降]|提高|上升|增加|增长|下降|降低|减少|扩大|缩短|回升|压缩|缩减|"
    r"回落|攀升|跃升)[到至]?"
)
_NOW = re.compile(r"目前|当前|如今|截至目前|现有|现已|现在")
_SINCE = re.compile(r"[^，。；]{1,14}以来")
_QUIET = re.compile(r"同期|成立|创立|创办|始建|建厂|设立|出生|诞生")


def claims(scene: Scene) -> list[Claim]:
    """An Observation for every number of the body that is said of an entity of the scene."""
    found = quantities.find(scene.text)
    if not found:
        return []
    whens = when.find(scene.text, scene.article.dateline or scene.article.issued)
    discourse = Discourse(scene)
    topics = Topics(discourse, whens, found)
    kept = [q for q in found if q.start >= scene.article.body and tells_fact(scene, q, topics.clauses.at(q.start))]
    topics.facts = {q.start for q in kept}
    readings = list(_readings(scene, topics, kept, whens))
    return [_claim(scene, discourse, reading) for reading in _once(readings)]


def _claim(scene: Scene, discourse: Discourse, reading: _Reading) -> Claim:
    quantity, topic = reading.quantity, reading.topic
    fact = Observation(
        subject=topic.entity, metric=reading.metric.name, value=quantity.value, unit=quantity.unit,
        period=reading.period, compared_with=reading.metric.base or None,
    )  # fmt: skip
    speech = discourse.quote(discourse.index(quantity.start))
    return scene.claim(
        fact, (quantity.start, quantity.end), f"observations.{topic.by}", round(topic.sure, 3),
        stance.modality(scene.text, quantity.start, quantity.end), speech.person if speech else None,
    )  # fmt: skip


# --- metric, subject and period -----------------------------------------------------------------------------------
def _readings(scene: Scene, topics: Topics, kept: Sequence[Quantity], whens: Sequence[When]) -> Iterator[_Reading]:
    text = scene.text
    sentences = [topics.clauses.sentence_start(q.start) for q in kept]
    rows = aligned.runs(text, kept, sentences, topics.discourse.nodes)
    loose = aligned.loose(text, kept, rows)
    previous: _Reading | None = None
    listing: tuple[str, ...] = ()
    for place, quantity in enumerate(kept):
        topic = None if place in loose else named_project(scene, quantity) or topics.of(quantity)
        following = kept[place + 1].start if place + 1 < len(kept) else len(text)
        run, number = rows.get(place, (None, 0))
        if run is not None and (run.items or len(listing) == run.size):
            listing = run.items or listing
            owner = text[slice(*topic.at)] if topic and topic.at else ""
            metric = aligned.metric(run, number, [item.removeprefix(owner) for item in listing])
            if run.nodes:
                node = run.nodes[number]
                topic = topic_of(node, 0.8, "aligned")
                metric = Metric(name=run.verb or metric.name)
        elif topic is not None:
            metric = _metric(text, topics, quantity, following, previous, topic, whens)
        if topic is None or not metric.name or (topic.by in ("named", "modifies") and not metric.lead):
            continue
        if topic.type != "Place" and len(metric.name) == 1:
            continue
        period = _period(text, topics, quantity, whens)
        previous = _Reading(quantity=quantity, topic=topic, metric=metric, period=period)
        yield previous
        for other in topics.sharing(topic, quantity):
            yield msgspec.structs.replace(previous, topic=other)


def _metric(
    text: str,
    topics: Topics,
    quantity: Quantity,
    following: int,
    previous: _Reading | None,
    topic: Topic,
    whens: Sequence[When],
) -> Metric:
    clause = topics.clauses.at(quantity.start)
    start, end, shared = clause.start, clause.end, None
    if topic.by == "named" and topic.at:
        start, end = topic.at
    elif topic.at and start <= topic.at[0] and topic.at[1] <= quantity.start:
        start = topic.at[1]
    again = [n.end for n in clause.nodes if n.end <= quantity.start and topic.entity in n.entities]
    start = max([start, *again]) if topic.by == "carried" else start
    holes = [(w.start, w.end) for w in whens if text[w.start - 1 : w.start] not in ("比", "较", "与")]
    if previous is not None and start <= previous.quantity.end <= quantity.start:
        if quantity.kind == "rank" and previous.quantity.kind == "time":
            low = previous.quantity.start
            holes.append((low - 2 if text.startswith("连续", low - 2) else low, previous.quantity.end))
        elif quantity.partner != (previous.quantity.start, previous.quantity.end):
            start, shared = previous.quantity.end, previous.metric.lead
    if topics.counts_between(start, quantity):
        return Metric(name="")
    inside = tuple(sorted(hole for hole in holes if start <= hole[0] and hole[1] <= quantity.start))
    names = [n for n in clause.nodes if n.type in _CLOSES and n.start > quantity.end]
    if names and names[0].start - quantity.end > 1 and not _RUNS_INTO.search(text, quantity.end, names[0].start):
        following = min(following, names[0].start)
    metric = _full(wording(text, (start, end), quantity, following, inside, shared), quantity, previous, topics)
    if metric.name or quantity.kind != "count":
        return metric
    return Metric(name=topics.honour(quantity))


def _full(metric: Metric, quantity: Quantity, previous: _Reading | None, topics: Topics) -> Metric:
    """The metric as words that stand alone: 同比增长, 占全国, 提高到 are said of what the number before measures."""
    first = topics.clauses.sentence_start(quantity.start)
    here = previous is not None and previous.quantity.start >= first
    base = (previous.metric.base or previous.metric.name) if previous is not None and here else ""
    if previous is not None and previous.quantity.kind == "rank" and quantity.kind == "rank":
        return msgspec.structs.replace(metric, name=sound(metric.name), base=None)
    text = topics.text
    if quantity.kind == "rank" and len(metric.name.strip("并且位居列排名在第前")) < 2:
        board = _BOARD.search(text, first, quantity.start)
        return Metric(name=sound(board[1] + metric.name.lstrip("并且")) if board else "")
    if not metric.name and base and text.endswith(_SUMS, first, quantity.start):
        return Metric(name=sound(base + text[quantity.start - 2 : quantity.start]))
    if metric.base == "":
        return Metric(name=sound(base + metric.name) if base else "", base=base or None, lead=metric.lead)
    if metric.name.startswith("比") and not base:
        return msgspec.structs.replace(metric, name=sound(metric.name) if len(metric.name) > 6 else "", base=None)
    if base and previous is not None and _REACHED.fullmatch(text, previous.quantity.end, quantity.start):
        return Metric(name=previous.metric.name)
    if _DEPENDS.match(metric.name) or _MERELY.fullmatch(metric.name):
        said = "" if _MERELY.fullmatch(metric.name) else metric.name
        return Metric(name=sound(base + said) if base else "", lead=metric.lead)
    return msgspec.structs.replace(metric, name=sound(metric.name), base=metric.base and (sound(metric.base) or None))


def _period(text: str, topics: Topics, quantity: Quantity, whens: Sequence[When]) -> str | None:
    """The date that frames the number: in its clause, else before it in its sentence with no 目前 between."""
    clause = topics.clauses.at(quantity.start)
    first = topics.clauses.sentence_start(quantity.start)
    frame: When | None = None
    for moment in whens:
        if moment.start >= quantity.start:
            break
        if moment.start >= first and not _QUIET.search(text, moment.start, min(len(text), moment.end + 6)):
            frame = moment
    if frame is None:
        return None
    if frame.start < clause.start and _NOW.search(text, clause.start, quantity.start):
        return None
    since = _SINCE.match(text, frame.end)
    return f"{frame.iso}/.." if since and "/" not in frame.iso and frame.kind == "stated" else frame.iso


def _once(readings: Sequence[_Reading]) -> Iterator[_Reading]:
    """Each number once: one repeated in other words, with the same subject and unit, is the same fact."""
    seen: dict[tuple[str, str, str | None], list[str]] = {}
    for reading in readings:
        key = (reading.topic.entity, reading.quantity.value, reading.quantity.unit)
        names = seen.setdefault(key, [])
        if any(_alike(reading.metric.name, name) for name in names):
            continue
        names.append(reading.metric.name)
        yield reading


def _alike(one: str, other: str) -> bool:
    short, long = sorted((set(one), set(other)), key=len)
    return not short or len(short & long) / len(short) >= 0.6
