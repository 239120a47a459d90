import type { KnipConfig } from "knip";

export default {
  entry: [
    // webpack.config.js, which knip does not execute: the pages' scripts, and the stand-in for Office.js of the preview.
    "src/taskpane/index.tsx",
    "src/commands/{index,notice}.ts",
    "src/preview/index.ts",
    "src/host/office-stub.ts",
    "src/cli/{plan,matrix,forms,collect,report}.ts",
    "scripts/*.{mjs,ts}",
    "scripts/bench/{index,hostile,faults}.ts",
    // Run in a process of its own, by name.
    "test/documents/plan-files/read-in-node.ts",
    "test/**/*.test.{ts,tsx}",
  ],
  project: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx,cjs}", "scripts/**/*.{ts,mjs}"],
  ignoreDependencies: [],
} satisfies KnipConfig;
