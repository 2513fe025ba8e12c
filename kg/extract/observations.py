"""Numbers about somebody: value, unit, what is measured, for which period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract import aligned
from kg.extract.clauses import Clause, Topic, topic_of
from kg.extract.discourse import Discourse
from kg.extract.metrics import Metric, wording
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


_SPAN_BEFORE = re.compile(r"(?:过去|近|最近|未来|今后|这|前|后|每|每隔|再过|上|头|下)的?$")
_SPAN_AFTER = re.compile(
    r"多?(?:以?来|以?前|以?后|之[后前内间]|间|内|里(?!程)|时间里|前夕|如一日|一(?:次(?!性)|度|届|遇|个)|[又有]余|"
    r"前的|连续|坚持)"
)
_VAGUE = frozenset({"个", "大类", "项", "条", "种", "件"})
_SPAN_UNITS = frozenset(
    {
        "年", "天", "个月", "月", "周", "小时", "分钟", "秒", "个小时", "个世纪", "世纪", "载", "个年头", "昼夜",
        "秒钟",
        "星期", "个星期",
    }
)  # fmt: skip
_DURATION = re.compile(
    r"合计|共计|累计|连续|连|历时|为期|长达|期限?|时间|周期|寿命|缩短|提前|压缩|减少|增加|延长|天数|经过?|"
    r"仅用|只需|仅需|不到|不足|用时|耗时|用了|"
    r"时长|工期|静置|年限|持续|维持|干了|办了|达|零\w{0,4}"
)
_CLOSING = re.compile(r"[^，。；“”‘’]{0,8}[”’]")
_AWAY = re.compile(r"(?:多)?(?:开外|之外|以外|外|远|处|范围|高空|见方|级精度的?距离)")
_EACH = re.compile(r"(?:每|平均每?)[^，。；：、\d]{0,4}$")
_SIZES_A_NAME = re.compile(r"[^，。；：、的]{0,8}(?:项目|工程)(?![个数化])")
_GROUPED = re.compile(r"大[^，。；：、]{0,6}(?:产业|产业链)(?![集园基])")
_ABSTRACT = re.compile(
    r"(?:方面|板块|形式|事(?!故|业|件|实业)|重点(?!项|企|工|实|产)|环节|层面|维度|角度|阶段|步骤|关键|抓手|"
    r"原则|目标(?!任务)|坚持|转变|结合|字|精准|故事|图(?!书)|特点|优势|特征|关系|梦|词|主题|意义|月|"
    r"人(?=[，。一]))"
)
_AGE_LIMIT = re.compile(r"年龄|以上|以下|周岁$|不满|未满|年满")
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
    topics = Topics(discourse, whens)
    kept = [q for q in found if q.start >= scene.article.body and _is_fact(scene, q, topics.clauses.at(q.start))]
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


# --- which numbers are facts ------------------------------------------------------------------------------------
def _is_fact(scene: Scene, quantity: Quantity, clause: Clause) -> bool:
    """Not a stretch of time (过去两年), a step of a plan (三个方面), a unit (每10户), an age, part of a name."""
    text, start, end = scene.text, quantity.start, quantity.end
    before = text[max(0, start - 8) : start]
    if _in_title(text, start, clause) or _named(scene, quantity):
        return False
    if _unit(quantity) in _SPAN_UNITS:
        return _tells_duration(text, quantity, clause)
    if _is_slogan(text, quantity):
        return False
    if quantity.kind == "length" and _AWAY.match(text, end):
        return False
    if quantity.kind == "age":
        return bool(_AGE_LIMIT.search(text, max(clause.start, start - 8), min(end + 4, clause.end)))
    if quantity.kind not in ("count", "money") and _SIZES_A_NAME.match(text, end) and not _in_project(scene, quantity):
        return False
    if quantity.kind == "length" and _unit(quantity) == "英寸":
        return False
    if quantity.kind == "group":
        return bool(_GROUPED.match(text, end)) and not before.endswith("等")
    if quantity.kind == "count" and _EACH.search(before) and quantity.value in ("1", "10", "100"):
        return False
    if before.endswith(("这", "那", "哪")):
        return False
    few = not text[start].isdigit() or len(quantity.value) == 1
    return not (few and _unit(quantity) in _VAGUE and _ABSTRACT.match(text, end))


def _tells_duration(text: str, quantity: Quantity, clause: Clause) -> bool:
    """历时3年, 优良天数200天, 连续五年; but not 过去两年, 三年来, 24小时昼夜不停."""
    before = text[max(0, quantity.start - 8) : quantity.start]
    if _SPAN_BEFORE.search(before) or _SPAN_AFTER.match(text, quantity.end):
        return before.endswith(("不到", "不足")) and text.startswith("的时间", quantity.end)
    return bool(_DURATION.search(text, max(clause.start, quantity.start - 14), quantity.start))


def _is_slogan(text: str, quantity: Quantity) -> bool:
    """“三支队伍”, “四种形态”: a number in a name made of quotation marks."""
    spelled = not text[quantity.start].isdigit()
    return spelled and text[quantity.start - 1] in "“‘" and bool(_CLOSING.match(text, quantity.end))


def _unit(quantity: Quantity) -> str:
    return quantity.unit or ""


def _in_title(text: str, position: int, clause: Clause) -> bool:
    low = max(0, clause.start - 60)
    opened = text.rfind("《", low, position)
    return opened >= 0 and text.find("》", opened, position) < 0


def _named(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number is part of a name; a project's name states its size (年产500台机床项目)."""
    for link in scene.within(max(0, quantity.start - 60), quantity.end + 60):
        mention = link.mention
        if mention.start < quantity.end and quantity.start < mention.end:
            return mention.type != "Project" or mention.start > quantity.start or mention.end < quantity.end
    return False


