import { readCommandLine, type Given } from "./command-line";
import type { CommandName } from "./commands";
import { helpText } from "./help";
import { sentenceOf } from "./sentence-of";

type Run<C extends CommandName> = (given: Given<C>) => Promise<void>;

/** Loaded when they are run: what is wrong with the command line is told at once. */
const runs: { readonly [C in CommandName]: () => Promise<Run<C>> } = {
  plan: async () => (await import("./plan")).showPlan,
  matrix: async () => (await import("./matrix")).writeMatrix,
  forms: async () => (await import("./forms")).sendForms,
  collect: async () => (await import("./collect")).collectForms,
  lists: async () => (await import("./lists")).makeLists,
  report: async () => (await import("./report")).writeReport,
};

/** Runs a command; what the user can mend is told in one sentence, with exit code 1. */
export async function runCommand<C extends CommandName>(name: C, args: readonly string[]): Promise<void> {
  try {
    const given = readCommandLine(name, args);
    if (given === "help") process.stdout.write(`${helpText(name)}\n`);
    else await (await runs[name]())(given);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}
