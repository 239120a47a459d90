import type { KnipConfig } from "knip";

/** Unused files, exports and dependencies: `npx knip`, a step of `npm test`. */
export default {
  entry: [
    "src/commands/{index,notice}.ts",
    "src/web/web-start.js",
    "src/web/page/style-singleton.ts",
    "src/cli/*.ts",
    "scripts/*.{mjs,ts}",
    // Named in the settings of another program.
    "scripts/mutate/*.cjs",
    // Run in processes of their own, by their names.
    "test/documents/plan-files/*-in-node.ts",
    "test/cli/*-hook.cjs",
    "test/scripts/skipped/needs-nginx.ts",
    "test/**/*.test.{ts,tsx}",
  ],
  project: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx,cjs}", "scripts/**/*.{ts,mjs,cjs}"],
  // A type in an exported signature is exported too, whether or not somebody has to name it yet.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Asked for in a script that a test runs in a process of its own.
    "office-addin-manifest",
    // office-addin-debugging needs it, and gets it no more since its cloud toolkit is overridden (docs/decisions.md,
    // npm overrides).
    "semver",
    // Comes with jest, in jest's version.
    "jest-circus",
  ],
  // Of poppler and OpenSSL; the suites that call them are skipped, or fail in .ci/run, where they are missing. `reg` is
  // Windows' own.
  ignoreBinaries: ["pdfinfo", "pdftotext", "openssl", "reg"],
} satisfies KnipConfig;
