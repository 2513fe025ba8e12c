"use strict";

/* Captions, drawn like those of a map: always legible, never one over another. The most connected names come first;
   what finds no room at this zoom appears when the reader comes closer. */
const captions = (() => {
  const { network, nodes, edges } = picture;
  const FACE = OPTIONS.nodes.font.face;
  const CELL = 64;
  const LEADING = 16; // names that are written even over other marks
  const widths = new Map();
  let order = [];
  let leading = new Set();

  function arrange() {
    order = nodes.get().map((node) => node.id);
    const places = new Set(DATA.groups.filter((group) => !group.type).map((group) => group.id));
    const size = new Map(nodes.get().map((node) => [node.id, node.radius]));
    order.sort((a, b) => places.has(b) - places.has(a) || size.get(b) - size.get(a) || (a < b ? -1 : 1));
    leading = new Set(order.slice(0, Math.max(LEADING, places.size)));
  }

  function widthOf(context, text, font) {
    const key = font + text;
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
  }

  /** Rectangles already written on, in cells, so that asking for room stays cheap. */
  function paper() {
    const cells = new Map();
    const keys = (r) => {
      const found = [];
      for (let x = Math.floor(r[0] / CELL); x <= Math.floor(r[2] / CELL); x++) {
        for (let y = Math.floor(r[1] / CELL); y <= Math.floor(r[3] / CELL); y++) found.push(`${x},${y}`);
      }
      return found;
    };
    return {
      free: (r) => keys(r).every((key) => (cells.get(key) || []).every((o) => r[0] >= o[2] || o[0] >= r[2] || r[1] >= o[3] || o[1] >= r[3])),
      take: (r) => keys(r).forEach((key) => cells.set(key, [...(cells.get(key) || []), r])),
    };
  }

  function draw(context) {
    const scale = network.getScale();
    const bright = picture.focus();
    const colours = ink();
    const view = { width: picture.box.clientWidth, height: picture.box.clientHeight };
    const ratio = context.canvas.width / view.width;
    const sheet = paper(); // where something is written
    const marks = paper(); // where marks stand
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.lineJoin = "round";
    const first = [state.hover, state.selected].filter((id) => id && nodes.get(id));
    const near = bright ? order.filter((id) => bright.has(id)) : [];
    const rest = bright ? [] : order;
    reserve(bright ? near : rest, marks, scale);
    for (const id of new Set([...first, ...near, ...rest])) {
      const node = nodes.get(id);
      if (node && !node.hidden) {
        caption(context, node, { scale, view, sheet, marks: leading.has(id) ? null : marks, colours, sure: first.includes(id) });
      }
    }
    lineCaptions(context, { sheet, colours, view });
    context.restore();
  }

  /** Only the leading names are written over other marks; the corners of a mark may be touched by any. */
  function reserve(ids, marks, scale) {
    for (const node of ids.map((id) => nodes.get(id)).filter((one) => !one.hidden)) {
      const at = network.canvasToDOM({ x: node.x, y: node.y });
      const half = node.size * scale * 0.7;
      marks.take([at.x - half, at.y - half, at.x + half, at.y + half]);
    }
  }

  function caption(context, node, { scale, view, sheet, marks, colours, sure }) {
    const at = network.canvasToDOM({ x: node.x, y: node.y });
    if (at.x < -80 || at.y < -40 || at.x > view.width + 80 || at.y > view.height + 40) return;
    const size = Math.round(Math.min(15, Math.max(11, 9 + node.radius * 0.2)) * Math.min(1.25, Math.max(1, scale)) * 2) / 2;
    const font = `${sure || node.radius > 24 ? "600 " : ""}${size}px ${FACE}`;
    context.font = font;
    const text = sure && store.entity(node.id) ? folded(store.entity(node.id).name) : node.text;
    const lines = text.split("\n");
    const wide = Math.max(...lines.map((line) => widthOf(context, line, font)));
    const high = lines.length * size * 1.2;
    const away = node.size * scale + 2;
    // below the mark, or where there is no room beside or above it
    const places = [[-wide / 2, away], [away + 1, -high / 2], [-wide / 2, -away - high], [-away - wide - 1, -high / 2]];
    const rooms = places.map(([x, y]) => [at.x + x - 2, at.y + y, at.x + x + wide + 2, at.y + y + high]);
    const inside = (r) => r[0] > 0 && r[1] > 0 && r[2] < view.width && r[3] < view.height;
    const room = sure ? rooms[0] : rooms.find((one) => inside(one) && sheet.free(one) && (!marks || marks.free(one)));
    if (!room) return;
    sheet.take(room);
    context.lineWidth = 3;
    context.strokeStyle = colours.halo;
    context.fillStyle = colours.text;
    lines.forEach((line, row) => {
      const [x, y] = [(room[0] + room[2]) / 2, room[1] + size * (0.95 + row * 1.2)];
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }

  function folded(name) {
    const letters = [...name];
    const lines = [];
    for (let i = 0; i < letters.length; i += 14) lines.push(letters.slice(i, i + 14).join(""));
    return lines.join("\n");
  }

  /** Names of relations, only on the lines of what is selected or under the pointer; one caption for a pair of ends. */
  function lineCaptions(context, { sheet, colours, view }) {
    const pairs = new Map();
    const wanted = state.line || state.selected ? edges.get({ filter: (edge) => picture.lit(edge) }) : [];
    if (state.hoverLine && edges.get(state.hoverLine)) wanted.push(edges.get(state.hoverLine));
    for (const edge of wanted) {
      const words = relationWord(edge);
      if (edge.hidden || !words) continue;
      const key = [edge.from, edge.to].sort().join("|");
      const pair = pairs.get(key) || { edge, words: new Set() };
      pairs.set(key, { edge: pair.edge, words: pair.words.add(words) });
    }
    const size = 11.5;
    context.font = `${size}px ${FACE}`;
    for (const { edge, words } of pairs.values()) {
      const [a, b] = [network.getPosition(edge.from), network.getPosition(edge.to)];
      const text = [...words].join("、");
      const half = widthOf(context, text, context.font) / 2 + 4;
      for (const part of [0.5, 0.62, 0.38, 0.72]) {
        const at = network.canvasToDOM({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
        if (at.x < 0 || at.y < 0 || at.x > view.width || at.y > view.height) continue;
        const room = [at.x - half, at.y - 8, at.x + half, at.y + 8];
        if (!sheet.free(room)) continue;
        sheet.take(room);
        context.fillStyle = colours.halo;
        context.globalAlpha = 0.85;
        context.fillRect(room[0], room[1], 2 * half, 16);
        context.globalAlpha = 1;
        context.fillStyle = edge.modality === "denied" ? colours.denied : colours.strong;
        context.fillText(text, at.x, at.y + 4);
        break;
      }
    }
  }

  function relationWord(edge) {
    const fact = store.fact(edge.id);
    if (fact && fact.title) return fact.title;
    const labels = DATA.relations[edge.relation];
    const word = labels ? term(labels) : "";
    return edge.modality && edge.modality !== "asserted" ? `${word}（${say(edge.modality)}）` : word;
  }

  arrange();
  nodes.on("add", arrange);
  network.on("afterDrawing", draw);
  return { relationWord };
})();
