"use strict";

/* The legend: what the marks mean, how many there are in the whole graph (drawn or not), and a switch for each. */
const legend = (() => {
  function show() {
    fill("types", Object.entries(DATA.counts.types), DATA.types, (name) => mark(name));
    fill("relations", Object.entries(DATA.counts.relations), DATA.relations, () => null);
    strokes();
  }

  function fill(place, counts, labels, sign) {
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    document.getElementById(place).replaceChildren(...ranked.map(([name, number]) => {
      const word = term(labels[name]);
      const box = make("input", { type: "checkbox", value: name, checked: !state.hidden.has(name), "aria-label": say("toggle", { name: word }) });
      box.addEventListener("change", () => toggle(name, box.checked));
      return make("li", {}, make("label", {}, box, sign(name), make("span", {}, word), make("small", {}, String(number))));
    }));
  }

  function toggle(name, shown) {
    if (shown) state.hidden.delete(name);
    else state.hidden.add(name);
    picture.paint();
    remember();
  }

  /** How modality is drawn, for those kinds that occur. */
  function strokes() {
    const kinds = ["planned", "reported", "denied"].filter((kind) => DATA.facts.some((fact) => fact.modality === kind));
    const rows = kinds.length ? ["stroke_plain", ...kinds] : [];
    document.getElementById("strokes").replaceChildren(...rows.map((kind) => make("li", { class: kind }, make("i"), say(kind))));
  }

  return { show };
})();
