"use strict";

/* Puts the parts together: what is selected, where it is remembered, keys, language, colours. */

/** Select an entity or group (null: nothing), show its evidence, and remember it in the address. */
function select(id, { move = false } = {}) {
  if (id && !store.has(id)) return;
  state.selected = id;
  state.line = null;
  if (id) unfolding.bring(id);
  settle();
  if (id && picture.marks.has(id) && (move || outside(id))) approach(id);
}

function selectLine(id) {
  state.selected = null;
  state.line = id;
  settle();
}

function settle() {
  picture.network.setSelection({ nodes: [], edges: [] });
  picture.paint();
  panel.show();
  remember();
}

/** Whether a node stands outside the part of the picture that is seen. */
function outside(id) {
  const at = picture.network.canvasToDOM(picture.network.getPosition(id));
  return at.x < 30 || at.y < 30 || at.x > picture.box.clientWidth - 30 || at.y > picture.box.clientHeight - 30;
}

/** Bring a node into view, with all that it is tied to where that leaves it legible. */
function approach(id) {
  const { network, box } = picture;
  const points = [...picture.focus()].map((one) => network.getPosition(one));
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  // names keep their height whatever the zoom, so the room for those at the rim is counted in what the reader sees
  const scale = Math.min(
    1.15,
    (box.clientWidth - Math.min(150, box.clientWidth * 0.3)) / Math.max(1, Math.max(...xs) - Math.min(...xs)),
    (box.clientHeight - 120) / Math.max(1, Math.max(...ys) - Math.min(...ys)),
  );
  const all = { position: { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 + 12 }, scale };
  // on a phone the neighbourhood is what one came for: it is shown whole, however small
  const aim = scale >= 0.5 || box.clientWidth < 560 ? all : { position: network.getPosition(id), scale: 0.65 };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({ ...aim, animation: still ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
}

/* The address holds what is selected and hidden: #e=company/0123456789ab&hide=Person,attends&lang=en */
function remember() {
  const parts = [];
  if (state.selected) parts.push(`e=${encodeURI(state.selected)}`);
  if (state.hidden.size) parts.push(`hide=${[...state.hidden].sort().join(",")}`);
  if (english) parts.push("lang=en");
  const hash = parts.length ? `#${parts.join("&")}` : "";
  if (hash !== location.hash) history.replaceState(null, "", hash || location.pathname + location.search);
}

function recall() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  english = wanted.get("lang") === "en";
  const known = (name) => name in DATA.types || name in DATA.relations;
  state.hidden = new Set((wanted.get("hide") || "").split(",").filter(known));
  speak();
  select(wanted.get("e"), { move: true });
}

/** Everything that has words, anew. */
function speak() {
  document.documentElement.lang = english ? "en" : "zh-CN";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  if (DATA.about.gathered) {
    document.getElementById("keys").textContent = say("keys_gathered");
    for (const group of DATA.groups) {
      const name = group.type ? `${term(DATA.types[group.type])} ` : `${placeOf(group)}\n`;
      picture.marks.get(group.id).text = name + group.count;
    }
  }
  document.title = say("title");
  document.getElementById("language").textContent = english ? "中文" : "English";
  document.getElementById("language").lang = english ? "zh" : "en";
  document.getElementById("about").textContent = say("about", DATA.about);
  const field = document.getElementById("query");
  field.placeholder = say("search");
  field.setAttribute("aria-label", say("search"));
  picture.box.setAttribute("aria-label", say("title"));
  const notice = document.getElementById("notice");
  notice.textContent = panel.notices().join(" ");
  notice.hidden = !notice.textContent;
  legend.show();
}

/** Show the whole picture. */
function fit() {
  picture.network.fit({ animation: false });
  picture.network.moveTo({ scale: picture.network.getScale() * 0.96, animation: false });
  picture.paint();
}

function save() {
  picture.box.querySelector("canvas").toBlob((blob) => {
    const url = URL.createObjectURL(blob);
    const name = state.selected ? nameOf(state.selected) : say("title");
    make("a", { href: url, download: `${name.replace(/[\\/:*?"<>|]/g, "_")}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
}

function recolour() {
  picture.paint();
  legend.show();
  panel.show();
  picture.network.redraw();
}

(() => {
  const { network } = picture;
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) select(nodes[0]);
    else if (edges.length) selectLine(edges[0]);
    else select(null);
  });
  network.on("doubleClick", ({ nodes }) => {
    if (nodes.length && DATA.about.gathered && unfolding.unfold(nodes[0])) panel.show();
  });
  network.on("hoverNode", ({ node }) => { state.hover = node; picture.box.classList.add("pointing"); network.redraw(); });
  network.on("blurNode", () => { state.hover = null; picture.box.classList.remove("pointing"); network.redraw(); });
  network.on("hoverEdge", ({ edge }) => { state.hoverLine = edge; network.redraw(); });
  network.on("blurEdge", () => { state.hoverLine = null; network.redraw(); });

  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("language").addEventListener("click", () => {
    english = !english;
    speak();
    panel.show();
    remember();
    network.redraw();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      select(null);
    }
  });
  window.addEventListener("hashchange", recall);
  darkness.addEventListener("change", recolour);
  window.addEventListener("beforeprint", () => { printing = true; recolour(); });
  window.addEventListener("afterprint", () => { printing = false; recolour(); });
  if (window.innerWidth < 720) document.querySelector("#legend details").open = false;
  fit();
  recall();
})();
