"use strict";

/* The picture: vis-network draws marks and lines; what is pale, dashed or hidden is decided here, in one place. */
const INK = {
  light: { text: "#22262c", halo: "#fbfaf7", line: "#c9c9c4", strong: "#5c6470", denied: "#c23b3b", ground: "#fbfaf7", rim: "#ffffff" },
  dark: { text: "#e6e8ec", halo: "#15181d", line: "#4b535e", strong: "#a3acb8", denied: "#ff8a80", ground: "#15181d", rim: "#15181d" },
};
const darkness = window.matchMedia("(prefers-color-scheme: dark)");
let printing = false;

/** The colours of the day. */
function ink() {
  return INK[darkness.matches && !printing ? "dark" : "light"];
}

const picture = (() => {
  // plain records of what is drawn: asking a vis.DataSet copies, and captions ask at each frame
  const marks = new Map(PAGE.nodes.map((node) => [node.id, { ...node, radius: node.size, text: node.label, label: undefined }]));
  const lines = new Map(PAGE.edges.map((edge) => [edge.id, edge]));
  const linesOf = new Map();
  const nodes = new vis.DataSet([...marks.values()]);
  const edges = new vis.DataSet(PAGE.edges);
  const box = document.getElementById("picture");
  const network = new vis.Network(box, { nodes, edges }, OPTIONS);
  const looks = new Map(); // what vis-network was last told of each mark and line
  lines.forEach(tie);

  network.on("beforeDrawing", (context) => wash(context, 1)); // so that a saved picture has a ground
  network.on("afterDrawing", (context) => {
    const bright = focus();
    if (bright) spotlight(context, bright);
  });

  function tie(line) {
    for (const id of [line.from, line.to]) linesOf.set(id, [...(linesOf.get(id) || []), line]);
  }

  function wash(context, alpha) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = alpha;
    context.fillStyle = ink().ground;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  }

  /** Dim everything with one wash and draw what is selected once more above it: quick however large the picture. */
  function spotlight(context, bright) {
    wash(context, 0.86);
    const { nodes: drawnNodes, edges: drawnEdges } = network.body;
    for (const line of litLines()) {
      if (line.hidden || !drawnEdges[line.id]) continue;
      drawnEdges[line.id].draw(context);
      drawnEdges[line.id].drawArrows(context);
    }
    for (const id of bright) if (!marks.get(id).hidden && drawnNodes[id]) drawnNodes[id].draw(context);
  }

  /** Marks and lines grow, in a few steps, where the reader stands far off: a far mark is still a mark. */
  let nearness = 1;
  function step() {
    const wanted = Math.min(DATA.about.gathered ? 1.6 : 3, Math.max(1, 0.5 / network.getScale()));
    return 1.25 ** Math.round(Math.log(wanted) / Math.log(1.25));
  }
  network.on("zoom", () => { if (step() !== nearness) paint(); });
  network.on("animationFinished", () => { if (step() !== nearness) paint(); });

  /** Lines that belong to what is selected. */
  function litLines() {
    if (state.line) return lines.has(state.line) ? [lines.get(state.line)] : [];
    return state.selected ? linesOf.get(state.selected) || [] : [];
  }

  /** Marks that belong to what is selected; null where nothing drawn is. */
  function focus() {
    if (state.line ? !lines.has(state.line) : !marks.has(state.selected)) return null;
    const found = new Set(state.line ? [] : [state.selected]);
    for (const line of litLines()) if (!line.hidden) found.add(line.from).add(line.to);
    return found;
  }

  /** Give every mark and line the look that the state asks for; vis-network is told only what changes. */
  function paint() {
    nearness = step();
    const colours = ink();
    const theme = colours === INK.dark ? "dark" : "light";
    nodes.update([...marks.values()].map((mark) => markLook(mark, colours, theme)).filter(fresh));
    const lit = new Set(litLines());
    edges.update([...lines.values()].map((line) => lineLook(line, colours, lit.has(line))).filter(fresh));
    network.redraw();
  }

  function markLook(mark, colours, theme) {
    const fill = DATA.types[mark.kind][theme];
    const chosen = mark.id === state.selected;
    const plain = { background: fill, border: chosen ? colours.text : colours.rim };
    const touched = { background: fill, border: colours.text };
    mark.hidden = state.hidden.has(mark.kind);
    mark.size = mark.radius * nearness;
    return { id: mark.id, hidden: mark.hidden, size: mark.size, borderWidth: chosen ? 3 : 1, color: { ...plain, highlight: touched, hover: touched } };
  }

  function lineLook(line, colours, strong) {
    const plain = strong ? colours.strong : colours.line;
    const colour = line.modality === "denied" ? colours.denied : plain;
    line.hidden = state.hidden.has(line.relation) || marks.get(line.from).hidden || marks.get(line.to).hidden;
    const pointed = strong && line.relation !== "cooperatesWith" && store.fact(line.id);
    return {
      id: line.id, hidden: line.hidden, dashes: dashes(line),
      width: nearness * (strong ? 1.8 : 1) * (1 + Math.log2(line.weight || 1) / 2),
      arrows: pointed ? { to: { enabled: true, scaleFactor: 0.6 } } : "",
      color: { color: colour, highlight: colour, hover: colours.strong, inherit: false },
    };
  }

  function dashes(line) {
    if (line.modality === "planned") return [7, 6];
    if (line.modality === "denied") return [2, 5];
    if (line.modality === "reported") return [12, 4];
    return line.relation === "partOf" || line.relation === "inside" ? [1, 5] : false;
  }

  function fresh(look) {
    const text = JSON.stringify(look);
    if (looks.get(look.id) === text) return false;
    looks.set(look.id, text);
    return true;
  }

  /** Put more marks and lines into the picture. */
  function add(newMarks, newLines) {
    for (const mark of newMarks) marks.set(mark.id, mark);
    nodes.add(newMarks);
    const missing = newLines.filter((line) => !lines.has(line.id));
    for (const line of missing) lines.set(line.id, line);
    missing.forEach(tie);
    edges.add(missing);
    captions.arrange();
    paint();
  }

  return { network, marks, lines, paint, focus, litLines, add, box };
})();

