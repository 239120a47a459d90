import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import type { Plan } from "../../src/plan/model";

const folder = join(__dirname, "..", "..", "seeds");

/** The text of the bundled plan. */
export const seedText = (): string => readFileSync(join(folder, readdirSync(folder)[0]!), "utf8");

export const seedPlan = (): Plan => readPlan(seedText());
