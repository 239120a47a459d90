const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

/** Where the pages take Office.js from: the one script tag that differs between builds (DESIGN §7). */
const officeJsSources = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: "officejs/office.js",
};

const officeJsFolder = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const pdfJsFolder = path.dirname(require.resolve("pdfjs-dist/package.json"));
/** What Office.js asks for in Excel on Windows, Mac and the web, by its own file names. */
const officeJsForExcel = /^(?:office|excel-\w+-16\.\d+|excel-web-16\.00|o15apptofilemappingtable|telemetry\/.*|(?:zh-cn|en-us)\/office_strings)\.js$/;

/**
 * `--env officejs=global|21vianet|self` (default self), `--env url=https://host/path` (where the site will stand),
 * `--env preview` adds the preview page with the embedded host.
 */
module.exports = (env = {}, { mode = "production" } = {}) => {
  const officeJs = officeJsSources[env.officejs ?? "self"];
  if (!officeJs) throw new Error(`officejs must be one of ${Object.keys(officeJsSources).join(", ")}`);
  const url = String(env.url ?? "https://localhost:3000").replace(/\/$/, "");
  const page = (name, folder, chunk = name) =>
    new HtmlPlugin({ filename: `${name}.html`, template: `src/${folder}/${name}.html`, chunks: [chunk], scriptLoading: "defer", templateParameters: { officeJs } });
  const copies = [
    { from: "assets/*.png" },
    { from: "src/taskpane/support.html", to: "support.html" },
    // pdf.js takes these by address when a .pdf is read.
    { from: path.join(pdfJsFolder, "legacy/build/pdf.worker.min.mjs"), to: "pdfjs/pdf.worker.min.mjs", info: { minimized: true } },
    { from: path.join(pdfJsFolder, "cmaps"), to: "pdfjs/cmaps/[name][ext]" },
    { from: "manifest.xml", transform: (text) => text.toString().replaceAll("https://localhost:3000", url) },
    ...(env.officejs === undefined || env.officejs === "self"
      ? [
          {
            context: officeJsFolder,
            from: "**/*.js",
            to: "officejs/[path][name][ext]",
            filter: (file) => officeJsForExcel.test(path.relative(officeJsFolder, file).replaceAll("\\", "/")),
          },
        ]
      : []),
  ];
  const common = {
    mode,
    context: __dirname,
    devtool: mode === "production" ? false : "eval-cheap-module-source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } }, exclude: /node_modules/ },
        { test: /\.(txt|xml)$/, type: "asset/source" },
        { test: /\.css$/, type: "css" },
      ],
    },
    experiments: { css: true },
    performance: { hints: false },
    cache: { type: "filesystem", cacheDirectory: path.join(__dirname, ".cache", "webpack"), buildDependencies: { config: [__filename] } },
  };
  const site = {
    ...common,
    name: "site",
    entry: { taskpane: "./src/taskpane/index.tsx", commands: "./src/commands/index.ts", notice: "./src/commands/notice.ts" },
    output: { path: path.join(__dirname, "dist"), filename: "[name].[contenthash:8].js", chunkFilename: "[name].[contenthash:8].js", clean: true },
    plugins: [page("taskpane", "taskpane"), page("commands", "commands"), page("notice", "commands"), new CopyPlugin({ patterns: copies })],
  };
  const preview = {
    ...common,
    // Seen by nobody but the one who runs it: minimising Univer would take minutes.
    devtool: false,
    optimization: { minimize: false },
    name: "preview",
    dependencies: ["site"],
    entry: { preview: "./src/preview/index.ts", "office-stub": { import: "./src/host/office-stub.ts", filename: "office-stub.js" } },
    output: { path: path.join(__dirname, "dist-preview"), filename: "[name].[contenthash:8].js", chunkFilename: "[name].[contenthash:8].js", clean: true },
    plugins: [page("preview", "preview")],
  };
  return env.preview ? [site, preview] : site;
};
