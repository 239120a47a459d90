import { execFileSync } from "node:child_process";
import { join } from "node:path";

export const root = join(__dirname, "..", "..");

/**
 * Builds what is not built yet. Even if there is nothing to do, this takes ten seconds, so `npm test` does it once for
 * all suites, and tells them so.
 */
export function buildPreview(): void {
  if (process.env.PREVIEW_IS_BUILT) return;
  execFileSync(process.execPath, ["scripts/build.mjs", "--quick"], { cwd: root, stdio: "pipe" });
}
