/**
 * `npm run walk -- --runs=N --seed=S --steps=M`: the random clerk. Walks of at least M steps from seed S on, each over a
 * workbook of its own; the walks that go wrong are printed as short as they still go wrong, and with `--at-most=K` no other
 * is begun after K of them.
 */
import { told, walks } from "../test/walk/walk";

const option = (name: string, otherwise: number): number => Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);

async function main(): Promise<void> {
  const [runs, seed, steps, atMost] = [option("runs", 100), option("seed", Math.floor(Math.random() * 2 ** 31)), option("steps", 25), option("at-most", Infinity)];
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
  process.stdout.write(`${done.runs} walks, ${done.steps} steps, ${done.broken.length} broken, ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
  const byInvariant = new Map<string, number[]>();
  for (const { invariant, seed: at } of done.broken) byInvariant.set(invariant, [...(byInvariant.get(invariant) ?? []), at]);
  for (const [name, seeds] of byInvariant) process.stdout.write(`${String(seeds.length).padStart(5)}  ${name}: seeds ${seeds.slice(0, 8).join(" ")}\n`);
  process.exitCode = done.broken.length > 0 ? 1 : 0;
}

void main().then(() => process.exit());
