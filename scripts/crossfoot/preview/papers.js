// The pages of the PDF as pictures: only those in sight are asked for, and each stays
// until the new one is there, so that nothing flickers and the place is kept.

const STEP = 100; // pixels: a little change of width needs no new pictures
const MOST = 2400;

export class Papers {
  constructor(room, list) {
    this.list = list;
    this.seen = new Set();
    this.sight = new IntersectionObserver((entries) => this.look(entries), {
      root: room,
      rootMargin: "50% 0px",
    });
    new ResizeObserver(() => this.refresh()).observe(list);
  }

  // Takes the sizes of the pages of a new PDF, in points.
  take(sizes) {
    while (this.list.children.length > sizes.length) {
      const last = this.list.lastElementChild;
      this.seen.delete(last);
      this.sight.unobserve(last);
      last.remove();
    }
    for (const [at, [wide, high]] of sizes.entries()) {
      const sheet = this.list.children[at] ?? this.add(at + 1);
      // What is written anew is laid out anew, though it is the same.
      const told = `${wide} / ${high} of ${sizes.length}`;
      if (sheet.told !== told) {
        sheet.style.aspectRatio = `${wide} / ${high}`;
        sheet.querySelector("img").alt = `Page ${at + 1} of ${sizes.length} of the PDF`;
        sheet.told = told;
      }
      sheet.stale = true;
    }
    this.refresh();
  }

  // Goes to the first page that changed.
  async next() {
    const answer = await fetch("paper/changed.json");
    const { page } = await answer.json();
    if (page) this.list.children[page - 1]?.scrollIntoView({ block: "start", behavior: "instant" });
  }

  add(number) {
    const sheet = document.createElement("li");
    sheet.innerHTML = '<img><span class="change" hidden></span><span class="number" aria-hidden="true"></span>';
    sheet.dataset.number = number;
    sheet.querySelector(".number").textContent = number;
    this.list.append(sheet);
    this.sight.observe(sheet);
    return sheet;
  }

  look(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.seen.add(target);
      else this.seen.delete(target);
    }
    this.refresh();
  }

  // One page after the other would take longer; all at once, the first one would.
  async refresh() {
    const [first, ...rest] = [...this.seen].filter(({ isConnected }) => isConnected);
    if (first) await this.draw(first);
    for (const sheet of rest) if (sheet.isConnected) this.draw(sheet);
  }

  async draw(sheet) {
    const exact = sheet.clientWidth * devicePixelRatio;
    const wide = Math.min(MOST, Math.ceil(exact / STEP) * STEP);
    const enough = Number(sheet.dataset.wide ?? 0) >= wide;
    if (!wide || (enough && !sheet.stale) || sheet.dataset.busy !== undefined) return;
    sheet.dataset.busy = "";
    sheet.stale = false;
    try {
      await this.load(sheet, wide);
      sheet.dataset.wide = wide;
    } catch {
      sheet.dataset.wide = 0; // asked for again when it is next looked at
    }
    delete sheet.dataset.busy;
    if (sheet.stale) this.draw(sheet);
  }

  async load(sheet, wide) {
    const known = Number(sheet.dataset.wide) === wide ? sheet.dataset.tag : "";
    const headers = known ? { "If-None-Match": known } : {};
    const answer = await fetch(`paper/${sheet.dataset.number}.bmp?wide=${wide}`, { headers });
    if (answer.status !== 304) await this.replace(sheet, answer);
    performance.mark("sheet");
  }

  // Puts a new picture in the place of the old one.
  async replace(sheet, answer) {
    if (!answer.ok) throw new Error("no page");
    const picture = sheet.querySelector("img");
    const address = URL.createObjectURL(await answer.blob());
    const fresh = new Image();
    fresh.src = address;
    await fresh.decode();
    URL.revokeObjectURL(picture.src);
    picture.src = address;
    this.mark(sheet, answer.headers);
    this.first(sheet);
    performance.mark("fresh");
  }

  // What changed last is asked for first the next time: an author goes on where they are.
  first(sheet) {
    if (this.seen.delete(sheet)) this.seen = new Set([sheet, ...this.seen]);
  }

  // Shows beside the page where it changed since the picture before.
  mark(sheet, headers) {
    const tag = headers.get("etag");
    const [top, bottom] = (headers.get("crossfoot-changed") ?? "").split(" ").map(Number);
    const bar = sheet.querySelector(".change");
    if (tag !== sheet.dataset.tag) bar.hidden = !bottom;
    if (bottom) {
      bar.style.top = `${100 * top}%`;
      bar.style.height = `${100 * (bottom - top)}%`;
    }
    sheet.dataset.tag = tag;
  }
}
