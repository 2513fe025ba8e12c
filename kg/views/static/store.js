"use strict";

/* What the page carries, and look-ups over it. Nothing here touches the document after the data are read. */
const PAGE = JSON.parse(document.getElementById("graph").textContent);
const OPTIONS = JSON.parse(JSON.parse(document.getElementById("options").textContent));
const DATA = PAGE.data;
const SHOWN_AT_ONCE = 40; // of a group's entities or an entity's neighbours

const store = (() => {
  const byId = new Map(DATA.entities.map((entity) => [entity.id, entity]));
  const groups = new Map(DATA.groups.map((group) => [group.id, group]));
  const facts = new Map();
  const of = new Map(DATA.entities.map((entity) => [entity.id, { facts: [], numbers: [] }]));
  for (const fact of DATA.facts) {
    fact.start = DATA.entities[fact.from].id;
    fact.end = DATA.entities[fact.to].id;
    facts.set(fact.id, fact);
    of.get(fact.start).facts.push(fact);
    if (fact.end !== fact.start) of.get(fact.end).facts.push(fact);
  }
  for (const number of DATA.numbers) of.get(DATA.entities[number.of].id).numbers.push(number);
  const groupOf = new Map();
  for (const group of DATA.groups) for (const place of group.members) groupOf.set(DATA.entities[place].id, group.id);

  /** Ids of the entities that a fact ties to `id`, those with the most facts first. */
  function neighbours(id) {
    const found = new Set(of.get(id).facts.map((fact) => (fact.start === id ? fact.end : fact.start)));
    return [...found].sort((a, b) => of.get(b).facts.length - of.get(a).facts.length || (a < b ? -1 : 1));
  }

  return {
    entity: (id) => byId.get(id),
    group: (id) => groups.get(id),
    fact: (id) => facts.get(id),
    facts: (id) => of.get(id).facts,
    numbers: (id) => of.get(id).numbers,
    groupOf: (id) => groupOf.get(id),
    has: (id) => byId.has(id) || groups.has(id),
    neighbours,
  };
})();

/* What the reader has chosen. */
const state = { selected: null, line: null, hover: null, hidden: new Set() };

/** What a node of the picture is called, whether entity or group. */
function nameOf(id) {
  const entity = store.entity(id);
  if (entity) return entity.name;
  const group = store.group(id);
  return group.type ? `${placeOf(group)} · ${term(DATA.types[group.type])}` : placeOf(group);
}

/** The place of a group, or a word for what has none. */
function placeOf(group) {
  return group.place || say(group.id.startsWith("group/elsewhere") ? "elsewhere" : "nowhere");
}

/** A fact's date span of an office in words, or "". */
function span(fact) {
  const parts = fact.former ? [say("former")] : [];
  if (fact.since) parts.push(say("since", { day: fact.since }));
  if (fact.until) parts.push(say("until", { day: fact.until }));
  if (!parts.length && fact.on) parts.push(say("on", { day: fact.on }));
  return parts.join(" ");
}