/* Unfolding, in a picture of groups: entities come in beside what they belong to. */
const unfolding = (() => {
  const { marks, add } = picture;

  /** Put the entities `ids` into the picture near the mark `anchor`, with the facts between what is shown. */
  function reveal(ids, anchor) {
    const taken = [...marks.values()].map(roomOf);
    const centre = marks.get(anchor);
    const added = [];
    let turn = 0;
    for (const id of ids.filter((one) => !marks.has(one))) {
      const mark = markOf(store.entity(id));
      do {
        const radius = centre.radius + 26 * Math.sqrt(++turn);
        mark.x = centre.x + 1.5 * radius * Math.cos(turn * 2.399963);
        mark.y = centre.y + radius * Math.sin(turn * 2.399963);
      } while (taken.some((room) => overlaps(room, roomOf(mark))));
      taken.push(roomOf(mark));
      added.push(mark);
    }
    const known = new Set([...marks.keys(), ...ids]);
    add(added, ids.flatMap((id) => linesFor(id, known)));
  }

  function linesFor(id, known) {
    const facts = store.facts(id).filter((fact) => known.has(fact.start) && known.has(fact.end));
    const found = facts.map((fact) => ({ id: fact.id, from: fact.start, to: fact.end, relation: fact.relation, modality: fact.modality, weight: 1 }));
    const group = store.groupOf(id);
    if (group) found.push({ id: `inside/${id}`, from: group, to: id, relation: "inside", weight: 1 });
    return found;
  }

  function markOf(entity) {
    const size = Math.min(9 + 2.2 * Math.sqrt(store.facts(entity.id).length), 26);
    const name = [...entity.name];
    const text = name.length > 10 ? `${name.slice(0, 10).join("")}\n${name.slice(10, 19).join("")}${name.length > 19 ? "…" : ""}` : entity.name;
    return { id: entity.id, kind: entity.type, shape: DATA.types[entity.type].shape, size, radius: size, text, x: 0, y: 0 };
  }

  function roomOf(mark) {
    const lines = mark.text.split("\n");
    const half = Math.max(mark.radius, ...lines.map((line) => line.length * 7.5)) + 4;
    return { left: mark.x - half, right: mark.x + half, top: mark.y - mark.radius - 4, bottom: mark.y + mark.radius + lines.length * 18 + 4 };
  }

  function overlaps(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  /** Unfold a node: a group shows the entities inside, an entity its neighbours. */
  function unfold(id) {
    const group = store.group(id);
    const ids = group ? group.members.map((place) => DATA.entities[place].id) : store.neighbours(id);
    const fresh = ids.filter((one) => !marks.has(one)).slice(0, SHOWN_AT_ONCE);
    if (fresh.length) reveal(fresh, id);
    return fresh.length;
  }

  /** Make sure that an entity is in a picture of groups. */
  function bring(id) {
    if (marks.has(id) || !DATA.about.gathered || !store.entity(id)) return;
    const near = store.neighbours(id).find((other) => marks.has(other));
    const anchor = near || store.groupOf(id) || [...marks.keys()][0];
    reveal([id], anchor);
  }

  return { unfold, bring };
})();
