"use strict";

/* The evidence panel. Everything is built from elements and text: nothing that a page says can become markup. */

/** An element with attributes and children (elements or text). `onclick` is a function, everything else text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const SHAPES = {
  square: "M3 3h12v12H3z", diamond: "M9 1.5 16.5 9 9 16.5 1.5 9z", triangle: "M9 2 17 16H1z", triangleDown: "M9 16 1 2h16z",
  hexagon: "M5 2h8l4 7-4 7H5L1 9z", star: "M9 .8l2.4 5.4 5.9.6-4.4 3.9 1.3 5.8L9 13.500l-5.200 3 1.300-5.800L.7 6.800l5.900-.6z",
  dot: "M9 2a7 7 0 1 0 0 14A7 7 0 1 0 9 2z",
};

/** The mark of a type, as in the picture. */
function mark(type) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 18 18");
  svg.setAttribute("class", "mark");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[DATA.types[type].shape]);
  path.setAttribute("fill", DATA.types[type][ink() === INK.dark ? "dark" : "light"]);
  svg.append(path);
  return svg;
}

const panel = (() => {
  const place = document.getElementById("panel");
  const AT_FIRST = 12; // facts of one relation that are shown unasked

  function show() {
    let content;
    if (state.line) content = ofLine(state.line);
    else if (!state.selected) content = start();
    else content = store.group(state.selected) ? ofGroup(store.group(state.selected)) : ofEntity(store.entity(state.selected));
    place.replaceChildren(...content.filter(Boolean));
    place.scrollTop = 0;
  }

  function link(entity) {
    return make("button", { type: "button", class: "entity", onclick: () => select(entity.id) }, mark(entity.type), entity.name);
  }

  function heading(type, name) {
    const close = make("button", { type: "button", class: "close", "aria-label": say("close"), onclick: () => select(null) }, "×");
    return make("div", { class: "head" }, make("h2", {}, type ? mark(type) : null, name), close);
  }

  function start() {
    const best = DATA.entities.filter((e) => store.facts(e.id).length)
      .sort((a, b) => store.facts(b.id).length - store.facts(a.id).length).slice(0, 15);
    const drawn = new Set(DATA.facts.flatMap((fact) => [fact.from, fact.to])).size;
    const alone = DATA.entities.length - drawn;
    return [
      make("p", { class: "hint" }, say("start")),
      ...notices().map((text) => make("p", { class: "note" }, text)),
      make("h3", {}, say("most")),
      make("ul", { class: "plain" }, ...best.map((e) => make("li", {}, link(e), make("small", {}, String(store.facts(e.id).length))))),
      alone ? make("p", { class: "note" }, say("isolated", { n: alone })) : null,
    ];
  }

  /** What the page has to say about what it does not show. */
  function notices() {
    const { gathered, entities, left_out: out } = DATA.about;
    const parts = ["entities", "facts", "numbers"].filter((part) => out[part]).map((part) => say(`left_${part}`, { n: out[part] }));
    return [
      gathered ? say("gathered", { entities }) : null,
      parts.length ? say("left_out", { parts: parts.join(english ? ", " : "、") }) : null,
    ].filter(Boolean);
  }

  function ofEntity(entity) {
    const facts = store.facts(entity.id);
    const hidden = DATA.about.gathered ? store.neighbours(entity.id).filter((id) => !picture.marks.has(id)).length : 0;
    return [
      heading(entity.type, entity.name),
      make("p", { class: "kind" }, [term(DATA.types[entity.type]), entity.level && say(entity.level), entity.role && say(entity.role)].filter(Boolean).join(" · ")),
      rows(entity),
      !picture.marks.has(entity.id) && !facts.length ? make("p", { class: "note" }, say("not_drawn")) : null,
      hidden ? make("button", { type: "button", class: "unfold", onclick: () => unfoldAndShow(entity.id) }, say("unfold", { n: Math.min(hidden, SHOWN_AT_ONCE) })) : null,
      ...relations(entity, facts),
      ...numbers(entity),
      ...articles(entity),
    ];
  }

  function rows(entity) {
    const list = [
      [say("others"), (entity.others || []).join("、")],
      [say("above"), (entity.above || []).join(" › ")],
      [say("code"), entity.code],
    ].filter((row) => row[1]);
    return make("dl", {}, ...list.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
  }

  /** Facts grouped by relation and direction: offices first, then the relations with the most facts. */
  function relations(entity, facts) {
    const kinds = new Map();
    for (const fact of facts) {
      const outward = fact.start === entity.id;
      const key = `${outward || fact.relation === "cooperatesWith" ? "out" : "in"} ${fact.relation}`;
      kinds.set(key, [...(kinds.get(key) || []), fact]);
    }
    const ranked = [...kinds].sort((a, b) => b[0].endsWith("holdsPost") - a[0].endsWith("holdsPost") || b[1].length - a[1].length);
    return ranked.map(([key, some]) => {
      const [direction, relation] = key.split(" ");
      const inverse = INVERSE[relation];
      const word = direction === "in" && inverse ? inverse[english ? 1 : 0] : term(DATA.relations[relation]);
      return section(word, some.map((fact) => () => item(fact, entity.id)));
    });
  }

  /** A headed list; what is beyond the first dozen is made when asked for. */
  function section(title, items) {
    const list = make("ul", { class: "facts" }, ...items.slice(0, AT_FIRST).map((one) => one()));
    const left = items.slice(AT_FIRST);
    const more = left.length ? make("button", { type: "button", class: "more" }, say("more_facts", { n: left.length })) : null;
    if (more) more.addEventListener("click", () => { list.append(...left.map((one) => one())); more.remove(); });
    return make("section", {}, make("h3", {}, title, make("small", {}, String(items.length))), list, more);
  }

  function item(fact, from) {
    const far = store.entity(fact.start === from ? fact.end : fact.start);
    const top = make("div", { class: "line" }, link(far), fact.title ? make("b", {}, fact.title) : null, badge(fact), make("small", {}, span(fact)));
    return make("li", { class: fact.modality || "" }, top, ...evidence(fact));
  }

  function badge(fact) {
    return fact.modality ? make("span", { class: `badge ${fact.modality}` }, say(fact.modality)) : null;
  }

  function evidence(fact) {
    const [first, ...others] = fact.evidence || [];
    const rest = others.length
      ? make("details", {}, make("summary", {}, say("more_sentences", { n: others.length })), ...others.map((one) => quote(one, fact)))
      : null;
    return [first ? quote(first, fact) : null, rest, fact.more ? make("p", { class: "note" }, say("sentences_out", { n: fact.more })) : null].filter(Boolean);
  }

  /** A sentence with the fact's ends marked, and where it stands. */
  function quote([number, marks], fact) {
    const [article, start, end, text] = DATA.sentences[number];
    const letters = [...text]; // offsets count characters, not UTF-16 units
    const words = make("blockquote", { lang: "zh" });
    let at = 0;
    for (const [from, to, which] of marks) {
      words.append(letters.slice(at, from).join(""), make("mark", { class: which ? "object" : "subject" }, letters.slice(from, to).join("")));
      at = to;
    }
    words.append(letters.slice(at).join(""));
    const source = DATA.articles[article] || {};
    const where = make("p", { class: "source" },
      make("cite", { lang: "zh" }, source.title || say("no_title")), source.date ? ` ${source.date}` : "",
      make("span", {}, say("at", { page: source.page || "?", start, end })),
      make("span", {}, say("confidence", { n: fact.confidence })));
    return make("div", { class: "evidence" }, words, where);
  }

  function numbers(entity) {
    const found = store.numbers(entity.id);
    if (!found.length) return [];
    return [section(say("numbers"), found.map((one) => () => make("li", { class: one.modality || "" },
      make("div", { class: "line" }, make("span", {}, one.metric), make("b", {}, one.value + (one.unit || "")), badge(one), make("small", {}, one.period || "")),
      make("details", {}, make("summary", {}, DATA.articles[DATA.sentences[one.evidence[0][0]][0]]?.title || say("no_title")), ...evidence(one)))))];
  }

  function articles(entity) {
    const named = say("mentioned", { mentions: entity.mentions || 0, articles: entity.in || 0 });
    const list = (entity.articles || []).map((number) => DATA.articles[number])
      .map((a) => make("li", {}, make("cite", { lang: "zh" }, a.title || say("no_title")), make("small", {}, [a.date, a.page].filter(Boolean).join(" · "))));
    return [make("section", {}, make("h3", {}, say("articles")), make("p", { class: "note" }, named), make("ul", { class: "plain" }, ...list))];
  }

  function ofGroup(group) {
    const members = group.members.map((number) => DATA.entities[number]);
    const parts = group.type ? [] : DATA.groups.filter((one) => one.type && one.id === `${group.id}/${one.type}`);
    const hidden = members.filter((e) => !picture.marks.has(e.id)).length;
    return [
      heading(group.type || "Place", nameOf(group.id)),
      group.type ? make("p", { class: "note" }, say("inside_out", { n: group.count, shown: members.length })) : null,
      hidden ? make("button", { type: "button", class: "unfold", onclick: () => unfoldAndShow(group.id) }, say("unfold", { n: Math.min(hidden, SHOWN_AT_ONCE) })) : null,
      parts.length ? make("ul", { class: "plain" }, ...parts.map((one) => make("li", {},
        make("button", { type: "button", class: "entity", onclick: () => select(one.id) }, mark(one.type), term(DATA.types[one.type])), make("small", {}, String(one.count))))) : null,
      members.length ? make("h3", {}, say("inside")) : null,
      make("ul", { class: "plain" }, ...members.map((e) => make("li", {}, link(e), make("small", {}, String(store.facts(e.id).length))))),
    ];
  }

  function ofLine(id) {
    const edge = picture.lines.get(id);
    const title = `${nameOf(edge.from)} — ${nameOf(edge.to)}`;
    if (edge.relation === "between") return [heading(null, title), make("p", {}, say("between", { n: edge.weight }))];
    if (!store.fact(id)) return [heading(null, title), make("p", {}, captions.relationWord(edge)), make("p", { class: "note" }, say("background"))];
    const ends = [edge.from, edge.to];
    const facts = store.facts(edge.from).filter((fact) => ends.includes(fact.start) && ends.includes(fact.end));
    return [heading(null, title), make("ul", { class: "facts" }, ...facts.map((fact) => make("li", { class: fact.modality || "" },
      make("div", { class: "line" }, link(store.entity(fact.start)), make("b", {}, fact.title || term(DATA.relations[fact.relation])),
        link(store.entity(fact.end)), badge(fact), make("small", {}, span(fact))), ...evidence(fact))))];
  }

  function unfoldAndShow(id) {
    unfolding.unfold(id);
    show();
  }

  return { show, notices };
})();
