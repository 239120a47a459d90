/**
 * Damages the file named on the command line as `damage.ts` does; what goes wrong is written to stderr. Run by
 * damaged.test.ts for PDF, because jest does not load ES modules.
 */
import { readFileSync } from "node:fs";
import { expectReadOrRefused } from "./damage";

void expectReadOrRefused(new Uint8Array(readFileSync(process.argv[2]!))).then(
  () => process.stdout.write("done"),
  (error: unknown) => process.stderr.write(String(error)),
);
