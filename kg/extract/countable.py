"""Which numbers state a fact about somebody: no stretches of time, steps of a plan, names, ages, coordinates."""

from __future__ import annotations

import re

from kg.extract.clauses import Clause, Topic
from kg.extract.scene import Scene
from kg.text.quantities import Quantity

_SPAN_BEFORE = re.compile(r"(?:过去|近|最近|未来|今后|这|前|后|每|每隔|再过|上|头|下)的?$")
_SPAN_AFTER = re.compile(
    r"多?(?:以?来|以?前|以?后|之[后前内间]|间|内|里(?!程)|时间里|前夕|如一日|一(?:次(?!性)|度|届|遇|个)|[又有]余|"
    r"前的|连续|坚持)"
)
_VAGUE = frozenset(
    {"个", "大类", "项", "条", "种", "件", "张", "类", "股", "本", "场次", "把", "步", "句", "颗", "道", "场"}
)
_SPAN_UNITS = frozenset(
    {
        "年", "天", "个月", "月", "周", "小时", "分钟", "秒", "个小时", "个世纪", "世纪", "载", "个年头", "昼夜",
        "秒钟", "星期", "个星期", "个工作日", "工作日", "多小时", "刻钟", "日", "夜", "学期", "个学期",
    }
)  # fmt: skip
_DURATION = re.compile(
    r"合计|共计|累计|连续|连|历时|为期|长达|期限?|时间|周期|寿命|缩短|提前|压缩|减少|增加|延长|天数|经过?|"
    r"仅用|只需|仅需|不到|不足|用时|耗时|用了|"
    r"时长|工期|静置|年限|持续|维持|干了|办了|达|零\w{0,4}"
)
_OPENING = re.compile(r"[“‘][^，。；“”‘’]{0,14}$")
_CLOSING = re.compile(r"[^，。；“”‘’]{0,12}[”’]")
_AWAY = re.compile(r"(?:多)?(?:开外|之外|以外|外|远|处|范围|高空|见方|级精度的?距离)")
_EACH = re.compile(r"(?:每|平均每?)[^，。；：、\d]{0,4}$")
_SIZES_A_NAME = re.compile(r"[^，。；：、的]{0,8}(?:项目|工程)(?![个数化])")
_GROUPED = re.compile(r"大[^，。；：、]{0,6}(?:产业|产业链)(?![集园基])")
_ABSTRACT = re.compile(
    r"(?:重要|主要|关键|核心|基本|重大|突出|新的?|硬|大)?(?:方面|板块|形式|事(?!故|业|件|实业)|重点(?!项|企|工|实|产)|环节|层面|维度|角度|阶段|步骤|关键|抓手|"
    r"原则|目标(?!任务)|坚持|转变|结合|字|精准|故事|图(?!书)|特点|优势|特征|关系|梦|词|主题|意义|月|名片|答卷|牌|网(?!络)|底线|红线|理念|思想|精神|要求|机制|原因|因素|支柱|支点|定位|"
    r"理由|途径|路径|"
    r"时代|声音|战(?!机|车|舰|士)|仗|法宝|功课|难题|挑战|领域|系列(?!产品)|类别|类型|方向|方面|等级|层次|话(?!剧)|"
    r"人(?=[，。一]))"
)
_NOUN_AFTER = re.compile(r"[^，。；：、的贯落实\d”’]")
_PART_OF = re.compile(r"的(?:\d|百分之|[一二三四五六七八九]成)")
_INCLUDES = re.compile(r"(?:包括|含|包含)[^，。；、]{0,8}$")
_ANNIVERSARY = re.compile(r"之际|纪念日|庆典|[，。；！]|$")
_MANNER = re.compile(r"(?:大|重要|主要|关键)?(?:方面|环节|层面|维度|角度|步骤|板块)")
_MEASURES = re.compile(r"[^，。；：、]{0,6}(?:措施|政策|意见|举措)")
_ENUMERATED = re.compile(r"(?:[^，。；：、]{2,8}、)+[^，。；：、]{2,8}$")
_PROVINCES = re.compile(r"省(?![会级属内外])|自治区")
_OF_AGE = re.compile(r"(?:以上|以下|及以上|及以下)(?:的|老|人|患)")
_SUPPOSED = re.compile(r"如果|假如|倘若|要是")
_HALVED = re.compile(r"(?:占|为|是|少|多|近|超过?|过|约|降|减|增|的|不到|不足|达到?|出|了)$")
_FRAMES = re.compile(r"[“‘]?(?:截至目前，)?(?:在|从|当|随着|经过)")
_FRAMED_IN = re.compile(r"[^，。；：]*(?:内|里|上|中|下|前|后|时|期间|背景|同时|基础)，")
_CONVERTED = re.compile(r"(?:约合|折合|合人民币|相当于人民币)$")
_EXCHANGE = re.compile(r"1[美欧日港澳加新英]?[元镑](?:人民币)?(?:约|合|兑|等于)")
_PLACED = re.compile(r"[北南]纬|[东西]经|海拔[^，。]{0,6}米的")
_POWER = re.compile(r"的(?:负?\d+|[一二三四五六七八九十]+)次方|次方")
_BOTH = re.compile(r"[^，。；：]{0,14}(?:分别|均|都|各)|[^，。；：的]{1,6}的[^，。；：的]{1,8}(?:为|达|超|增|下降)")
_COURT = re.compile(r"有期徒刑|判处|被判|罚金|缓刑|拘役|受贿|贪污|违法所得|涉案|犯罪")
_AGE_LIMIT = re.compile(r"年龄|以上|以下|周岁$|不满|未满|年满")


