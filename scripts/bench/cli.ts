import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlan } from "../../src/plan";
import type { Figure } from "./index";
import { rounded, timed } from "./measure";
import { seedTextTimes } from "./seed";

const root = join(__dirname, "..", "..");
/** The bundled plan has 34 tasks: thirty copies have about a thousand. */
const copies = 30;

export const commandArgs: readonly string[] = [join(root, "scripts", "command.mjs")];
export const onePlan = join(root, "seeds", readdirSync(join(root, "seeds"))[0]!);

/** Makes a process report its peak memory when it ends, in KB. */
const noteMemory = `data:text/javascript,${encodeURIComponent('import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(process.env.MEMORY_NOTE, String(process.resourceUsage().maxRSS)));')}`;

interface Run {
  seconds: number;
  megabytes: number;
}

async function matrixOf(plan: string, folder: string): Promise<Run> {
  const note = join(folder, "memory.txt");
  const env = { ...process.env, MEMORY_NOTE: note };
  const ms = await timed(() =>
    execFileSync(process.execPath, ["--import", noteMemory, ...commandArgs, "matrix", plan, join(folder, "out.xlsx")], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    }),
  );
  return { seconds: ms / 1000, megabytes: Number(readFileSync(note, "utf8")) / 1024 };
}

/** Measures `npm run matrix` from start to end. */
export async function measureCommands(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "cli-"));
  try {
    // The first run has built the command.
    await matrixOf(onePlan, folder);
    const seed = await matrixOf(onePlan, folder);
    const large = seedTextTimes(copies);
    const tasks = readPlan(large).tasks.length;
    const plan = join(folder, "plan.txt");
    writeFileSync(plan, large);
    const thousand = await matrixOf(plan, folder);
    return [
      {
        key: "cli.seedS",
        value: rounded(seed.seconds, 3),
        meaning: "seconds of `npm run matrix` for the bundled plan",
      },
      { key: "cli.matrix1000s", value: rounded(thousand.seconds, 3), meaning: `the same for a plan of ${tasks} tasks` },
      {
        key: "cli.matrix1000MB",
        value: rounded(thousand.megabytes, 3),
        meaning: "most memory that it takes for these, in MB",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
