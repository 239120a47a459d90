/**
 * Damages the file named on the command line as `damage.ts` does, and writes what goes wrong to stderr. damaged.test.ts
 * runs it for PDF, because jest does not load ES modules.
 */
import { readFileSync } from "node:fs";
import { expectReadOrRefused } from "./damage";

void expectReadOrRefused(new Uint8Array(readFileSync(process.argv[2]!))).then(
  () => process.stdout.write("done"),
  (error: unknown) => process.stderr.write(String(error)),
);
