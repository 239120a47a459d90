import { readCommandLine, type Given } from "./command-line";
import type { CommandName } from "./commands";
import { helpText } from "./help";
import { sentenceOf } from "./sentence-of";

/** Runs the command of this process. An error that the user can fix is printed as one sentence, with exit code 1. */
export async function runCommand<C extends CommandName>(
  name: C,
  run: (given: Given<C>) => Promise<void>,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", goOnUnread);
  try {
    const given = readCommandLine(name, process.argv.slice(2));
    if (given === "help") process.stdout.write(`${helpText(name)}\n`);
    else await run(given);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** Ignores a closed output (`| head`): the command still writes its files. */
function goOnUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
