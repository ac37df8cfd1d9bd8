"use strict";
// The report of a run: reads the articles that stand in the page, draws a summary, a table and one article at a
// time, and keeps the labels that a person corrects. Offsets count code points in the data and in what is
// downloaded, UTF-16 units on the page.

const PAGE_ROWS = 100;
const UNSURE = 0.8; // below this confidence a part is marked; the pretty view's CLOSE
const STORE = "newsparse-corrections";
const MAX_FAILURES = 500; // that are listed
const MAX_KINDS = 12; // of files that were passed over
const BREAKS = /[\v\f\x1c-\x1e\x85\u2028\u2029]/; // line breaks that a browser does not show as such

const byId = (id) => document.getElementById(id);
const percent = (share) => `${Math.round(100 * share)}%`;
const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

// ---- the data

const LABELS = JSON.parse(byId("labels").textContent);
const articles = [];
const failures = [];
let run = {};

function read() {
  for (const line of byId("articles").textContent.split("\n")) {
    if (!line.trim()) continue;
    const found = JSON.parse(line);
    if (found.run) run = found.run;
    else if (found.failed) failures.push(found);
    else articles.push(prepared(found, articles.length));
  }
}

// A row of the data with what the table sorts by.
function prepared(row, number) {
  row.number = number;
  row.key = `${row.sha256}:${row.index ?? ""}:${row.text.length}`;
  row.words = null;
  row.doubt = 2;
  row.labels = new Set();
  for (let i = 0; i < row.spans.length; i += 4) {
    const confidence = row.spans[i + 3] / 1000;
    row.labels.add(row.spans[i + 2]);
    if (confidence < row.doubt) [row.doubt, row.doubtful] = [confidence, LABELS[row.spans[i + 2]]];
  }
  row.parts = row.spans.length / 4;
  return row;
}

// The spans of an article, in code points: the parser's own, under the corrections.
function spansOf(article) {
  const spans = [];
  for (let i = 0, at = 0; i < article.spans.length; i += 4) {
    const start = at + article.spans[i];
    at = start + article.spans[i + 1];
    spans.push({ start, end: at, label: LABELS[article.spans[i + 2]], confidence: article.spans[i + 3] / 1000 });
  }
  return corrections.of(article).changes.reduce((now, change) => corrected(article, now, change), spans);
}

// Spans with one put over those that it overlaps; of these stays what is not white space.
function corrected(article, spans, [start, end, label]) {
  const points = pointsOf(article);
  const rest = (span, from, to) => {
    const [a, b] = trimmed(points, Math.max(span.start, from), Math.min(span.end, to));
    return a < b ? [{ ...span, start: a, end: b }] : [];
  };
  const kept = spans.flatMap((span) => [...rest(span, 0, start), ...rest(span, end, Infinity)]);
  return [...kept, { start, end, label, confidence: 1, own: true }].sort((a, b) => a.start - b.start);
}

function trimmed(points, start, end) {
  while (start < end && !points[start].trim()) start++;
  while (start < end && !points[end - 1].trim()) end--;
  return [start, end];
}

// The code points of an article's text.
function pointsOf(article) {
  return article.points ??= Array.from(article.text);
}

// UTF-16 offset to code point, and back.
const toPoint = (text, unit) => Array.from(text.slice(0, unit)).length;
const toUnit = (points, point) => points.slice(0, point).join("").length;

// ---- the corrections, which the browser keeps

const corrections = {
  all: {},
  load() {
    try { this.all = JSON.parse(localStorage.getItem(STORE)) || {}; } catch { this.all = {}; }
  },
  of(article) {
    return this.all[article.key] || { changes: [], checked: false };
  },
  set(article, changes, checked) {
    if (changes.length || checked) this.all[article.key] = { changes, checked };
    else delete this.all[article.key];
    try { localStorage.setItem(STORE, JSON.stringify(this.all)); } catch { /* then until the page is closed */ }
    showCorrected();
  },
  state(article) {
    const { changes, checked } = this.of(article);
    return [checked && "checked", changes.length && "corrected"].filter(Boolean).join(", ");
  },
};

