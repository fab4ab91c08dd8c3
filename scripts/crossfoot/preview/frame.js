// Runs in the frame that holds the report, the only script that may. The frame has an
// origin of its own: it can reach neither the preview around it nor any server.
import { morph } from "./morph.js";

const MARK = "data-preview-changed";
const MINE = "#_preview-style, #_preview-script";
const ACTIVE = "script, base, link, meta[http-equiv], iframe, object, embed";
const CHAPTER = "<section aria-labelledby=";
const CHAPTERS = "section[aria-labelledby]";
// What is counted from the start of the page, as in `jumping.py`.
const WORDS = "h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, caption, pre";
let drawn = "";
let last = null;
let changed = [];
let at = -1;

addEventListener("message", ({ source, data }) => {
  if (source !== parent) return;
  if (data.kind === "hello") tell({ kind: "ready" });
  if (data.kind === "page") draw(data);
  if (data.kind === "next") next();
  if (data.kind === "show") go(document.body.querySelectorAll(WORDS)[data.number]);
  if (data.kind === "source") write(inView());
});

addEventListener(
  "click",
  (event) => {
    const one = event.target.closest?.(WORDS);
    last = one;
    if (!one || !event.altKey) return;
    event.preventDefault();
    write(one);
  },
  { capture: true },
);

let waiting = 0;
addEventListener(
  "scroll",
  () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell({ kind: "scroll", top: scrollY }), 100);
  },
  { passive: true },
);

tell({ kind: "ready" });

function tell(data) {
  parent.postMessage(data, "*"); // numbers alone, no words of the report
}

function draw({ start, rest, fresh, top }) {
  const first = !drawn;
  const html = drawn.slice(0, start) + fresh + drawn.slice(drawn.length - rest);
  unmark();
  const found = within(html, start, rest) ?? whole(html);
  drawn = html;
  if (first) scrollTo({ top, behavior: "instant" });
  else mark(found);
  // Twice: once laid out, once shown.
  requestAnimationFrame(() => requestAnimationFrame(() => tell({ kind: "drawn", changed: changed.length })));
}

function whole(html) {
  const fresh = parsed(html);
  head(fresh);
  return morph(document.body, fresh.body);
}

// What changed within one chapter, most often a word, needs no other one to be read.
// Null when it did not, or when the chapter by itself is not what it is in the page.
function within(html, start, rest) {
  const begin = html.lastIndexOf(CHAPTER, start);
  const ends = [drawn, html].map((text) => text.indexOf(CHAPTER, begin + 1));
  const far = drawn.length - ends[0] !== html.length - ends[1] || drawn.length - ends[0] > rest;
  if (!start || begin < 0 || ends.includes(-1) || far || !drawn.startsWith(CHAPTER, begin)) return null;
  const old = document.body.querySelectorAll(CHAPTERS)[html.slice(0, begin).split(CHAPTER).length - 1];
  if (!old) return null;
  const [before, after] = [drawn, html].map((text, at) => alone(text.slice(begin, ends[at]), old));
  const same = before && after && before.length === after.length && old.isEqualNode(before[0]);
  return same && before.slice(1).every((one, at) => one.isEqualNode(after[at + 1])) ? morph(old, after[0]) : null;
}

// The chapter that a text is where `old` stands, and what is behind it; null where it
// leaves something open for what follows, or closes what is around it.
function alone(text, old) {
  const around = [];
  for (let one = old.parentElement; one !== document.body; one = one.parentElement) around.unshift(one.localName);
  const { body } = parsed(`${around.map((name) => `<${name}>`).join("")}${text}end`);
  let inner = body;
  for (const name of around) {
    if (inner.childNodes.length !== 1 || inner.firstElementChild?.localName !== name) return null;
    inner = inner.firstElementChild;
  }
  const last = inner.lastChild;
  const shut = last?.nodeType === Node.TEXT_NODE && last.data.trim() === "end";
  const one = body.querySelectorAll(CHAPTERS).length === 1 && inner.firstElementChild?.matches(CHAPTERS);
  return shut && one ? [...inner.children] : null;
}

function parsed(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const one of fresh.querySelectorAll(ACTIVE)) one.remove();
  for (const one of fresh.querySelectorAll("a[href], area[href]")) lead(one);
  return fresh;
}

function head(fresh) {
  document.documentElement.lang = fresh.documentElement.lang;
  const old = [...document.head.children].filter((one) => !one.matches(MINE));
  const wanted = [...fresh.head.children];
  const html = (all) => all.map((one) => one.outerHTML).join("");
  if (html(old) === html(wanted)) return;
  for (const one of old) one.remove();
  document.head.prepend(...wanted.map((one) => document.importNode(one, true)));
}

// Links within the report stay; those to the web open in a tab; all else leads nowhere.
function lead(link) {
  const href = link.getAttribute("href").trim();
  link.removeAttribute("target");
  if (href.startsWith("#")) return;
  if (href.startsWith("data:") && link.hasAttribute("download")) return;
  if (/^(https?|mailto):/i.test(href)) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  } else {
    link.removeAttribute("href");
  }
}

function mark(found) {
  changed = found.map((one) => one.closest("figure, tr, li, p") ?? one);
  changed = changed.filter((one, place) => changed.indexOf(one) === place && one !== document.body);
  for (const one of changed) one.setAttribute(MARK, "");
}

function unmark() {
  for (const one of changed) {
    one.removeAttribute(MARK);
    one.removeAttribute("tabindex");
  }
  changed = [];
  at = -1;
}

function next() {
  if (!changed.length) return;
  at = (at + 1) % changed.length;
  go(changed[at]);
}

// Tells which passage is to be opened in the editor: its number, no words of it.
function write(one) {
  const number = [...document.body.querySelectorAll(WORDS)].indexOf(one);
  if (number >= 0) tell({ kind: "source", number });
}

// The passage that the reader clicked or went to last, or else the first one in sight.
function inView() {
  const seen = (one) => one?.isConnected && one.getClientRects().length && inside(one.getBoundingClientRect());
  return seen(last) ? last : [...document.body.querySelectorAll(WORDS)].find(seen);
}

function inside({ top, bottom }) {
  return bottom > 0 && top < innerHeight;
}

function go(one) {
  if (!one) return;
  last = one.matches(WORDS) ? one : (one.closest(WORDS) ?? one.querySelector(WORDS));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  one.tabIndex = -1;
  one.focus({ preventScroll: true });
  one.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
}
