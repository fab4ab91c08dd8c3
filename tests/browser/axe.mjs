// Opens pages in headless Chromium, wide and narrow, light and dark; prints as JSON
// what axe finds (WCAG 2.2 AA and best practice) and by how much a page overflows.
// Usage: node axe.mjs CHROMIUM FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const values = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
];
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const out = [];
for (const file of files) {
  for (const width of [1280, 360]) {
    for (const colorScheme of ["light", "dark"]) {
      // The pages let no script run; what checks them has to be let in.
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
        offline: true,
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const found = await page.evaluate(
        (values) => axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
        values,
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      out.push({
        file,
        width,
        colorScheme,
        overflow,
        rules: found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`),
      });
      await context.close();
    }
  }
}
await browser.close();
console.log(JSON.stringify(out));
