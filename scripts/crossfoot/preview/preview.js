// The preview: hears what became of the report and shows it, the reader's place kept.
import { morph } from "./morph.js";
import { Papers } from "./papers.js";

const $ = (id) => document.getElementById(id);
const frame = $("frame");
const papers = $("paper") ? new Papers($("paper"), $("pages")) : null;
const seen = { run: null, page: "", paper: "", found: "", total: null };
const stored = (name) => sessionStorage.getItem(location.pathname + name);
const store = (name, value) => sessionStorage.setItem(location.pathname + name, value);

let ready = !frame;
let latest = null;
addEventListener("message", ({ source, data }) => {
  if (!frame || source !== frame.contentWindow) return;
  if (data.kind === "ready") {
    ready = true;
    seen.page = ""; // a frame that was loaded again is empty
    if (latest) show(latest);
  }
  if (data.kind === "scroll") store("top", Number(data.top));
  if (data.kind === "source") write(Number(data.number));
  if (data.kind === "drawn") drawn(Number(data.changed));
});

// Whichever of the two is there first: the frame speaks up, or is spoken to.
frame?.contentWindow.postMessage({ kind: "hello" }, "*");

const events = new EventSource("events");
events.addEventListener("message", ({ data }) => show(JSON.parse(data)));
let missed = 0;
events.addEventListener("error", () => {
  // A preview that starts again is back at the second or third try.
  if (latest?.phase === "again" && ++missed < 8) return;
  $("state").textContent = "Not connected";
  document.body.dataset.phase = "lost";
});

let showing = Promise.resolve();
function show(state) {
  latest = state;
  showing = showing.then(() => state === latest && apply(state)).catch(() => {});
}

async function apply(state) {
  seen.run ??= state.run;
  missed = 0;
  if (state.run !== seen.run) return location.reload();
  document.body.dataset.phase = state.phase;
  $("state").textContent = state.says;
  banner(state);
  if (state.phase === "ended") events.close();
  // The page waits for nothing: it is what the author looks at.
  if (frame && ready && state.page && state.page !== seen.page) await page();
  if (papers && state.paper && state.paper !== seen.paper) {
    seen.paper = state.paper;
    papers.take(state.sizes);
    if (!frame) $("next").disabled = false;
  }
  if (state.found && state.found !== seen.found) await findings(state);
}

async function text(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(name);
  return answer.text();
}

// Only what is new is fetched and handed on: the frame keeps the rest.
async function page() {
  const news = JSON.parse(await text(`news.json?since=${seen.page}`));
  seen.page = news.page;
  document.body.dataset.page = news.page;
  frame.contentWindow.postMessage({ kind: "page", ...news, top: Number(stored("top") ?? 0) }, "*");
}

function drawn(changed) {
  $("next").disabled = !changed;
  $("next").textContent = changed > 1 ? `Next change (${changed})` : "Next change";
  document.body.dataset.drawn = document.body.dataset.page;
  performance.mark("drawn");
}

async function findings(state) {
  const html = await text("findings.html");
  seen.found = state.found;
  const fresh = new DOMParser().parseFromString(`<div id="found">${html}</div>`, "text/html").body;
  const key = "details[data-key]";
  const open = new Map([...$("found").querySelectorAll(key)].map((one) => [one.dataset.key, one.open]));
  for (const one of fresh.querySelectorAll(key)) one.open = open.get(one.dataset.key) ?? one.open;
  morph($("found"), fresh.firstElementChild);
  $("total").textContent = state.total;
  document.title = (state.errors ? `(${state.errors}) ` : "") + state.title;
  $("findings").dataset.worst = state.worst;
  if (state.total !== seen.total) tell(state.counts);
  seen.total = state.total;
}

function banner({ trouble, where, page, paper }) {
  const key = JSON.stringify([trouble, where]);
  if (seen.trouble === key) return;
  seen.trouble = key;
  if (!trouble) return $("banner").replaceChildren();
  const lead = document.createElement("strong");
  lead.textContent = page || paper ? "This is the last good view." : "Nothing can be shown yet.";
  const link = document.createElement("a");
  link.href = where;
  link.textContent = "Open it in the editor";
  $("banner").replaceChildren(lead, ` ${trouble}. `, ...(where ? [link] : []));
}

let clearing = 0;
function tell(words) {
  $("told").textContent = words;
  clearTimeout(clearing);
  clearing = setTimeout(() => ($("told").textContent = ""), 5000);
}

// What the reader chooses.

const narrow = matchMedia("(max-width: 48rem)");
const choices = [...document.querySelectorAll("[name=view]")];
const view = (name) => {
  const one = choices.find(({ value }) => value === name);
  if (!one) return;
  one.checked = true;
  document.body.dataset.view = name;
};
for (const one of choices) {
  one.addEventListener("change", () => {
    view(one.value);
    store("view", one.value);
  });
}

function fold(open) {
  document.body.dataset.findings = open ? "open" : "shut";
  $("fold").setAttribute("aria-expanded", String(open));
}
$("fold").addEventListener("click", () => {
  const open = document.body.dataset.findings === "shut";
  fold(open);
  store("findings", open ? "open" : "shut");
  if (open) $("findings").focus();
});

function fit() {
  const wanted = stored("view") ?? "both";
  view(narrow.matches && wanted === "both" ? "page" : wanted);
  fold((stored("findings") ?? (narrow.matches ? "shut" : "open")) === "open");
}
narrow.addEventListener("change", fit);
fit();

$("next").addEventListener("click", () => {
  frame?.contentWindow.postMessage({ kind: "next" }, "*");
  papers?.next();
});

// From a passage to the author's editor, and from a finding to its passage.

async function ask(name, words) {
  const answer = await fetch(`${name}?${new URLSearchParams({ page: seen.page, ...words })}`);
  return answer.ok ? answer.json() : {};
}

async function write(number) {
  const { place, where } = await ask("place.json", { number });
  tell(place ?? "Nobody wrote this passage: it is made from others");
  if (where) location.href = where;
}

$("source")?.addEventListener("click", () => frame.contentWindow.postMessage({ kind: "source" }, "*"));

async function passage({ file, line, column }) {
  const { number = -1 } = await ask("passage.json", { file, line, column });
  if (number < 0) return tell("The page does not show this place");
  if (narrow.matches) fold(false);
  if (document.body.dataset.view === "paper") view(narrow.matches ? "page" : "both");
  frame.focus();
  frame.contentWindow.postMessage({ kind: "show", number }, "*");
}

$("found").addEventListener("click", async ({ target }) => {
  const shows = target.closest?.("[data-file]");
  if (shows) return passage(shows.dataset);
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    tell("Copied");
  } catch {
    getSelection().selectAllChildren(button.parentElement.querySelector("code"));
    tell("Selected; copy it with the keyboard");
  }
});
