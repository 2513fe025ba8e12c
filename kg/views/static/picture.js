"use strict";

/* The picture: vis-network draws marks and lines; what is pale, dashed or hidden is decided here, in one place. */
const INK = {
  light: { text: "#22262c", halo: "#fbfaf7", line: "#c9c9c4", strong: "#5c6470", denied: "#c23b3b", ground: "#fbfaf7", rim: "#ffffff" },
  dark: { text: "#e6e8ec", halo: "#15181d", line: "#3d444e", strong: "#a3acb8", denied: "#ff8a80", ground: "#15181d", rim: "#15181d" },
};
const darkness = window.matchMedia("(prefers-color-scheme: dark)");
let printing = false;

/** The colours of the day. */
function ink() {
  return INK[darkness.matches && !printing ? "dark" : "light"];
}

const picture = (() => {
  const nodes = new vis.DataSet(PAGE.nodes.map((node) => ({ ...node, radius: node.size, text: node.label, label: undefined })));
  const edges = new vis.DataSet(PAGE.edges);
  const box = document.getElementById("picture");
  const network = new vis.Network(box, { nodes, edges }, OPTIONS);
  network.on("beforeDrawing", (context) => {
    // the ground is painted too, so that a saved picture has one
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = ink().ground;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  });

  /** Marks and lines grow, in a few steps, where the reader stands far off: a far mark is still a mark. */
  let nearness = 1;
  function step() {
    const wanted = Math.min(DATA.about.gathered ? 1.6 : 3, Math.max(1, 0.5 / network.getScale()));
    return 1.25 ** Math.round(Math.log(wanted) / Math.log(1.25));
  }
  network.on("zoom", () => { if (step() !== nearness) paint(); });
  network.on("animationFinished", () => { if (step() !== nearness) paint(); });

  /** The node or line in focus: what the pointer is on goes before what is selected. */
  function focus() {
    if (state.line) {
      const edge = edges.get(state.line);
      return edge ? new Set([edge.from, edge.to]) : null;
    }
    if (!state.selected || !nodes.get(state.selected)) return null;
    return new Set([state.selected, ...network.getConnectedNodes(state.selected)]);
  }

  /** Whether a line belongs to what is selected. */
  function lit(edge) {
    return state.line ? edge.id === state.line : edge.from === state.selected || edge.to === state.selected;
  }

  /** Give every mark and line the look that the state asks for; only what changes is told to vis-network. */
  function paint() {
    const bright = focus();
    const colours = ink();
    const theme = colours === INK.dark ? "dark" : "light";
    const changed = [];
    nearness = step();
    const hidden = new Set();
    for (const node of nodes.get()) {
      if (state.hidden.has(node.kind)) hidden.add(node.id);
      const fill = DATA.types[node.kind][theme];
      const look = {
        id: node.id, hidden: hidden.has(node.id), opacity: !bright || bright.has(node.id) ? 1 : 0.13,
        borderWidth: node.id === state.selected ? 3 : 1,
        size: node.radius * nearness,
        color: { background: fill, border: node.id === state.selected ? colours.text : colours.rim },
      };
      look.color.highlight = look.color.hover = { background: fill, border: colours.text };
      if (differs(node, look)) changed.push(look);
    }
    nodes.update(changed);
    edges.update(edges.get().map((edge) => lineLook(edge, colours, bright, hidden)).filter(Boolean));
  }

  function lineLook(edge, colours, bright, hidden) {
    const strong = bright !== null && lit(edge);
    const plain = edge.modality === "denied" ? colours.denied : colours.line;
    const colour = strong && edge.modality !== "denied" ? colours.strong : plain;
    const look = {
      id: edge.id,
      hidden: state.hidden.has(edge.relation) || hidden.has(edge.from) || hidden.has(edge.to),
      dashes: dashes(edge),
      width: nearness * (strong ? 1.8 : 1) * (1 + Math.log2(edge.weight || 1) / 2),
      arrows: strong && edge.relation !== "cooperatesWith" && !store.group(edge.from) ? { to: { enabled: true, scaleFactor: 0.6 } } : "",
      color: { color: colour, highlight: colour, hover: colours.strong, opacity: !bright || strong ? 1 : 0.18, inherit: false },
    };
    return differs(edge, look) ? look : null;
  }

  function dashes(edge) {
    if (edge.modality === "planned") return [7, 6];
    if (edge.modality === "denied") return [2, 5];
    if (edge.modality === "reported") return [12, 4];
    return edge.relation === "partOf" || edge.relation === "inside" ? [1, 5] : false;
  }

  function differs(old, look) {
    return Object.keys(look).some((key) => JSON.stringify(old[key]) !== JSON.stringify(look[key]));
  }

  return { network, nodes, edges, paint, focus, lit, box };
})();

