import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface ShippedPackage {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** In a process of its own: the script is an ES module, which jest does not load. */
function ask<T>(expression: string): T {
  const code = `import("./scripts/licences.mjs").then(async (licences) => { ${expression} })`;
  return JSON.parse(
    execFileSync(process.execPath, ["-e", code], {
      cwd: join(__dirname, "..", ".."),
      encoding: "utf8",
      maxBuffer: 1e8,
    }),
  ) as T;
}

describe("the list of third-party licences", () => {
  const { packages, problems, text } = ask<{ packages: ShippedPackage[]; problems: string[]; text: string }>(`
    const packages = await licences.shippedPackages();
    console.log(JSON.stringify({ packages, problems: licences.licenceProblems(packages), text: licences.licenceText(packages) }));`);

  it("finds nothing with a licence that asks for more than to be told", () => {
    expect(problems).toEqual([]);
  });

  it("names what is shipped and what that brings along, and nothing of the tools", () => {
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "react",
        "scheduler",
        "@fluentui/react-components",
        "tabster",
        "pdfjs-dist",
        "docx",
        "exceljs",
        "@microsoft/office-js",
      ]),
    );
    expect(names).toContain("@univerjs/core");
    expect(names.filter((name) => ["jest", "webpack", "responsibility-matrix"].includes(name))).toEqual([]);
  });

  it("has the text of each", () => {
    expect(packages.filter((one) => one.text === "")).toEqual([]);
    expect(text).toContain("Copyright (c) Facebook, Inc. and its affiliates.");
    for (const { name, version } of packages) expect(text).toContain(`\n${name} ${version}\n`);
  });

  it("names the terms of Office.js, and says with them and on the page for help what they ask: a copyright, and that Microsoft supports nothing", () => {
    expect(packages.filter(({ name, licence }) => /^UNKNOWN|^Custom/.test(licence) && name !== "buffers")).toEqual([]);
    expect(text).toMatch(
      /\n@microsoft\/office-js [\d.]+\nMicrosoft Software License Terms[^\n]*Microsoft is not responsible for maintaining, updating or supporting/,
    );
    const help = readFileSync(join(__dirname, "..", "..", "src", "taskpane", "support.html"), "utf8");
    expect(help).toMatch(/Copyright ©[\s\S]*Apache-2\.0[\s\S]*微软不负责它的维护、更新和支持/);
  });

  it("names in NOTICE, which Apache-2.0 has everybody hand on, the holder that the page for help names", () => {
    const [notice, help] = ["NOTICE", "src/taskpane/support.html"].map((path) =>
      readFileSync(join(__dirname, "..", "..", path), "utf8"),
    ) as [string, string];
    const [, year, holder] = /^Copyright (\d{4}) (“[^”]+”的作者)/m.exec(notice)!;
    expect(help).toContain(`Copyright © ${year} ${holder}`);
    expect(help).toContain('href="NOTICE.txt"');
  });

  it("refuses a licence that is not on the list, also where several are to be kept at once", () => {
    const refused = (licence: string): string[] =>
      ask(
        `console.log(JSON.stringify(licences.licenceProblems([{ name: "x", version: "1.0.0", licence: ${JSON.stringify(licence)}, text: "" }])));`,
      );
    expect(refused("GPL-3.0-only")).toEqual(["x 1.0.0 has the licence GPL-3.0-only, which is not allowed"]);
    expect(refused("UNKNOWN")).toHaveLength(1);
    expect(refused("MIT, GPL-2.0-only")).toHaveLength(1);
    expect(refused("MIT")).toEqual([]);
  });
});
