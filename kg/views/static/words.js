"use strict";

/* Every word of the page itself, in Chinese and English. Names and sentences are never translated. */
const WORDS = {
  title: ["报纸知识图谱", "Newspaper knowledge graph"],
  about: ["{pages} 个版面 · {articles} 篇文章 · {entities} 个实体 · {statements} 条事实",
    "{pages page} · {articles article} · {entities entity/entities} · {statements fact}"],
  search: ["搜索名称、别名或拼音首字母", "Search names, aliases, pinyin initials"],
  fit: ["全图", "Fit"],
  png: ["存为图片", "Save as PNG"],
  legend: ["图例", "Legend"],
  types: ["类型", "Types"],
  relations: ["关系", "Relations"],
  toggle: ["显示或隐藏：{name}", "show or hide: {name}"],
  keys: ["/ 搜索 · Esc 取消 · 滚轮缩放 · 点击查看证据", "/ search · Esc clear · scroll to zoom · click for the evidence"],
  keys_gathered: ["/ 搜索 · Esc 取消 · 双击展开 · 点击查看", "/ search · Esc clear · double-click to unfold · click to read"],
  start: ["点击图中的节点或连线，查看它的原句。", "Click a node or a line to read the sentences behind it."],
  most: ["关系最多的实体", "Best connected"],
  nothing: ["没有找到", "nothing found"],
  nothing_here: ["本页没有找到。另有 {n} 个实体未收入本页，请用命令查询：kg search {text}",
    "Nothing found on this page; {n entity/entities} of the graph are not on it. Ask the command line: kg search {text}"],
  gathered: ["实体太多（{entities} 个），此图按地方和类型汇总；双击一个节点展开其中的实体，再双击实体展开它的关系。",
    "Too many entities to draw ({entities}): they are gathered by place and type. Double-click a node to unfold it, and an entity to unfold its relations."],
  left_out: ["本页只带证据最多的部分，未收入：{parts}。完整的图谱请用 kg 命令查询。",
    "This page carries what is best attested; left out: {parts}. Use the kg commands for the whole graph."],
  left_entities: ["{n} 个实体", "{n entity/entities}"],
  left_facts: ["{n} 条关系", "{n relation}"],
  left_numbers: ["{n} 个数字", "{n number}"],
  isolated: ["另有 {n} 个实体与他者没有关系，未画出，可以搜索。", "{n more entity/more entities} without a relation to another: not drawn, but found by a search."],
  not_drawn: ["与其他实体没有关系，未画在图中", "has no relation to another entity; not in the picture"],
  others: ["又称", "also"],
  above: ["上级", "part of"],
  code: ["区划代码", "code"],
  mentioned: ["提及 {mentions} 次，见于 {articles} 篇文章", "{mentions mention} in {articles article}"],
  facts: ["事实", "Facts"],
  numbers: ["数字", "Numbers"],
  articles: ["见于文章", "Articles"],
  no_title: ["（无标题）", "(no headline)"],
  at: ["{page}，字符 {start}–{end}", "{page}, characters {start}–{end}"],
  confidence: ["置信度 {n}", "confidence {n}"],
  more_facts: ["再显示 {n} 条", "show {n} more"],
  more_sentences: ["另有 {n} 个原句", "{n more sentence}"],
  sentences_out: ["还有 {n} 个原句未收入本页", "{n more sentence} not on this page"],
  unfold: ["展开 {n} 个", "unfold {n}"],
  inside: ["其中的实体（按证据多少排列）", "Entities inside, best attested first"],
  inside_out: ["共 {n} 个，本页列出 {shown} 个", "{n} in all, {shown} on this page"],
  between: ["两地之间的事实：{n} 条", "{n fact} between these two places"],
  elsewhere: ["其他地方", "other places"],
  nowhere: ["未定位", "not placed"],
  background: ["区划常识，非报纸所述", "background knowledge, not stated by a page"],
  on: ["{day} 在任", "in office on {day}"],
  former: ["曾任", "formerly"],
  since: ["{day} 起", "from {day}"],
  until: ["至 {day}", "until {day}"],
  stroke_plain: ["陈述", "stated"],
  planned: ["计划", "planned"],
  denied: ["否认", "denied"],
  reported: ["转述", "reported"],
  close: ["关闭", "close"],
  to_panel: ["{name}，{type}", "{name}, {type}"],
  country: ["国家", "country"], province: ["省级", "province"], city: ["地级", "city"], county: ["县级", "county"],
  town: ["乡级", "town"], village: ["村级", "village"], zone: ["功能区", "zone"], geo: ["自然地理", "geography"],
  official: ["官员", "official"], executive: ["企业人士", "executive"], expert: ["专家", "expert"],
  journalist: ["记者", "journalist"], citizen: ["群众", "citizen"], historical: ["历史人物", "historical"],
};

/* How a relation reads from its object's side. */
const INVERSE = {
  locatedIn: ["位于此地", "located here"], memberOf: ["成员企业", "members"], leads: ["龙头企业", "led by"],
  produces: ["生产企业", "made by"], suppliesTo: ["供应商", "suppliers"], cooperatesWith: ["合作", "cooperates with"],
  subsidiaryOf: ["下属企业", "subsidiaries"], undertakes: ["承担单位", "undertaken by"], exportsTo: ["出口来源", "exports from"],
  awarded: ["获得者", "awarded to"], listedOn: ["上市企业", "listed here"], organizes: ["主办单位", "organised by"],
  attends: ["参加者", "attended by"], issued: ["发布单位", "issued by"], holdsPost: ["任职者", "office holders"],
  partOf: ["下辖", "contains"],
};

let english = false;

/** The page's own word for `key`, its gaps filled from `values`; {n page} takes its noun along: 1 page, 2 pages. */
function say(key, values = {}) {
  const text = (WORDS[key] || [key, key])[english ? 1 : 0];
  return text.replace(/\{(\w+)(?: ([^/}]+)(?:\/([^}]+))?)?\}/g, (_, name, one, many) => {
    if (!(name in values)) return "";
    return one ? `${values[name]} ${values[name] === 1 ? one : many || `${one}s`}` : String(values[name]);
  });
}

/** A label of the vocabulary, {zh, en}. */
function term(labels) {
  return english ? labels.en : labels.zh;
}
