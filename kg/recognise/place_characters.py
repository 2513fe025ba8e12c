"""Joint words and one-character forms that stand for places: 鲁豫两省, 北上广深, 中西友好, 中方, 赴京, 韩资."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from kg.model.mention import Level
from kg.recognise.spots import Spot
from kg.text import gazetteer
from kg.text.matcher import Matcher
from kg.text.pieces import Pieces

_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇陕陇甘青宁新"
_SURE = "京津冀晋辽沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝黔滇陕陇"
"""Characters that seldom mean anything but their province after a verb of motion."""
_SEVERAL = re.compile(
    rf"[{_PROVINCES}]{{2,5}}(?=[两三四五六七八九](?:省|地|市)|毗邻|交界|边界|接壤|省际|携手|协作|扶贫协作)"
)
_MOVE = re.compile(rf"(?:赴|在|来|进|返|离|抵|驻|入)([{_SURE}])")
_AID = re.compile(r"援([疆藏青鄂沪琼黔滇川])(?!助|手|军|救|引)")
"""援疆, 援鄂: help for a province is named by its one character."""
_CAPITAL = re.compile(
    rf"([{_SURE}])(?=举行|召开|举办|开幕|开[展播]|闭幕|启动|揭牌|签约|发布|成立|落户|参[加会展]|访问|考察|调研|会见|出席|招商|"
    r"推介|高校|企业|商会|务工|创业|就业|[，。、；,])"
)
_NATIONS = "美俄英法德日韩朝印意西葡荷比巴澳越泰缅老柬哈匈塞希波埃智阿欧非"
_PAIR = re.compile(
    rf"中([{_NATIONS}])(?=两国|两军|两党|关系|双方|双边|友好|友谊|合作|经贸|贸易|元首|建交|全面|战略|人民|人文|交流|领导人|投资|"
    r"命运共同体|全天候|传统|务实|之间|民间|高层|联合|企业|[、，])"
)
_SIDE = re.compile(r"([中美俄英法德日韩印欧])方(?!面|式|法|案|向|程|圆|略|才|便|正|形|圈|县|阵|队|言)")
_CAPITALS = re.compile(r"([韩日美德英法港澳台])资(?=企业|银行|机构|控股|公司|项目|工厂|背景|、|和)")
_TRADE = re.compile(rf"(?:对|与|同|输|销|援)([{_NATIONS}])(?=出口|进口|贸易|投资|经贸|合作)")
_MAJOR = frozenset("中美俄英法德日韩欧非")
_HOME_AFTER = (
    "高校|高职|院校|企业|企|创业|就业|发展|投资|工作|实习|举行|举办|召开|大学生|人才|落地|落户|开幕|启动|务工|参会"
)
_NOT_AFTER_JOINT = re.compile(r"高铁|高速|铁路|客专|城际|班列|大运河|剧|式|铁|线(?!上)|社")


def spots(text: str, p: Pieces, home: str | None) -> Iterator[Spot]:
    """Every part of every joint word and each one-character form, one spot a place (鲁豫: two with one span)."""
    yield from _joint(text, p)
    for match in _MOVE.finditer(text):
        if not p.glued(match.start(1), match.end()) and _CAPITAL.match(text, match.start(1)):
            yield from _one(match, text, "province")
    for match in _AID.finditer(text):
        yield from _one(match, text, "province")
    for match in _PAIR.finditer(text):
        if p.boundary(match.start()) and (other := _meaning(match.group(1), text, "nation")):
            yield _spot(match.start(), match.end(), "中国", "country", "places.pair")
            yield _spot(match.start(), match.end(), *other, "places.pair")
    for match in _SIDE.finditer(text):
        if p.boundary(match.end()) and p.boundary(match.start()) and (side := _meaning(match.group(1), text, "nation")):
            yield _spot(match.start(), match.end(), *side, "places.side")
    for match in _CAPITALS.finditer(text):
        yield from _one(match, text, "province" if match.group(1) in "港澳台" else "nation")
    for match in _TRADE.finditer(text):
        if p.boundary(match.start()):
            yield from _one(match, text, "nation")
    yield from _home(text, p, home)


def _joint(text: str, p: Pieces) -> Iterator[Spot]:
    gaz = gazetteer.load()
    known = gazetteer.joint()
    for start, end, word in _joint_matcher().find(text):
        if p.boundary(start) and p.boundary(end) and not _NOT_AFTER_JOINT.match(text, end):
            for name in known[word]:
                yield _spot(start, end, name, gaz.named(name)[0].level, "places.joint")
    for match in _SEVERAL.finditer(text):
        if match.group() not in known and not gaz.named(match.group()):
            for char in match.group():
                name, level = gazetteer.characters()[char][0]
                yield _spot(match.start(), match.end(), name, level, "places.joint")


def _one(match: re.Match[str], text: str, kind: str) -> Iterator[Spot]:
    found = _meaning(match.group(1), text, kind)
    if found:
        yield _spot(match.start(1), match.end(1), *found, "places.character")


def _meaning(char: str, text: str, kind: str) -> tuple[str, Level] | None:
    """What `char` stands for: the one that the text names, else the first where it is a common one."""
    wanted: Callable[[Level], bool] = (lambda level: level == "province") if kind == "province" else _is_nation
    options = [(name, level) for name, level in gazetteer.characters().get(char, ()) if wanted(level)]
    named = [option for option in options if option[0] in text]
    if named:
        return named[0]
    return options[0] if options and (kind == "province" or char in _MAJOR) else None


def _is_nation(level: Level) -> bool:
    return level != "province"


def _home(text: str, p: Pieces, home: str | None) -> Iterator[Spot]:
    """在聊高校: the first character of the home city, after 在, 来 … and before what one does or is there."""
    city = gazetteer.load().named(home)[0] if home and gazetteer.load().named(home) else None
    if city is None or city.level != "city" or not city.short:
        return
    for match in _home_pattern(city.short[0]).finditer(text):
        yield _spot(match.start(1), match.end(1), city.name, city.level, "places.home_character")


@cache
def _home_pattern(char: str) -> re.Pattern[str]:
    return re.compile(rf"(?:在|来|留|驻|入|返|赴|离)({re.escape(char)})(?={_HOME_AFTER})")


@cache
def _joint_matcher() -> Matcher:
    return Matcher(gazetteer.joint())


def _spot(start: int, end: int, name: str, level: Level, by: str) -> Spot:
    known = gazetteer.load().named(name)
    return Spot(
        start=start, end=end, name=name, level=level, confidence=0.85, by=by, full=False,
        code=known[0].code if known and known[0].coded else None,
    )  # fmt: skip
