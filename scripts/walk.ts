/**
 * `npm run walk -- --runs=N --seed=S --steps=M`: the random clerk. Runs walks of at least M steps, from seed S on, each
 * with a workbook of its own. Failing walks are printed in the shortest form that still fails; with `--at-most=K` it
 * stops after K failures.
 */
import { parseArgs } from "node:util";
import { endWith, goOnUnread, Mistake } from "./terminal.mjs";
import { told, walks } from "../test/walk/walk";

const names = ["runs", "seed", "steps", "at-most"] as const;

function optionsGiven(): Partial<Record<string, string>> {
  try {
    return parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])) }).values;
  } catch (error) {
    throw new Mistake(
      `${(error as Error).message.split("\n")[0]} There are ${names.map((name) => `--${name}=N`).join(", ")}.`,
    );
  }
}

async function main(): Promise<void> {
  const given = optionsGiven();
  const option = (name: (typeof names)[number], otherwise: number): number => {
    const value = Number(given[name] ?? otherwise);
    if (Number.isNaN(value)) throw new Mistake(`--${name} takes a number, not ${given[name]}`);
    return value;
  };
  const [runs, seed, steps, atMost] = [
    option("runs", 100),
    option("seed", Math.floor(Math.random() * 2 ** 31)),
    option("steps", 25),
    option("at-most", Infinity),
  ];
  process.stdout.write(`seed ${seed}\n`);
  const started = Date.now();
  const done = await walks({
    runs,
    seed,
    steps,
    atMost,
    onWalk: (count, broken) => {
      if (broken) process.stdout.write(`\n${told(broken)}\n`);
      if (count % 100 === 0) process.stderr.write(`${count} / ${runs}\n`);
    },
  });
  process.stdout.write(
    `${done.runs} walks, ${done.steps} steps, ${done.broken.length} broken, ${((Date.now() - started) / 1000).toFixed(0)} s\n`,
  );
  const byInvariant = new Map<string, number[]>();
  for (const { invariant, seed: at } of done.broken)
    byInvariant.set(invariant, [...(byInvariant.get(invariant) ?? []), at]);
  for (const [name, seeds] of byInvariant)
    process.stdout.write(`${String(seeds.length).padStart(5)}  ${name}: seeds ${seeds.slice(0, 8).join(" ")}\n`);
  process.exitCode = done.broken.length > 0 ? 1 : 0;
}

goOnUnread();
void main().then(() => process.exit(), endWith);
