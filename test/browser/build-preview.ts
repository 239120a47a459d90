import { execFileSync } from "node:child_process";
import { join } from "node:path";

export const root = join(__dirname, "..", "..");

/**
 * Builds what is not built yet. Even with nothing to do that takes ten seconds: `npm test` does it once for all suites,
 * and says so.
 */
export function buildPreview(): void {
  if (process.env.PREVIEW_IS_BUILT) return;
  execFileSync(process.execPath, ["scripts/build.mjs", "--quick"], { cwd: root, stdio: "pipe" });
}
