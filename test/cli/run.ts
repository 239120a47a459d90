import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** The bundled plan's file. */
export const seed = join(
  root,
  "seeds",
  readdirSync(join(root, "seeds")).find((name) => name.endsWith(".txt"))!,
);

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the commands in `src/cli` as `npm run` does. */
export function run(command: string, ...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts", "command.mjs"), command, ...args],
    { encoding: "utf8", cwd: root },
  );
  return { status, stdout, stderr };
}

/** A folder for each test's files, gone after it. */
export class Folder {
  path = "";

  constructor() {
    beforeEach(() => void (this.path = mkdtempSync(join(tmpdir(), "cli-"))));
    afterEach(() => rmSync(this.path, { recursive: true, force: true }));
  }

  at(name: string): string {
    return join(this.path, name);
  }

  file(name: string, content: string | Uint8Array): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }
}

/**
 * Checks that an error that the user can mend is printed as one Chinese sentence, with exit code 1 and nothing on
 * standard output.
 */
export function expectRefusal({ status, stdout, stderr }: Outcome, message: RegExp): void {
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
}
