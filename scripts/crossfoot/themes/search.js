// Search through the index that pagefind made. All else on a page works without it.
(() => {
  "use strict";
  // Escape closes the card of a note, as its own link does.
  document.addEventListener("keydown", (event) => {
    const note = location.hash.match(/^#_note-(\d+)$/);
    if (event.key === "Escape" && note) location.hash = `#_at-${note[1]}`;
  });
  const at = (name) => document.getElementById(`_${name}`);
  const [form, query, found, title, status, results] =
    ["search", "query", "found", "found-title", "status", "results"].map(at);
  if (!form) return;
  // A browser does not let pages of a folder read the files beside them.
  if (!location.protocol.startsWith("http")) {
    // What stands below the bar keeps its place.
    form.parentElement.style.minHeight = `${form.parentElement.offsetHeight}px`;
    form.hidden = true;
    at("unserved").hidden = false;
    return;
  }
  form.classList.add("ready");
  const MOST = 20;
  let engine;
  let last = 0;

  const load = () => {
    engine ??= import("./pagefind/pagefind.js").then(async (module) => {
      await module.options({ excerptLength: 24 });
      await module.init();
      return module;
    });
    return engine;
  };

  // An excerpt is text with marks in it: nothing else of it is taken over.
  const excerpt = (markup) => {
    const out = document.createElement("p");
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    for (const node of parsed.body.childNodes) {
      const part = node.nodeName === "MARK" ? document.createElement("mark") : null;
      if (part) part.textContent = node.textContent;
      out.append(part ?? node.textContent);
    }
    return out;
  };

  const link = (address, words) => {
    const out = document.createElement("a");
    out.href = address;
    out.textContent = words;
    return out;
  };

  const entry = (page) => {
    const out = document.createElement("li");
    const name = page.meta.title;
    const parts = page.sub_results.length ? page.sub_results : [page];
    const heading = document.createElement("p");
    heading.append(link(page.url, name));
    out.append(heading);
    for (const part of parts.slice(0, 3)) {
      const words = excerpt(part.excerpt);
      if (part.title && part.title !== name) {
        // The excerpt of a section begins with its heading.
        const first = words.firstChild;
        if (first?.nodeType === Node.TEXT_NODE && first.data.startsWith(part.title)) {
          first.data = first.data.slice(part.title.length).replace(/^[.\s]+/, "");
        }
        words.prepend(link(part.url, part.title), " ");
      }
      out.append(words);
    }
    return out;
  };

  const show = (count, words, pages) => {
    const kind = count > MOST ? "most" : ["none", "one"][count] ?? "more";
    const values = { count, words, most: MOST };
    status.textContent = found.dataset[kind].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    results.replaceChildren(...pages.map(entry));
  };

  const search = async (words) => {
    const turn = ++last;
    found.hidden = !words;
    if (!words) return;
    try {
      const all = (await (await load()).search(words)).results;
      const pages = await Promise.all(all.slice(0, MOST).map((one) => one.data()));
      if (turn === last) show(all.length, words, pages);
    } catch {
      if (turn === last) status.textContent = found.dataset.unread;
    }
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search(query.value.trim());
    if (!found.hidden) title.focus();
  });
  query.addEventListener("focus", () => load().catch(() => {}), { once: true });
  query.addEventListener("input", () => {
    if (!query.value.trim()) search("");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !found.hidden) {
      query.value = "";
      search("");
      query.focus();
    }
  });
  results.addEventListener("click", (event) => {
    if (event.target.closest("a")) found.hidden = true;
  });
})();