// A row of gold.jsonl: of a checked article all spans, of another those that were corrected.
function goldRow(article) {
  const { checked } = corrections.of(article);
  const spans = spansOf(article).filter((span) => checked || span.own);
  return {
    id: article.id, publisher: article.publisher, fold: article.fold, source: "corrections", style: article.format,
    article: spansOf(article).some((span) => span.label !== "boilerplate"), authors: article.authors || [],
    published: article.published ?? null, updated: article.updated ?? null, lang: article.lang ?? "und", text: article.text,
    spans: spans.map(({ start, end, label }) => ({ start, end, label })),
  };
}

// A row as a line for every reader, also for one that takes other signs for line breaks.
function jsonLine(row) {
  return JSON.stringify(row).replace(/[\x85\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function download() {
  const rows = articles.filter((article) => corrections.state(article)).map((article) => jsonLine(goldRow(article)));
  const url = URL.createObjectURL(new Blob([rows.join("\n") + "\n"], { type: "application/jsonl" }));
  element("a", { href: url, download: "corrections.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function showCorrected() {
  const own = articles.filter((article) => corrections.state(article));
  const changes = own.reduce((sum, article) => sum + corrections.of(article).changes.length, 0);
  const checked = own.filter((article) => corrections.of(article).checked).length;
  byId("corrected").textContent = own.length ? `${count(changes, "correction")}, ${count(checked, "article")} checked` : "";
  byId("download").disabled = !own.length;
}

// ---- the summary

function showSummary() {
  const mean = articles.reduce((sum, article) => sum + article.confidence, 0) / articles.length;
  const spans = articles.reduce((sum, article) => sum + article.parts, 0);
  const figures = [
    ["articles", articles.length.toLocaleString("en")],
    ["mean confidence", articles.length ? percent(mean) : "–"],
    ["parts", spans.toLocaleString("en")],
    ["failed", failures.length.toLocaleString("en")],
    ["passed over", passedOver().toLocaleString("en")],
  ];
  if (run.seconds !== undefined) figures.push(["seconds", run.seconds.toLocaleString("en")]);
  byId("figures").append(...figures.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
  showHistogram();
  showLegend();
  showPassedOver();
  showFailures();
}

// How many inputs were passed over: their answer was up to date, or they are files of a folder of no kind that is read.
const passedOver = () => Object.values(run.passed_over ?? {}).reduce((sum, n) => sum + n, run.skipped ?? 0);

function showPassedOver() {
  const kinds = Object.entries(run.passed_over ?? {}).sort((a, b) => b[1] - a[1]).map(([kind, n]) => `${kind || "without an ending"} ${n.toLocaleString("en")}`);
  const reasons = [
    run.skipped && `${count(run.skipped, "input")} up to date`,
    kinds.length && `files of folders: ${kinds.slice(0, MAX_KINDS).join(", ")}${kinds.length > MAX_KINDS ? ", …" : ""}`,
  ].filter(Boolean);
  byId("passed-over").textContent = reasons.length ? `Passed over: ${reasons.join("; ")}.` : "";
}

function showHistogram() {
  const bins = Array(10).fill(0);
  for (const { confidence } of articles) bins[Math.min(9, Math.floor(confidence * 10))]++;
  const most = Math.max(1, ...bins);
  byId("histogram").append(...bins.map((n, i) => {
    const bar = element("span", { class: "bar" });
    bar.style.height = `${n ? Math.max(2, (100 * n) / most) : 0}%`;
    return element("li", { title: `${10 * i} to ${10 * i + 10}%: ${count(n, "article")}` },
      element("span", { class: "value" }, n || ""), bar, element("span", { class: "axis" }, `${10 * i}–${10 * i + 10}`));
  }));
}

function showLegend() {
  const found = LABELS.map(() => ({ spans: 0, sum: 0 }));
  for (const article of articles) {
    for (let i = 0; i < article.spans.length; i += 4) {
      found[article.spans[i + 2]].spans++;
      found[article.spans[i + 2]].sum += article.spans[i + 3] / 1000;
    }
  }
  byId("legend").append(...LABELS.map((label, i) => {
    const { spans, sum } = found[i];
    const press = element("button", { type: "button", disabled: !spans, "data-label": label },
      swatch(label), ` ${spans.toLocaleString("en")}${spans ? ` · ${percent(sum / spans)}` : ""}`);
    press.addEventListener("click", () => { byId("label").value = label; showTable(0); byId("label").focus(); });
    return element("li", {}, press);
  }));
  byId("label").append(...LABELS.map((label) => element("option", {}, label)));
}

const swatch = (label) => element("span", { class: `swatch of-${label}` }, label);

function showFailures() {
  const box = byId("failures");
  box.hidden = !failures.length;
  box.querySelector("summary").textContent = `${count(failures.length, "input or article", "inputs and articles")} failed`;
  box.querySelector("tbody").append(...failures.slice(0, MAX_FAILURES).map((failure) =>
    element("tr", {}, ...[placeOf(failure), failure.failed, failure.remedy].map((text) => element("td", {}, element("bdi", {}, text))))));
  const more = failures.length - MAX_FAILURES;
  box.querySelector(".hint").textContent = more > 0 ? `and ${more.toLocaleString("en")} more` : "";
}

const placeOf = ({ path, index }) => (path ?? "text") + (index === undefined || index === null ? "" : `, article ${index}`);

// ---- the table

const table = { sort: "confidence", down: false, rows: [], page: 0 };
const text = (value) => (value ?? "").toLowerCase();
const KEYS = {
  confidence: (a) => a.confidence, doubt: (a) => a.doubt, parts: (a) => a.parts, headline: (a) => text(a.headline),
  path: (a) => a.number, state: (a) => corrections.state(a),
};

function matches(article, filter) {
  const state = corrections.of(article);
  return article.confidence <= filter.most + 0.0005
    && (filter.label < 0 || article.labels.has(filter.label) || state.changes.some((change) => change[2] === LABELS[filter.label]))
    && (!filter.state || { open: !state.checked, checked: state.checked, changed: state.changes.length > 0 }[filter.state])
    && (!filter.words || [article.headline, article.path, article.id, article.text].some((where) => text(where).includes(filter.words)));
}

function showTable(page = table.page) {
  const most = byId("most").value;
  const filter = {
    words: byId("words").value.trim().toLowerCase(), label: LABELS.indexOf(byId("label").value),
    most: most === "" ? 1 : Number(most) / 100, state: byId("state").value,
  };
  const key = KEYS[table.sort];
  const order = (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number);
  table.rows = articles.filter((article) => matches(article, filter)).sort(order);
  if (table.down) table.rows.reverse();
  const pages = Math.max(1, Math.ceil(table.rows.length / PAGE_ROWS));
  table.page = Math.min(page, pages - 1);
  drawRows();
  byId("count").textContent = table.rows.length === articles.length
    ? count(articles.length, "article") : `${table.rows.length.toLocaleString("en")} of ${count(articles.length, "article")}`;
  byId("page").textContent = `page ${table.page + 1} of ${pages}`;
  byId("pages").hidden = pages === 1;
  byId("earlier").disabled = table.page === 0;
  byId("later").disabled = table.page === pages - 1;
}

function drawRows() {
  for (const press of document.querySelectorAll("[data-sort]")) {
    const sorted = press.dataset.sort === table.sort ? (table.down ? "descending" : "ascending") : null;
    press.parentElement.removeAttribute("aria-sort");
    if (sorted) press.parentElement.setAttribute("aria-sort", sorted);
  }
  const shown = table.rows.slice(table.page * PAGE_ROWS, (table.page + 1) * PAGE_ROWS);
  byId("articles-table").tBodies[0].replaceChildren(...shown.map(tableRow));
}

function tableRow(article) {
  const meter = element("span", { class: "meter" });
  meter.style.setProperty("--share", article.confidence);
  const link = element("a", { href: `#${article.number + 1}` }, element("bdi", {}, article.headline || opening(article)));
  return element("tr", {},
    element("td", { class: "number" }, meter, percent(article.confidence)),
    element("th", { scope: "row" }, link),
    element("td", {}, ...(article.doubtful ? [swatch(article.doubtful), ` ${percent(article.doubt)}`] : ["–"])),
    element("td", { class: "number" }, String(article.parts)),
    element("td", {}, corrections.state(article)),
    element("td", { class: "path" }, element("bdi", {}, placeOf(article))));
}

// What stands for the headline of an article that has none.
const opening = (article) => `(no headline) ${article.text.trim().slice(0, 60)}`;

// ---- an article

let shown = null; // the article on the page
let spans = []; // its spans
let chosen = null; // the part that is chosen: start and end, in code points

function showArticle(article) {
  const last = shown;
  shown = article;
  choose(null);
  byId("overview").hidden = Boolean(article);
  byId("article").hidden = !article;
  if (!article) {
    showTable();
    if (last) document.querySelector(`#articles-table a[href="#${last.number + 1}"]`)?.focus();
    return;
  }
  const place = table.rows.indexOf(article);
  byId("headline").replaceChildren(element("bdi", {}, article.headline || "(no headline)"));
  byId("about").textContent = [placeOf(article), article.lang, article.authors?.join(", "), article.published,
    `confidence ${percent(article.confidence)}`].filter(Boolean).join(" · ");
  byId("place").textContent = place < 0 ? "" : `${(place + 1).toLocaleString("en")} of ${table.rows.length.toLocaleString("en")}`;
  byId("previous").disabled = place <= 0;
  byId("next").disabled = place < 0 || place === table.rows.length - 1;
  drawText();
  window.scrollTo(0, 0);
  byId("headline").focus({ preventScroll: true });
}

function drawText() {
  const { changes, checked } = corrections.of(shown);
  byId("checked").checked = checked;
  byId("undo").disabled = !changes.length;
  spans = spansOf(shown);
  const isBreak = (point, i, all) => BREAKS.test(point) || (point === "\r" && all[i + 1] !== "\n");
  const points = pointsOf(shown).map((...place) => (isBreak(...place) ? "\n" : place[0]));
  const pieces = [];
  let at = 0;
  for (const [i, span] of spans.entries()) {
    pieces.push(points.slice(at, span.start).join(""), drawSpan(span, points.slice(span.start, span.end).join(""), i));
    at = span.end;
  }
  byId("text").replaceChildren(...pieces, points.slice(at).join(""));
}

function drawSpan(span, content, i) {
  const sure = span.own ? "corrected" : percent(span.confidence);
  const tag = span.own ? `${span.label} ✓` : span.confidence < UNSURE ? `${span.label} ${sure}?` : span.label;
  const unsure = !span.own && span.confidence < UNSURE;
  return element("span", {
    class: `span of-${span.label}${unsure ? " unsure" : ""}${span.own ? " own" : ""}`, "data-tag": tag, "data-span": i,
    title: `${span.label}, ${sure}`, tabindex: i ? -1 : 0, role: "button", "aria-label": `${span.label}, ${sure}: ${content}`,
  }, content);
}

const drawn = (i) => byId("text").querySelector(`[data-span="${i}"]`);

// ---- choosing a part, and its label

function choose(part) {
  chosen = part;
  byId("picker").hidden = !part;
  document.body.classList.toggle("choosing", Boolean(part));
  mark();
  if (!part) return;
  const content = pointsOf(shown).slice(part.start, part.end).join("").replace(/\s+/g, " ");
  const span = spans.find((other) => other.start < part.end && part.start < other.end);
  const sure = span && (span.own ? ", corrected" : `, ${percent(span.confidence)}`);
  byId("chosen").replaceChildren(span ? `${span.label}${sure}: ` : "", element("bdi", {}, content.length > 90 ? `${content.slice(0, 50)} … ${content.slice(-36)}` : content));
  for (const press of byId("choices").children) {
    const current = press.dataset.label === span?.label;
    press.setAttribute("aria-pressed", current);
    press.tabIndex = current || (!span && press === byId("choices").firstChild) ? 0 : -1;
  }
}

// Show which part is chosen.
function mark() {
  if (!window.CSS?.highlights) return;
  CSS.highlights.delete("chosen");
  if (chosen) CSS.highlights.set("chosen", new Highlight(rangeOf(chosen)));
}

function rangeOf({ start, end }) {
  const points = pointsOf(shown);
  const range = document.createRange();
  range.setStart(...nodeAt(toUnit(points, start), false));
  range.setEnd(...nodeAt(toUnit(points, end), true));
  return range;
}

// The text node at a UTF-16 offset of the text, and the offset in it; at a border the node before it, or behind.
function nodeAt(unit, before) {
  const walker = document.createTreeWalker(byId("text"), NodeFilter.SHOW_TEXT);
  let node = null;
  while (walker.nextNode()) {
    node = walker.currentNode;
    if (unit < node.length || (before && unit === node.length)) break;
    unit -= node.length;
  }
  return [node, Math.min(unit, node.length)];
}

// What the pointer has selected in the text, in code points and without white space at its ends.
function selectedPart() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(byId("text"))) return null;
  const from = unitAt(range.startContainer, range.startOffset, 0);
  const to = unitAt(range.endContainer, range.endOffset, shown.text.length);
  const [start, end] = trimmed(pointsOf(shown), toPoint(shown.text, from), toPoint(shown.text, to));
  return start < end ? { start, end } : null;
}

// The UTF-16 offset of a place in the text; of one outside, what is given.
function unitAt(node, offset, outside) {
  if (!byId("text").contains(node)) return outside;
  const before = document.createRange();
  before.setStart(byId("text"), 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function setLabel(label) {
  const { start, end } = chosen;
  const { changes, checked } = corrections.of(shown);
  corrections.set(shown, [...changes, [start, end, label]], checked);
  redraw();
  drawn(spans.findIndex((span) => span.start === start))?.focus();
}

function undo() {
  const { changes, checked } = corrections.of(shown);
  corrections.set(shown, changes.slice(0, -1), checked);
  redraw();
}

function redraw() {
  getSelection().removeAllRanges();
  drawText();
  choose(null);
}

function check(checked) {
  corrections.set(shown, corrections.of(shown).changes, checked);
  byId("checked").checked = checked;
}

// Move the start or the end of the chosen part by a word.
function stretch(side, forward) {
  const points = pointsOf(shown);
  let at = chosen[side] + (forward ? 1 : -1);
  const edge = side === "start" ? (i) => isSpace(points[i - 1]) && !isSpace(points[i]) : (i) => !isSpace(points[i - 1]) && isSpace(points[i]);
  while (at > 0 && at < points.length && !edge(at)) at += forward ? 1 : -1;
  const part = { ...chosen, [side]: Math.max(0, Math.min(points.length, at)) };
  if (part.start < part.end) choose(part);
}

const isSpace = (point) => point === undefined || !point.trim();

// ---- events

function move(step) {
  const next = table.rows[table.rows.indexOf(shown) + step];
  if (next) location.hash = `#${next.number + 1}`;
}

function route() {
  showArticle(articles[Number(location.hash.slice(1)) - 1] || null);
}

function leave() {
  if (!chosen) location.hash = "";
  else {
    const i = spans.findIndex((span) => span.start < chosen.end && chosen.start < span.end);
    choose(null);
    drawn(i)?.focus();
  }
}

function onTextKey(event) {
  const focused = document.activeElement?.dataset?.span;
  if (focused === undefined) return;
  const span = spans[Number(focused)];
  const arrow = event.key.startsWith("Arrow");
  const forward = event.key === "ArrowRight" || event.key === "ArrowDown";
  if (event.key === "Enter" || event.key === " ") {
    if (!chosen) choose(span);
    byId("choices").querySelector("[tabindex='0']")?.focus();
  } else if (arrow && event.shiftKey) {
    if (!chosen) choose(span);
    stretch(["ArrowUp", "ArrowDown"].includes(event.key) ? "start" : "end", forward);
  } else if (arrow) {
    choose(null);
    drawn(Number(focused) + (forward ? 1 : -1))?.focus();
  } else return;
  event.preventDefault();
}

function onChoiceKey(event) {
  const presses = [...byId("choices").children];
  const at = presses.indexOf(document.activeElement);
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  let to = event.key in steps ? at + steps[event.key] : { Home: 0, End: presses.length - 1 }[event.key];
  if (to === undefined && /^[a-z]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
    const order = [...presses.keys()].map((i) => (at + 1 + i) % presses.length);
    to = order.find((i) => presses[i].dataset.label.startsWith(event.key));
    event.stopPropagation();
  }
  if (to === undefined) return;
  presses[(to + presses.length) % presses.length].focus();
  event.preventDefault();
}

const SHORTCUTS = {
  "/": () => !shown && byId("words").focus(), n: () => shown && move(1), p: () => shown && move(-1),
  u: () => shown && undo(), c: () => shown && check(!corrections.of(shown).checked),
  Escape: () => shown && leave(), "?": () => { byId("help").open = !byId("help").open; },
};

function onKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.defaultPrevented || typing || event.ctrlKey || event.metaKey || event.altKey || !SHORTCUTS[event.key]) return;
  event.preventDefault();
  SHORTCUTS[event.key]();
}

function listen() {
  let waiting = 0;
  byId("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => showTable(0), 120); });
  byId("filters").addEventListener("reset", () => setTimeout(() => showTable(0)));
  byId("filters").addEventListener("submit", (event) => { event.preventDefault(); showTable(0); });
  for (const press of document.querySelectorAll("[data-sort]")) {
    press.addEventListener("click", () => {
      table.down = table.sort === press.dataset.sort && !table.down;
      table.sort = press.dataset.sort;
      showTable(0);
    });
  }
  byId("earlier").addEventListener("click", () => showTable(table.page - 1));
  byId("later").addEventListener("click", () => showTable(table.page + 1));
  byId("previous").addEventListener("click", () => move(-1));
  byId("next").addEventListener("click", () => move(1));
  byId("checked").addEventListener("change", (event) => check(event.target.checked));
  byId("undo").addEventListener("click", undo);
  byId("download").addEventListener("click", download);
  byId("text").addEventListener("keydown", onTextKey);
  document.addEventListener("mouseup", (event) => {
    if (!shown || byId("picker").contains(event.target)) return;
    const span = event.target.closest?.("[data-span]");
    const part = selectedPart() || (span && spans[Number(span.dataset.span)]);
    if (part || byId("text").contains(event.target)) choose(part);
  });
  byId("choices").append(...LABELS.map((label) => {
    const press = element("button", { type: "button", class: `of-${label}`, "data-label": label }, label);
    press.addEventListener("click", () => setLabel(label));
    return press;
  }));
  byId("choices").addEventListener("keydown", onChoiceKey);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", route);
}

read();
corrections.load();
listen();
showSummary();
showCorrected();
showTable();
route();