/* Unfolding, in a picture of groups: entities come in beside what they belong to. */
const unfolding = (() => {
  const { nodes, edges, network } = picture;

  /** Put the entities `ids` into the picture near the node `anchor`, with the facts between what is shown. */
  function reveal(ids, anchor) {
    const taken = nodes.get().map((node) => roomOf(node));
    const centre = nodes.get(anchor);
    let turn = 0;
    for (const id of ids) {
      if (nodes.get(id)) continue;
      const node = markOf(store.entity(id));
      do {
        const radius = (centre.size || 10) + 26 * Math.sqrt(++turn);
        node.x = centre.x + 1.5 * radius * Math.cos(turn * 2.399963);
        node.y = centre.y + radius * Math.sin(turn * 2.399963);
      } while (taken.some((room) => overlaps(room, roomOf(node))));
      taken.push(roomOf(node));
      nodes.add(node);
    }
    join(ids);
    picture.paint();
  }

  function join(ids) {
    const added = [];
    for (const id of ids) {
      const group = store.groupOf(id);
      if (group) added.push({ id: `inside/${id}`, from: group, to: id, relation: "inside", weight: 1 });
      for (const fact of store.facts(id)) {
        if (nodes.get(fact.start) && nodes.get(fact.end)) {
          added.push({ id: fact.id, from: fact.start, to: fact.end, relation: fact.relation, modality: fact.modality, weight: 1 });
        }
      }
    }
    edges.update(added.filter((edge) => !edges.get(edge.id)));
  }

  function markOf(entity) {
    const size = Math.min(9 + 2.2 * Math.sqrt(store.facts(entity.id).length), 26);
    const name = [...entity.name];
    const text = name.length > 10 ? `${name.slice(0, 10).join("")}\n${name.slice(10, 19).join("")}${name.length > 19 ? "…" : ""}` : entity.name;
    return { id: entity.id, kind: entity.type, shape: DATA.types[entity.type].shape, size, radius: size, text, x: 0, y: 0 };
  }

  function roomOf(node) {
    const lines = node.text.split("\n");
    const half = Math.max(node.size, ...lines.map((line) => line.length * 7.5)) + 4;
    return { left: node.x - half, right: node.x + half, top: node.y - node.size - 4, bottom: node.y + node.size + lines.length * 18 + 4 };
  }

  function overlaps(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  /** Unfold a node: a group shows the entities inside, an entity its neighbours. */
  function unfold(id) {
    const group = store.group(id);
    const ids = group ? group.members.map((place) => DATA.entities[place].id) : store.neighbours(id);
    const fresh = ids.filter((one) => !nodes.get(one)).slice(0, SHOWN_AT_ONCE);
    if (fresh.length) reveal(fresh, id);
    return fresh.length;
  }

  /** Make sure that an entity is in a picture of groups. */
  function bring(id) {
    if (nodes.get(id) || !DATA.about.gathered || !store.entity(id)) return;
    const near = store.neighbours(id).find((other) => nodes.get(other));
    const anchor = near || store.groupOf(id) || nodes.getIds()[0];
    reveal([id], anchor);
  }

  return { unfold, bring, network };
})();