# --- metric, subject and period -----------------------------------------------------------------------------------
def _readings(scene: Scene, topics: Topics, kept: Sequence[Quantity], whens: Sequence[When]) -> Iterator[_Reading]:
    text = scene.text
    sentences = [topics.clauses.sentence_start(q.start) for q in kept]
    rows = aligned.runs(text, kept, sentences, topics.discourse.nodes)
    previous: _Reading | None = None
    listing: tuple[str, ...] = ()
    for place, quantity in enumerate(kept):
        topic = _in_project(scene, quantity) or topics.of(quantity)
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
        if topic is None or not metric.name:
            continue
        period = _period(text, topics, quantity, whens)
        previous = _Reading(quantity=quantity, topic=topic, metric=metric, period=period)
        yield previous


def _in_project(scene: Scene, quantity: Quantity) -> Topic | None:
    for link in scene.within(max(0, quantity.start - 60), quantity.end + 60, "Project"):
        at = (link.mention.start, link.mention.end)
        if at[0] <= quantity.start and quantity.end <= at[1]:
            return Topic(entity=link.entity, type="Project", sure=0.85, by="named", at=at)
    return None


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
    holes = [(w.start, w.end) for w in whens if text[w.start - 1 : w.start] not in ("比", "较", "与")]
    if previous is not None and start <= previous.quantity.end <= quantity.start:
        if quantity.kind == "rank" and previous.quantity.kind == "time":
            low = previous.quantity.start
            holes.append((low - 2 if text.startswith("连续", low - 2) else low, previous.quantity.end))
        elif quantity.partner != (previous.quantity.start, previous.quantity.end):
            start, shared = previous.quantity.end, previous.metric.lead
    inside = tuple(sorted(hole for hole in holes if start <= hole[0] and hole[1] <= quantity.start))
    metric = wording(text, (start, end), quantity, following, inside, shared)
    if previous is None or (metric.base != "" and metric.name):
        return metric if metric.base else msgspec.structs.replace(metric, base=None)
    base = previous.metric.base or previous.metric.name
    return msgspec.structs.replace(metric, name=base + metric.name, base=base if metric.base == "" else None)


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
