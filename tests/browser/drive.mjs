// Drives headless Chromium for a test: commands as JSON lines in, answers as JSON lines
// out. Each command is one of the functions below with its arguments.
// Usage: node drive.mjs CHROMIUM
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
let page = null;
let said = [];

const inside = (frame) => (frame ? page.frames().find((one) => one.url().endsWith(`/${frame}`)) : page.mainFrame());

const commands = {
  // Opens an address in a window of its own size and colours; what a former one showed is gone.
  async open({ address, width = 1280, height = 900, colorScheme = "light", bypassCSP = false }) {
    await page?.context().close();
    const viewport = { width, height };
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP, reducedMotion: "reduce" });
    page = await context.newPage();
    said = [];
    page.on("console", (one) => said.push(one.text()));
    page.on("pageerror", (one) => said.push(String(one)));
    page.on("dialog", (one) => (said.push(`dialog ${one.message()}`), one.dismiss()));
    page.on("requestfinished", (one) => said.push(`request ${one.url()}`));
    const answer = await page.goto(address);
    return answer?.status();
  },
  evaluate: ({ code, frame }) => inside(frame).evaluate(code),
  // Waits until an expression holds; pages that forbid eval() let no library do this.
  async until({ code, frame, timeout = 20000 }) {
    for (const end = Date.now() + timeout; Date.now() < end; ) {
      const found = await inside(frame)?.evaluate(code);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`never: ${code}`);
  },
  click: ({ selector, frame }) => inside(frame).click(selector),
  press: ({ keys }) => page.keyboard.press(keys),
  said: () => said,
  pages: () => page.context().pages().length,
  screenshot: async ({ path }) => (await page.screenshot({ path }), null),
  async axe() {
    await page.mainFrame().evaluate(axe);
    const found = await page.mainFrame().evaluate(
      (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"], iframes: false }),
      values,
    );
    return found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...words } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: (await commands[command](words)) ?? null }));
  } catch (problem) {
    console.log(JSON.stringify({ error: String(problem) }));
  }
}
await browser.close();
