import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";

const folder = join(__dirname, "..", "..", "seeds");

/** The text of the bundled plan. */
export const seedText = (): string => readFileSync(join(folder, readdirSync(folder)[0]!), "utf8");

/**
 * The bundled plan's tasks, repeated this many times. The copies differ from each other, since no plan repeats itself.
 */
export function seedTextTimes(copies: number): string {
  const text = seedText();
  const end = text.indexOf("\n");
  return (
    text.slice(0, end) +
    Array.from({ length: copies }, (_, index) => text.slice(end).replaceAll("。", `，属第${index + 1}片区。`)).join("")
  );
}

export const seedPlan = (): Plan => readPlan(seedText());
