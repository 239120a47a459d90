import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram } from "./programs";

/**
 * LibreOffice opens `file` and saves it as `format` (`pdf`, `xlsx`, `docx` …) in `folder`, with a profile of its own so
 * that a running LibreOffice does not interfere.
 * @returns the path of the saved file
 */
export function convertWithLibreOffice(file: string, format: string, folder: string): string {
  return convertAllWithLibreOffice([[file, format]], folder)[0]!;
}

/** The same for several files and formats. The profile is made only once, because that takes longest. */
export function convertAllWithLibreOffice(
  wanted: readonly (readonly [file: string, format: string])[],
  folder: string,
): string[] {
  const soffice = findProgram("LibreOffice");
  if (!soffice) throw new Error("LibreOffice is not installed");
  const profile = mkdtempSync(join(tmpdir(), "lo-profile-"));
  const settings = [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore"];
  try {
    return wanted.map(([file, format]) => {
      execFileSync(soffice, [...settings, "--convert-to", format, "--outdir", folder, file], {
        stdio: "pipe",
        timeout: 180_000,
      });
      return join(folder, `${basename(file, extname(file))}.${format.split(":")[0]}`);
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The pages of a PDF as PNG files, in order. */
export function pdfPages(file: string, prefix: string, resolution = 70): void {
  const pdftoppm = findProgram("pdftoppm");
  if (!pdftoppm) throw new Error("pdftoppm is not installed");
  execFileSync(pdftoppm, ["-r", String(resolution), "-png", file, prefix]);
}
