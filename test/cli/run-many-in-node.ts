/**
 * Runs commands one after the other in one process, each as `npm run` does, which saves the loading: what is to be run stands in
 * the one argument as JSON, an array of words for each command; what each gave is printed as JSON.
 */
import { commandNames, type CommandName } from "../../src/cli/commands";
import { runCommand } from "../../src/cli/run-command";
import type { Outcome } from "./run";

/** Catches what a stream is told meanwhile. */
function caught(stream: NodeJS.WriteStream): () => string {
  const { write } = stream;
  let told = "";
  stream.write = (text: string | Uint8Array): boolean => {
    told += typeof text === "string" ? text : new TextDecoder().decode(text);
    return true;
  };
  return () => {
    stream.write = write;
    return told;
  };
}

async function outcomeOf([name, ...args]: string[]): Promise<Outcome> {
  if (!commandNames.includes(name as CommandName)) throw new Error(`no such command: ${name}`);
  process.exitCode = 0;
  const [stdout, stderr] = [caught(process.stdout), caught(process.stderr)];
  let told: [string, string] = ["", ""];
  try {
    await runCommand(name as CommandName, args);
  } finally {
    told = [stdout(), stderr()];
  }
  return { status: Number(process.exitCode), stdout: told[0], stderr: told[1] };
}

async function main(): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const words of JSON.parse(process.argv[2]!) as string[][]) outcomes.push(await outcomeOf(words));
  process.exitCode = 0;
  process.stdout.write(JSON.stringify(outcomes));
}

void main();
