"""Organs that no list has: a division, words of purpose, a class word (市公共就业和人才服务中心, 东昌府区教育部门)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.model.mention import Mention
from kg.recognise import organ_prefix
from kg.recognise.organ_prefix import Prefix
from kg.text import organs
from kg.text.persons import is_foreign
from kg.text.pieces import Pieces, stops
from kg.text.words import tag

_HEAD = re.compile(
    r"[局厅](?![面势限部域长内里外])|局(?=局长|部署)|厅(?=厅长)|委员会|管委会|(?:党)?工委|办公室|办事处|[支大总]队|中队(?!员)|"
    r"派出所|(?:服务|事务|保障|发展|事业|调度|指挥|监测|推广|管理|招商|促进|救助|信访|执法|征收)中心|指挥部|工作组|领导小组|(?:工作)?专班|服务站|工作站|管理[处所局]|"
    r"监狱|海关|(?:边检|边防检查)总?站|纪工委|(?<=街道)办(?![事好理公法])"
)
_POSTS = frozenset(["海关", "边检站", "边防检查站", "边检总站", "边防检查总站"])
"""Organs of the border, called by a pass or a port that no list of divisions has."""
_WEAK = frozenset(["工作组", "领导小组", "工作专班", "专班", "指挥部"])
_ZONE = re.compile(r"(?:高新区|经开区|开发区|旅游度假区|度假区|工业园区|产业园区|示范区)$")
_UNIT = re.compile(r"部门|系统")
_BEFORE_WEAK = re.compile(r"(?:成立|组建|设立)了?$")
_NOT_GOVERNMENT = re.compile(
    r"(?:村民|居民|业主|专家|学术|技术|专业|组织|组|奥|评审|评选|编辑|编|董事|监事|仲裁|协作|促进|合作|行业|基金)(?:委员会|委会)$|"
    r"(?:医疗|救援|志愿|代表|运动|足球|篮球|舞蹈|艺术|服务|文工|考古|勘察|建筑|工程|施工|突击|宣讲)[支大中总]?队$|邮局|书局|"
    r"[副正][局厅处]$|(?:客|餐|舞|展|音乐|歌|会议|门|宴会|报告|大)厅$|(?:结|格|布|全|大|当|战|僵|开|棋)局$|医院|学校|公司|集团|大学|中学|小学|银行|宾馆|酒店|饭店|"
    r"(?:养老|月子|健身|培训|购物|商务|物流|研发|数据|文化|体验|会展|服务运营|托育|康养|云计算)[\u4e00-\u9fff]{0,4}中心$"
)
_HEAD_CHARACTERS = frozenset("局厅部委办院队会")
_LONGEST = 22

Item = tuple[int, int, str | None, str, float]


def spans(text: str, p: Pieces, places: Mapping[int, Mention]) -> Iterator[Item]:
    """Start, end, full name where the division is written, rule and confidence of each organ found by its form."""
    for match in _HEAD.finditer(text):
        head, end, word = match.start(), match.end(), match.group()
        if word in ("服务站", "工作站", "办事处") and (stationed := _stationed(text, head, places)) is not None:
            yield stationed, end, None, "organs.stationed", 0.75
            continue
        reach = _reach(text, p, head, places)
        if reach is None and word in ("管委会", "党工委") and (zone := _ZONE.search(text[max(0, head - 8) : head])):
            yield head - len(zone.group()), end, None, "organs.zone", 0.75
        if reach is None and word in _POSTS:
            start, name = p.before(head)
            if len(name) > 1 and (tag(name) in ("ns", "nz", "nr", "nrt") or is_foreign(name)):
                yield start, end, None, "organs.post", 0.8
                continue
        if reach is None:
            if word in _WEAK:
                yield from _founded(text, p, head, end)
            continue
        prefix, body = reach
        if not _believable(text[body:end], word):
            continue
        inner = places[body].start if body in places else prefix.start
        yield prefix.start, end, _name(prefix, text[body:end], text[inner:end]), "organs.grammar", 0.85
    yield from _units(text, p, places)


def _name(prefix: Prefix, body: str, surface: str) -> str | None:
    """The full name; a customs house is called by its place alone (泉州海关), and 街道办 is short."""
    if prefix.division is None:
        return None
    if body in ("海关", "监狱"):
        return surface
    return prefix.division + ("办事处" if body == "办" else organs.canonical_body(body))


def _reach(text: str, p: Pieces, head: int, places: Mapping[int, Mention]) -> tuple[Prefix, int] | None:
    """Walk left over words of purpose, 和 included, to the division or its class word; where the body begins."""
    offset = head
    while head - offset <= _LONGEST:
        prefix = organ_prefix.before(text, p, offset, places)
        if prefix is not None:
            return prefix, offset
        start, word = p.before(offset)
        if word in ("和", "与", "及"):
            if offset == head or text[start - 1 : start] in _HEAD_CHARACTERS:
                return None
        elif not word or stops(word) or word in "（）()":
            return None
        elif any(start < end < offset for end in places):
            start = max(end for end in places if start < end < offset)
        offset = start
    return None


def _believable(body: str, word: str) -> bool:
    if _NOT_GOVERNMENT.search(body):
        return False
    return (
        len(body) > len(word)
        or word in ("管委会", "党工委", "工委", "办事处", "办", "海关", "监狱", "派出所")
        or word in _POSTS
    )


def _founded(text: str, p: Pieces, head: int, end: int) -> Iterator[Item]:
    """成立了|创新能力提升|工作组: named by what founds it."""
    offset = head
    while head - offset <= 14:
        if _BEFORE_WEAK.search(text[max(0, offset - 4) : offset]):
            if head - offset >= 4:
                yield offset, end, None, "organs.founded", 0.7
            return
        start, word = p.before(offset)
        if not word or word[0] in "，。、；：“”（）\n的以" or word.isdigit():
            return
        offset = start


def _stationed(text: str, head: int, places: Mapping[int, Mention]) -> int | None:
    """Start of 驻|开发区|服务站 and 园区|服务站."""
    if head in places and text[places[head].start - 1 : places[head].start] == "驻":
        return places[head].start - 1
    return head - 2 if text[head - 2 : head] == "园区" else None


def _units(text: str, p: Pieces, places: Mapping[int, Mention]) -> Iterator[Item]:
    """东昌府区|教育|部门, 聊城|住建|系统: the organs of one purpose of a division."""
    stems = organs.stems()
    for match in _UNIT.finditer(text):
        for length in (8, 7, 6, 5, 4, 3, 2):
            begin = match.start() - length
            if begin > 0 and text[begin : match.start()] in stems:
                prefix = organ_prefix.before(text, p, begin, places) if begin in places else None
                if prefix:
                    yield prefix.start, match.end(), None, "organs.unit", 0.8
                break
