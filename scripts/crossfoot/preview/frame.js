// Runs in the frame that holds the report, the only script that may. The frame has an
// origin of its own: it can reach neither the preview around it nor any server.
import { morph } from "./morph.js";

const MARK = "data-preview-changed";
const MINE = "#_preview-style, #_preview-script";
const ACTIVE = "script, base, link, meta[http-equiv], iframe, object, embed";
let drawn = "";
let changed = [];
let at = -1;

addEventListener("message", ({ source, data }) => {
  if (source !== parent) return;
  if (data.kind === "hello") tell({ kind: "ready" });
  if (data.kind === "page") draw(data);
  if (data.kind === "next") next();
});

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

function draw({ html, top }) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const one of fresh.querySelectorAll(ACTIVE)) one.remove();
  for (const one of fresh.querySelectorAll("a[href], area[href]")) lead(one);
  unmark();
  head(fresh);
  const first = !drawn;
  const found = morph(document.body, fresh.body);
  drawn = html;
  if (first) scrollTo({ top, behavior: "instant" });
  else mark(found);
  // Twice: once laid out, once shown.
  requestAnimationFrame(() => requestAnimationFrame(() => tell({ kind: "drawn", changed: changed.length })));
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
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const one = changed[at];
  one.tabIndex = -1;
  one.focus({ preventScroll: true });
  one.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
}
