const { readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { officeJsSources, policy } = require("./scripts/site/policy.cjs");
const { folderFor } = require("./scripts/site/folders.cjs");
const { manifestFor } = require("./scripts/site/manifest.cjs");
const { MinimizeFast } = require("./scripts/site/minimize.cjs");

const officeJsFolder = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const pdfJsFolder = path.dirname(require.resolve("pdfjs-dist/package.json"));
/** What Office.js asks for in Excel on Windows, Mac and the web, by its own file names. */
const officeJsForExcel =
  /^(?:office|excel-(?:win32-16\.0[01]|mac-16\.00|web-16\.00)|o15apptofilemappingtable|telemetry\/oteljs(?:_agave)?|(?:zh-cn|en-us)\/office_strings)\.js$/;

/** What the web edition's build, and what comes after it, lay into the site. */
const isOfWeb = (file) =>
  /^(?:web\/|web\.html$|web\.webmanifest$|web-start\.js$|office-stub\.js$|service-worker\.js$)/.test(file);

/**
 * `--env officejs=global|21vianet|self` (default self), `--env url=https://host/path` (where the site will stand),
 * `--env quick` leaves the web edition's scripts as large as they are.
 */
module.exports = (env = {}, { mode = "production" } = {}) => {
  const from = env.officejs ?? "self";
  const officeJs = officeJsSources[from];
  if (!officeJs) throw new Error(`officejs must be one of ${Object.keys(officeJsSources).join(", ")}`);
  const folder = folderFor(env.url);
  const functions = [
    ...readFileSync(path.join(__dirname, "manifest.xml"), "utf8").matchAll(/<FunctionName>(.*?)<\/FunctionName>/g),
  ]
    .map(([, name]) => name)
    .join(" ");
  // The site's pages say themselves where their styles and scripts go: start.js has the last word on the scripts.
  const page = (name, folder, { chunks = [name], filename = `${name}.html`, office = officeJs } = {}) =>
    new HtmlPlugin({
      filename,
      template: `src/${folder}/${name}.html`,
      chunks,
      inject: false,
      templateParameters: (_, { js, css }) => ({ officeJs: office, policy: policy(from), functions, js, css }),
    });
  const copies = [
    { from: "assets/*.png" },
    { from: "LICENSE", to: "LICENSE.txt" },
    { from: "NOTICE", to: "NOTICE.txt" },
    { from: "src/taskpane/support.css", to: "[name][ext]" },
    // As it is written: a minimiser would use what old engines do not know.
    { from: "src/taskpane/start.js", to: "[name][ext]", info: { minimized: true } },
    // pdf.js takes these by address when a .pdf is read.
    {
      from: path.join(pdfJsFolder, "legacy/build/pdf.worker.min.mjs"),
      to: "pdfjs/pdf.worker.min.mjs",
      info: { minimized: true },
    },
    { context: path.join(pdfJsFolder, "cmaps"), from: "*.bcmap", to: "pdfjs/cmaps/[name][ext]" },
    // IIS sends no file without an ending.
    { from: path.join(pdfJsFolder, "cmaps", "LICENSE"), to: "pdfjs/cmaps/LICENSE.txt", toType: "file" },
    { from: "manifest.xml", transform: (text) => manifestFor(text.toString(), env.url?.replace(/\/$/, "")) },
    ...(from === "self"
      ? [
          {
            context: officeJsFolder,
            from: "**/*.js",
            to: "officejs/[path][name][ext]",
            // Unmodified, as its licence asks.
            info: { minimized: true },
            filter: (file) => officeJsForExcel.test(path.relative(officeJsFolder, file).replaceAll("\\", "/")),
          },
        ]
      : // The web edition needs the one file also where Excel takes Office.js from elsewhere.
        [
          {
            from: path.join(officeJsFolder, "excel-web-16.00.js"),
            to: "officejs/[name][ext]",
            info: { minimized: true },
          },
        ]),
  ];
  const common = {
    mode,
    context: __dirname,
    devtool: mode === "production" ? false : "eval-cheap-module-source-map",
    // Names of modules are made from their paths: those of packages are not to say where node_modules really lies.
    resolve: { extensions: [".ts", ".tsx", ".js"], symlinks: false },
    module: {
      rules: [
        // Styles are worked out here, not when the pane is opened.
        { test: /\.tsx$/, loader: "@griffel/webpack-loader", exclude: /node_modules/ },
        {
          test: /\.tsx?$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          exclude: /node_modules/,
        },
        { test: /[\\/]pdfjs-dist[\\/].*\.mjs$/, loader: path.join(__dirname, "scripts", "site", "placeless.cjs") },
        { test: /\.(txt|xml)$/, type: "asset/source" },
        { test: /\.css$/, type: "css" },
      ],
    },
    experiments: { css: true },
    performance: { hints: false },
    target: ["web", "es2020"],
    cache: {
      type: "filesystem",
      cacheDirectory: path.join(__dirname, ".cache", "webpack"),
      buildDependencies: { config: [__filename] },
    },
  };
  const site = {
    ...common,
    name: "site",
    // One answer for all pages on what of a module is used: else a chunk asks for the number of the page that it runs
    // in, and one that comes from the cache of an earlier build knows an older number.
    optimization: { usedExports: "global" },
    // The ribbon's buttons run in the pane's page (docs/decisions.md, shared runtime).
    entry: { taskpane: ["./src/taskpane/index.tsx", "./src/commands/index.ts"], notice: "./src/commands/notice.ts" },
    output: {
      path: folder,
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: { keep: isOfWeb },
    },
    plugins: [
      page("taskpane", "taskpane"),
      page("notice", "commands"),
      page("support", "taskpane", { chunks: [] }),
      // The same scripts over the embedded host.
      page("taskpane", "taskpane", { filename: "web-pane.html", office: "office-stub.js" }),
      page("notice", "commands", { filename: "web-notice.html", office: "office-stub.js" }),
      new CopyPlugin({ patterns: copies }),
    ],
  };
  const web = {
    ...common,
    resolve: {
      ...common.resolve,
      alias: { "react-style-singleton$": path.join(__dirname, "src/web/page/style-singleton.ts") },
    },
    devtool: false,
    optimization: { minimize: mode === "production" && !env.quick, minimizer: [new MinimizeFast()] },
    name: "web",
    dependencies: ["site"],
    entry: {
      web: "./src/web/index.ts",
      "office-stub": { import: "./src/host/office-stub.ts", filename: "office-stub.js" },
      "service-worker": { import: "./src/web/service-worker/worker.ts", filename: "service-worker.js" },
    },
    output: {
      path: folder,
      filename: "web/[name].[contenthash:8].js",
      chunkFilename: "web/[name].[contenthash:8].js",
      clean: { keep: (file) => !file.startsWith("web/") },
    },
    plugins: [
      page("web", "web"),
      new CopyPlugin({
        patterns: [
          { from: "src/web/web.webmanifest", to: "[name][ext]" },
          // As it is written, for browsers that know nothing newer.
          { from: "src/web/web-start.js", to: "[name][ext]", info: { minimized: true } },
        ],
      }),
    ],
  };
  /**
   * What the pane is measured against: Microsoft's template for React, in our own words, built like the pane
   * (scripts/bench/pane.ts).
   */
  const template = {
    ...common,
    name: "template",
    entry: { template: "./scripts/bench/template/index.tsx" },
    output: { path: path.join(__dirname, ".cache", "template"), filename: "[name].[contenthash:8].js", clean: true },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "scripts/bench/template/taskpane.html",
        scriptLoading: "defer",
        templateParameters: { officeJs },
      }),
    ],
  };
  if (env.template) return template;
  return [site, web];
};
