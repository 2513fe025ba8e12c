"use strict";

/* Search over names, aliases and pinyin initials of everything that the page carries, drawn or not. */
const search = (() => {
  const field = document.getElementById("query");
  const list = document.getElementById("results");
  const MOST = 12;
  let found = [];
  let current = -1;

  /** How well an entity answers `text`: [rank, the name that matched], or null. Lower is better. */
  function match(entity, text) {
    const names = [entity.name, ...(entity.others || [])];
    const letters = /^[a-z0-9]+$/.test(text);
    let best = null;
    const offer = (rank, name) => { if (!best || rank < best[0]) best = [rank, name]; };
    for (const name of names) {
      const low = name.toLowerCase();
      if (low === text) offer(0, name);
      else if (low.startsWith(text)) offer(1, name);
      else if (low.includes(text)) offer(3, name);
    }
    for (const initials of letters ? entity.initials || [] : []) {
      if (initials === text) offer(2, entity.name);
      else if (text.length > 1 && initials.startsWith(text)) offer(4, entity.name);
      else if (text.length > 2 && initials.includes(text)) offer(5, entity.name);
    }
    return best;
  }

  function look() {
    const text = field.value.replace(/\s+/g, "").toLowerCase();
    found = [];
    if (text) {
      for (const entity of DATA.entities) {
        const hit = match(entity, text);
        if (hit) found.push({ entity, rank: hit[0], name: hit[1] });
      }
      const weight = (hit) => store.facts(hit.entity.id).length + (hit.entity.mentions || 0) / 100;
      found.sort((a, b) => a.rank - b.rank || weight(b) - weight(a) || (a.entity.id < b.entity.id ? -1 : 1));
      found = found.slice(0, MOST);
    }
    current = found.length ? 0 : -1;
    draw(text);
  }

  function draw(text) {
    const items = found.map(({ entity, name }, index) => {
      const item = make("li", { role: "option", id: `result-${index}`, "aria-selected": index === current ? "true" : "false" },
        mark(entity.type), make("span", {}, entity.name), name === entity.name ? null : make("em", {}, name), make("small", {}, term(DATA.types[entity.type])));
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(index); });
      return item;
    });
    list.replaceChildren(...(items.length ? items : [make("li", { class: "none" }, nothing())]));
    list.hidden = !text;
    field.setAttribute("aria-expanded", text ? "true" : "false");
    if (current >= 0) field.setAttribute("aria-activedescendant", `result-${current}`);
    else field.removeAttribute("aria-activedescendant");
    list.children[current]?.scrollIntoView({ block: "nearest" });
  }

  /** What is not on the page may be in the graph all the same. */
  function nothing() {
    const missing = DATA.about.left_out.entities;
    return missing ? say("nothing_here", { n: missing, text: field.value.trim() }) : say("nothing");
  }

  function choose(index) {
    const hit = found[index];
    if (!hit) return;
    close();
    field.blur();
    select(hit.entity.id, { move: true });
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  }

  function key(event) {
    if (event.isComposing) return; // the keys belong to the input method
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!found.length) return;
      current = (current + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      draw(field.value);
    } else if (event.key === "Enter") {
      choose(current);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      field.value = "";
      close();
      field.blur();
    }
  }

  field.addEventListener("input", look);
  field.addEventListener("compositionend", look);
  field.addEventListener("focus", () => { if (field.value) look(); });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", key);
  return { focus: () => { field.focus(); field.select(); } };
})();
