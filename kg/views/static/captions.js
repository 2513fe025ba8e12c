"use strict";

/* Captions, drawn like those of a map: always legible, never one over another. The most connected names come first;
   what finds no room at this zoom appears when the reader comes closer. */
const captions = (() => {
  const { network, marks, box } = picture;
  const FACE = OPTIONS.nodes.font.face;
  const LINE_FONT = `11.5px ${FACE}`;
  const CELL = 64;
  const LEADING = 16; // names that are written even over other marks
  const widths = new Map();
  let order = [];
  let leading = new Set();
  let placed = []; // captions of the last frame: [mark, how far its middle and top are from the mark, lines, size, font]
  let placedLines = []; // names of relations of the last frame: [line, how far along it, words, half its width]
  let dragging = false; // while the reader drags, captions keep their places and are not placed anew

  /** The order in which names ask for room: places of a gathered picture, then by the size of the mark. */
  function arrange() {
    const places = new Set(DATA.groups.filter((group) => !group.type).map((group) => group.id));
    order = [...marks.values()];
    order.sort((a, b) => places.has(b.id) - places.has(a.id) || b.radius - a.radius || (a.id < b.id ? -1 : 1));
    leading = new Set(order.slice(0, Math.max(LEADING, places.size)));
  }

  function widthOf(context, text, font) {
    const key = font + text;
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
  }

  /** Rectangles [left, top, right, bottom] already taken, in cells, so that asking for room stays cheap. */
  function paper() {
    const cells = new Map();
    const each = (r, visit) => {
      const [right, bottom] = [Math.floor(r[2] / CELL), Math.floor(r[3] / CELL)];
      for (let x = Math.floor(r[0] / CELL); x <= right; x++) {
        for (let y = Math.floor(r[1] / CELL); y <= bottom; y++) if (visit(x * 1000 + y) === false) return false;
      }
      return true;
    };
    const clear = (r, others) => others === undefined || others.every((o) => r[0] >= o[2] || o[0] >= r[2] || r[1] >= o[3] || o[1] >= r[3]);
    return {
      free: (r) => each(r, (key) => clear(r, cells.get(key))),
      take: (r) => each(r, (key) => { if (cells.has(key)) cells.get(key).push(r); else cells.set(key, [r]); }),
    };
  }

  function draw(context) {
    const bright = picture.focus();
    const origin = network.canvasToDOM({ x: 0, y: 0 });
    const scale = network.getScale();
    const view = { width: box.clientWidth, height: box.clientHeight };
    const sheet = {
      written: paper(), marked: paper(), led: paper(), solid: paper(), scale, view, colours: ink(),
      at: (point) => ({ x: origin.x + point.x * scale, y: origin.y + point.y * scale }),
    };
    const ratio = context.canvas.width / view.width;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.lineJoin = "round";
    if (!dragging) place(context, sheet, bright);
    for (const one of placed) write(context, sheet, one);
    for (const one of placedLines) writeLine(context, sheet, one);
    context.restore();
  }

  function place(context, sheet, bright) {
    const seen = order.filter((mark) => {
      const at = sheet.at(mark);
      return !mark.hidden && (!bright || bright.has(mark.id))
        && at.x > -80 && at.y > -40 && at.x < sheet.view.width + 80 && at.y < sheet.view.height + 40;
    });
    const first = [state.hover, state.selected].map((id) => marks.get(id)).filter((mark) => mark && !mark.hidden);
    placed = [];
    reserve(seen, sheet);
    for (const mark of new Set([...first, ...seen])) caption(context, mark, sheet, first.includes(mark));
    placedLines = [];
    lineCaptions(context, sheet);
  }

  function write(context, sheet, { mark, x, y, lines, size, font }) {
    const at = sheet.at(mark);
    context.font = font;
    context.lineWidth = 3;
    context.strokeStyle = sheet.colours.halo;
    context.fillStyle = sheet.colours.text;
    lines.forEach((line, row) => {
      const base = at.y + y + size * (0.95 + row * 1.2);
      context.strokeText(line, at.x + x, base);
      context.fillText(line, at.x + x, base);
    });
  }

  /** Only the leading names are written over marks, and those of lesser things only; corners may be touched by any. */
  function reserve(seen, sheet) {
    for (const mark of seen) {
      const { x, y } = sheet.at(mark);
      const half = mark.size * sheet.scale * 0.7;
      const room = [x - half, y - half, x + half, y + half];
      sheet.marked.take(room);
      if (leading.has(mark)) sheet.led.take(room);
      const whole = mark.size * sheet.scale;
      sheet.solid.take([x - whole, y - whole, x + whole, y + whole]);
    }
  }

  function caption(context, mark, sheet, sure) {
    const { scale, view } = sheet;
    const at = sheet.at(mark);
    const size = Math.round(Math.min(15, Math.max(11, 9 + mark.radius * 0.2)) * Math.min(1.25, Math.max(1, scale)) * 2) / 2;
    const font = `${sure || mark.radius > 24 ? "600 " : ""}${size}px ${FACE}`;
    context.font = font;
    const text = sure && store.entity(mark.id) ? folded(store.entity(mark.id).name) : mark.text;
    const lines = text.split("\n");
    const wide = Math.max(...lines.map((line) => widthOf(context, line, font)));
    const high = lines.length * size * 1.2;
    const away = mark.size * scale + 2;
    // below the mark, or where there is no room beside or above it
    const places = [[-wide / 2, away], [away + 1, -high / 2], [-wide / 2, -away - high], [-away - wide - 1, -high / 2]];
    const rooms = places.map(([x, y]) => [at.x + x - 2, at.y + y, at.x + x + wide + 2, at.y + y + high]);
    const free = (r) => r[0] > 0 && r[1] > 0 && r[2] < view.width && r[3] < view.height
      && sheet.written.free(r) && (leading.has(mark) ? sheet.led : sheet.marked).free(r);
    const room = sure ? rooms[0] : rooms.find(free);
    if (!room) return;
    sheet.written.take(room);
    placed.push({ mark, x: (room[0] + room[2]) / 2 - at.x, y: room[1] - at.y, lines, size, font });
  }

  function folded(name) {
    const letters = [...name];
    const lines = [];
    for (let i = 0; i < letters.length; i += 14) lines.push(letters.slice(i, i + 14).join(""));
    return lines.join("\n");
  }

  /** Names of relations, only on the lines of what is selected or under the pointer; one caption for a pair of ends. */
  function lineCaptions(context, sheet) {
    const pairs = new Map();
    const hovered = picture.lines.get(state.hoverLine);
    for (const line of [...picture.litLines(), ...(hovered ? [hovered] : [])]) {
      const words = relationWord(line);
      if (line.hidden || !words) continue;
      const key = [line.from, line.to].sort().join("|");
      const pair = pairs.get(key) || { line, words: new Set() };
      pairs.set(key, { line: pair.line, words: pair.words.add(words) });
    }
    for (const { line, words } of pairs.values()) lineCaption(context, sheet, line, [...words].join(english ? ", " : "、"));
  }

  /** A relation is named where its name covers no mark and no other name, or not at all: the panel has it too. */
  function lineCaption(context, sheet, line, text) {
    context.font = LINE_FONT;
    const [a, b] = [sheet.at(marks.get(line.from)), sheet.at(marks.get(line.to))];
    const half = widthOf(context, text, LINE_FONT) / 2 + 4;
    for (const part of [0.5, 0.6, 0.4, 0.7, 0.3, 0.8]) {
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
      const room = [at.x - half, at.y - 8, at.x + half, at.y + 8];
      if (room[0] < 0 || room[1] < 0 || room[2] > sheet.view.width || room[3] > sheet.view.height) continue;
      if (!sheet.written.free(room) || !sheet.solid.free(room)) continue;
      sheet.written.take(room);
      placedLines.push({ line, part, text, half });
      return;
    }
  }

  function writeLine(context, sheet, { line, part, text, half }) {
    const [a, b] = [sheet.at(marks.get(line.from)), sheet.at(marks.get(line.to))];
    const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    context.font = LINE_FONT;
    context.fillStyle = sheet.colours.halo;
    context.globalAlpha = 0.85;
    context.fillRect(at.x - half, at.y - 8, 2 * half, 16);
    context.globalAlpha = 1;
    context.fillStyle = line.modality === "denied" ? sheet.colours.denied : sheet.colours.strong;
    context.fillText(text, at.x, at.y + 4);
  }

  function relationWord(line) {
    const fact = store.fact(line.id);
    if (fact && fact.title) return fact.title;
    const labels = DATA.relations[line.relation];
    const word = labels ? term(labels) : "";
    return line.modality && line.modality !== "asserted" ? `${word}（${say(line.modality)}）` : word;
  }

  arrange();
  network.on("afterDrawing", draw);
  network.on("dragStart", () => { dragging = true; });
  network.on("dragEnd", () => { dragging = false; network.redraw(); });
  return { arrange, relationWord, named: () => placedLines };
})();
