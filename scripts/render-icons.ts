/**
 * Renders assets/*.png from assets/svg/*.svg in Chromium: `npx tsx scripts/render-icons.ts`. With `--sheet FILE.png` it
 * also makes one picture of all icons, in their own size and four times as large, on a light and a dark ribbon, to be
 * checked by eye.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Browser } from "playwright-core";
import { findProgram } from "../test/tools/programs";

const assets = join(__dirname, "..", "assets");
/** The sizes that Excel requires of a button's icon. */
const sizes = [16, 32, 80];
/** 64: in the list of add-ins; 192 and 512: the web edition, installed. */
const ownSizes = [...sizes, 64, 192, 512];

const icons = readdirSync(join(assets, "svg")).map((file) => ({
  name: file.replace(".svg", ""),
  svg: readFileSync(join(assets, "svg", file), "utf8"),
}));

async function draw(browser: Browser, svg: string, size: number, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}

async function drawSheet(browser: Browser, path: string): Promise<void> {
  const image = (name: string, size: number, shown = size): string => {
    const png = readFileSync(join(assets, `${name}-${size}.png`)).toString("base64");
    return `<img src="data:image/png;base64,${png}" style="width:${shown}px;height:${shown}px;image-rendering:pixelated">`;
  };
  const row = (size: number, shown?: number): string =>
    `<p>${icons.map(({ name }) => image(name, size, shown)).join(" ")}</p>`;
  const ribbon = (background: string): string =>
    `<div style="padding:8px;background:${background}">${row(16)}${row(32)}${row(16, 64)}${row(80)}</div>`;
  const page = await browser.newPage({ viewport: { width: 1000, height: 100 } });
  await page.setContent(
    `<style>body,p{margin:0}p{padding:6px}img{margin-right:4px}</style>${ribbon("#ffffff")}${ribbon("#292929")}`,
  );
  await page.screenshot({ path, fullPage: true });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { sheet: { type: "string" } } });
  const executablePath = findProgram("Chromium");
  if (!executablePath) throw new Error("Chromium is not installed");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  for (const { name, svg } of icons) {
    for (const size of name === "matrix" ? ownSizes : sizes)
      await draw(browser, svg, size, join(assets, `${name}-${size}.png`));
  }
  if (values.sheet) await drawSheet(browser, values.sheet);
  await browser.close();
}

void main();
