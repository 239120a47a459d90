/** Draws assets/*.png from assets/svg/*.svg in Chromium: `npx tsx scripts/render-icons.ts`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findProgram } from "../test/tools/programs";

const assets = join(__dirname, "..", "assets");
const sizes = [16, 32, 64, 80];

async function main(): Promise<void> {
  const executablePath = findProgram("Chromium");
  if (!executablePath) throw new Error("Chromium is not installed");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  for (const file of readdirSync(join(assets, "svg"))) {
    const svg = readFileSync(join(assets, "svg", file), "utf8");
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: join(assets, `${file.replace(".svg", "")}-${size}.png`), omitBackground: true });
      await page.close();
    }
  }
  await browser.close();
}

void main();