def tells_fact(scene: Scene, quantity: Quantity, clause: Clause) -> bool:
    """Not a stretch of time (过去两年), a step of a plan (三个方面), a unit (每10户), an age, part of a name."""
    text, start, end = scene.text, quantity.start, quantity.end
    if _in_title(text, start, clause) or _named(scene, quantity) or _is_slogan(text, quantity):
        return False
    if _asked(scene, clause) or _COURT.search(text, clause.start, clause.end):
        return False
    if _unit(quantity) in _SPAN_UNITS:
        return _tells_duration(text, quantity, clause)
    if quantity.kind == "age":
        if _OF_AGE.match(text, end):
            return False
        return bool(_AGE_LIMIT.search(text, max(clause.start, start - 8), min(end + 4, clause.end)))
    if quantity.kind == "group":
        return bool(_GROUPED.match(text, end)) and not text.endswith("等", 0, start)
    sized = quantity.kind not in ("count", "money") and _SIZES_A_NAME.match(text, end)
    if sized and not named_project(scene, quantity):
        return False
    return not (_is_base(text, quantity) or _is_position(text, quantity) or _is_step(text, quantity, clause))


def _is_base(text: str, quantity: Quantity) -> bool:
    """What others are counted by: 每10户, 一亩地投入, 采挖1亩药材的时间, 其中一家, (1元人民币约合…)."""
    before = text[max(0, quantity.start - 8) : quantity.start]
    if before.endswith(("这", "那", "哪", "某", "另")) or (before.endswith("其中") and quantity.value == "1"):
        return True
    if _EACH.search(before) and quantity.kind not in ("money", "rate", "time"):
        return before.endswith("每") or quantity.value in ("1", "10", "100")
    if quantity.value == "1" and quantity.kind in ("area", "mass", "volume", "length"):
        return True
    if _PART_OF.match(text, quantity.end) or (
        _INCLUDES.search(before) and "在内" in text[quantity.end : quantity.end + 16]
    ):
        return True
    return bool(_CONVERTED.search(before) or _EXCHANGE.match(text, quantity.start))


def _is_position(text: str, quantity: Quantity) -> bool:
    """Where something is and how it is called, not how much: 北纬26度, 50公里外, 10的13次方, 85英寸."""
    if _PLACED.search(text, max(0, quantity.start - 12), quantity.start) or _POWER.match(text, quantity.end):
        return True
    if quantity.kind == "length":
        return _unit(quantity) == "英寸" or bool(_AWAY.match(text, quantity.end))
    return quantity.kind == "temperature" and text.startswith(("以上的", "的患者"), quantity.end)


