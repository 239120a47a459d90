/**
 * The arrows of the architecture. A folder may import the folders named for it, itself, and npm packages.
 * `host` and `web` stand beneath and beside: nothing of the product imports them.
 */
const allowed = {
  plan: [],
  matrix: ["plan"],
  sync: ["matrix", "plan"],
  assessment: ["matrix", "plan"],
  excel: ["sync", "assessment", "matrix", "plan"],
  documents: ["sync", "assessment", "matrix", "plan"],
  taskpane: ["locale", "excel", "documents", "sync", "assessment", "matrix", "plan"],
  commands: ["locale", "excel", "documents", "sync", "assessment", "matrix", "plan"],
  // For the sentences that the folders below the pane have to tell, as data.
  locale: ["plan"],
  host: [],
  web: ["host"],
  // The terminal has no Excel: it runs the add-in's own code on the embedded host.
  cli: ["excel", "documents", "sync", "assessment", "matrix", "plan", "host"],
};

const arrows = Object.entries(allowed).map(([folder, targets]) => ({
  name: `arrows-of-${folder}`,
  comment: `src/${folder} may import only: ${[folder, ...targets].join(", ")}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...targets].join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "no-circular",
      comment: "imports of types count too: shared types stand in a file of their own",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "pure-folders-stay-pure",
      comment: "plan, matrix, sync and assessment know no package, no Node and no Office",
      severity: "error",
      from: { path: "^src/(plan|matrix|sync|assessment)/" },
      to: { dependencyTypes: ["npm", "npm-dev", "core", "npm-peer", "npm-optional"] },
    },
    {
      name: "lexicon-beneath-everything",
      comment: "words are spelled once, beneath all that reads by them",
      severity: "error",
      from: { path: "^src/plan/lexicon/" },
      to: { path: "^src/", pathNot: "^src/plan/(lexicon/|model)" },
    },
    {
      name: "office-js-only-in-excel",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(excel|host|web)/" },
      to: { path: "office-js" },
    },
    {
      name: "ships-only-dependencies",
      comment: "what reaches the site is a dependency, so that the list of licences (scripts/licences.mjs) names it",
      severity: "error",
      from: { path: "^src/(excel|documents|taskpane|commands)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\.(css|txt)$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