def _is_step(text: str, quantity: Quantity, clause: Clause) -> bool:
    """三个方面, 两张名片; a number of a sentence of a court; 两种产品的产量分别为: both that were named."""
    before = text[max(clause.start, quantity.start - 8) : quantity.start]
    few = not text[quantity.start].isdigit() or len(quantity.value) == 1
    if few and _unit(quantity) in _VAGUE and _ABSTRACT.match(text, quantity.end):
        return True
    if _unit(quantity) == "条" and _MEASURES.match(text, quantity.end):
        return True
    if _unit(quantity) == "条" and few and not _NOUN_AFTER.match(text, quantity.end):
        return True
    if text[clause.end - 1] == "：" and quantity.start - clause.start < 4 and quantity.kind == "count":
        return True
    if quantity.kind == "fraction" and text[quantity.start : quantity.end] == "一半" and not _HALVED.search(before):
        return True
    if _FRAMES.match(text, clause.start) and _FRAMED_IN.match(text, quantity.end, clause.end):
        return True
    if _MANNER.match(text, quantity.end):
        return True
    if _unit(quantity) == "周年" and not _ANNIVERSARY.match(text, quantity.end):
        return True
    if _unit(quantity) == "类" and "水" in text[clause.start : quantity.start]:
        return True
    if text.endswith(("全国", "我国"), 0, quantity.start) and _PROVINCES.match(text, quantity.end):
        return True
    if _unit(quantity) == "条" and text[quantity.start - 1] in "策施政见才定例":
        return True
    named = any(node.end == quantity.start for node in clause.nodes)
    if (named or text[quantity.start] == "两") and _BOTH.match(text, quantity.end, clause.end):
        return True
    return _sums_up(text, quantity, clause) or _sums_up_words(text, quantity, clause)


def _sums_up(text: str, quantity: Quantity, clause: Clause) -> bool:
    """A、B两个产业集群: as many as were just named."""
    before = [node for node in clause.nodes if node.end <= quantity.start]
    if len(before) < 2 or before[-1].end != quantity.start or quantity.kind != "count":
        return False
    return text[before[-2].end : before[-1].start].strip("”“") in ("、", "和", "与", "及", "以及")


def _sums_up_words(text: str, quantity: Quantity, clause: Clause) -> bool:
    """甲乡、乙乡、丙乡3个乡: as many as were just listed, names or not."""
    listed = _ENUMERATED.search(text, clause.start, quantity.start)
    return quantity.kind == "count" and listed is not None and quantity.value == str(listed[0].count("、") + 1)


def _asked(scene: Scene, clause: Clause) -> bool:
    low, high = scene.article.sentences[clause.sentence]
    return scene.text[low:high].rstrip("”’）").endswith("？") or _SUPPOSED.search(scene.text, low, high) is not None


def _tells_duration(text: str, quantity: Quantity, clause: Clause) -> bool:
    """历时3年, 优良天数200天, 连续五年; but not 过去两年, 三年来, 24小时昼夜不停."""
    before = text[max(0, quantity.start - 8) : quantity.start]
    if _SPAN_BEFORE.search(before) or _SPAN_AFTER.match(text, quantity.end):
        return before.endswith(("不到", "不足")) and text.startswith("的时间", quantity.end)
    return bool(_DURATION.search(text, max(clause.start, quantity.start - 14), quantity.start))


def _is_slogan(text: str, quantity: Quantity) -> bool:
    """“三支队伍”, “四种形态”, “外资十条”: a number in a name made of quotation marks."""
    if text[quantity.start].isdigit() or not _CLOSING.match(text, quantity.end):
        return False
    return bool(_OPENING.search(text[max(0, quantity.start - 16) : quantity.start]))


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


def named_project(scene: Scene, quantity: Quantity) -> Topic | None:
    """The project whose name holds the number (年产500台机床项目): it tells its size."""
    for link in scene.within(max(0, quantity.start - 60), quantity.end + 60, "Project"):
        at = (link.mention.start, link.mention.end)
        if at[0] <= quantity.start and quantity.end <= at[1]:
            return Topic(entity=link.entity, type="Project", sure=0.85, by="named", at=at)
    return None
