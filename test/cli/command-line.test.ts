import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { readCommandLine } from "../../src/cli/command-line";
import { commandNames, commands, type Command, type CommandName } from "../../src/cli/commands";
import { helpText } from "../../src/cli/help";
import type { Option } from "../../src/cli/option-kinds";
import { expectRefusal, Folder, run } from "./run";

const all = commandNames.map((name): [CommandName, Command] => [name, commands[name]]);
const options = all.flatMap(([name, command]) =>
  Object.entries(command.options).map(([option, row]): [CommandName, string, Option] => [name, option, row]),
);
/** As many files as a command needs, with the extensions that it expects. */
const filesFor = (name: CommandName): string[] =>
  (commands[name] as Command).files.map(({ ending = ".xlsx" }, index) => `文件 ${index}${ending}`);
const read = (name: CommandName, ...args: string[]) => {
  const given = readCommandLine(name, [...filesFor(name), ...args], {});
  if (given === "help") throw new Error("help was not asked for");
  return given as { files: string[]; options: Record<string, unknown> };
};
/** The word with one letter too many, as a slip of the hand. */
const misspelt = (option: string): string => `--${option.slice(0, 2)}${option[1]}${option.slice(2)}`;

describe("the command line of a command", () => {
  it.each(options)("%s takes --%s as its example says, with = and with a blank", (name, option, { kind, example }) => {
    const { files, options: joined } = read(name, example);
    expect(files).toEqual(filesFor(name).map((file) => resolve(file)));
    expect(Object.keys(joined)).toEqual([option]);
    if (kind === "flag") expect(joined[option]).toBe(true);
    else expect(read(name, ...example.split("="))).toEqual({ files, options: joined });
    // An option may also come before the files.
    expect(readCommandLine(name, [example, ...filesFor(name)], {})).toEqual({ files, options: joined });
  });

  it.each(options)("%s refuses what is nearly --%s, by name, and offers it", (name, option, { example }) => {
    const [, content] = example.split("=");
    const typed = content === undefined ? misspelt(option) : `${misspelt(option)}=${content}`;
    expect(() => read(name, typed)).toThrow(
      `没有“${misspelt(option)}”这个选项，什么也没有做。是不是 --${option}（例如 ${example}）`,
    );
    // Chat programs change two hyphens into a dash.
    expect(() => read(name, example.replace("--", "—"))).toThrow(`是不是 --${option}（`);
  });

  it.each(options)(
    "%s refuses --%s without its content, with a wrong one, or twice",
    (name, option, { kind, example }) => {
      if (kind === "flag") return expect(() => read(name, `${example}=1`)).toThrow(`--${option} 后面不写内容`);
      expect(() => read(name, `--${option}`)).toThrow(`--${option} 后面没有写内容，例如 ${example}`);
      expect(() => read(name, `--${option}`, "--no-backup")).toThrow(`--${option} 后面没有写内容`);
      expect(() => read(name, `--${option}=`)).toThrow(`例如 ${example}`);
      if (kind === "texts") expect(read(name, example, example).options[option]).toHaveLength(2);
      else expect(() => read(name, example, example)).toThrow(`--${option} 写了两次`);
    },
  );

  it.each<[string, string, RegExp]>([
    ["year", "24", /年度应是四位数字，例如 --year=2025：--year=24/],
    ["year", "2024年", /年度应是四位数字/],
    ["month", "13", /月份应是 1 到 12/],
    ["month", "0", /月份应是 1 到 12/],
    ["kind", "季度", /年度、中期 或 期末/],
  ])("--%s=%s says what it should be", (option, content, message) =>
    expect(() => read("report", `--${option}=${content}`)).toThrow(message),
  );

  it("takes digits as a Chinese keyboard types them", () =>
    expect(read("forms", "--year=２０２４", "--month=０６").options).toEqual({ year: 2024, month: 6 }));

  it.each(all)("%s refuses words that are too many, and names them", (name, { files }) => {
    if (files.some(({ many }) => many)) expect(read(name, "还有一份.xlsx").files).toHaveLength(files.length + 1);
    else expect(() => read(name, "2024")).toThrow("多出了 “2024”");
  });

  it.each(all)("%s refuses an option of nobody's, and lists its own", (name, { options: own }) => {
    expect(() => read(name, "--verbose")).toThrow(
      Object.keys(own)
        .map((one) => `--${one}`)
        .join("、"),
    );
    expect(() => read(name, "-y")).toThrow("没有“-y”这个选项");
  });

  it.each(all)("%s says what is missing, with its example, which it takes itself", (name, { files, example }) => {
    for (let count = 0; count < files.length; count++)
      expect(() => readCommandLine(name, filesFor(name).slice(0, count), {})).toThrow(
        `${files[count]!.missing}，例如：${example}`,
      );
    expect(readCommandLine(name, example.split(" -- ")[1]!.split(" "), {})).toMatchObject({ files: expect.any(Array) });
  });

  it.each(all)(
    "%s tells by --help its files and each of its options, whatever else is typed",
    (name, { files, options: own, example }) => {
      expect(readCommandLine(name, ["--yaer=2024", "--help"], {})).toBe("help");
      for (const word of [
        example,
        ...files.map(({ meaning }) => meaning),
        ...Object.values(own).flatMap((option) => [option.example, option.meaning]),
      ])
        expect(helpText(name)).toContain(word);
    },
  );

  it.each(options)("%s finds out that npm has taken --%s for its own", (name, option) => {
    const taken = { [`npm_config_${option.replace(/^no-/, "").replaceAll("-", "_")}`]: "2024" };
    expect(() => readCommandLine(name, filesFor(name), taken)).toThrow(`选项 --${option} 被 npm 拿走了`);
  });

  it("takes bare file names from where the user stands, when it is npm that runs the command", () => {
    const stands = { INIT_CWD: join("/", "home", "office"), npm_lifecycle_event: "plan" };
    expect(readCommandLine("plan", ["方案.docx"], stands)).toMatchObject({
      files: [join(stands.INIT_CWD, "方案.docx")],
    });
    expect(
      readCommandLine("matrix", ["方案.docx", "m.xlsx", "--into=办公室.xlsx"], {
        ...stands,
        npm_lifecycle_event: "matrix",
      }),
    ).toMatchObject({ options: { into: join(stands.INIT_CWD, "办公室.xlsx") } });
    expect(readCommandLine("plan", ["方案.docx"], { ...stands, npm_lifecycle_event: "start" })).toMatchObject({
      files: [resolve("方案.docx")],
    });
  });
});

describe("a command as npm runs it", () => {
  const folder = new Folder();
  const root = join(__dirname, "..", "..");

  // A separate project, because npm would first install what the real one's lock file names.
  const project = (): string => {
    mkdirSync(folder.at("project"));
    return folder
      .file(
        "project/package.json",
        JSON.stringify({ scripts: { plan: `node ${JSON.stringify(join(root, "scripts", "command.mjs"))} plan` } }),
      )
      .replace(/package\.json$/, "");
  };

  it("reads and writes where the user stands, and hears of options that npm has swallowed", () => {
    mkdirSync(folder.at("办公"));
    folder.file("办公/方案.txt", "某县2021—2025年方案\n1.修路。到2025年，建成公路100公里。（县交通局负责）\n");
    const prefix = project();
    const npm = (...args: string[]) =>
      spawnSync("npm", ["--prefix", prefix, "run", "--silent", "plan", ...args], {
        cwd: folder.at("办公"),
        encoding: "utf8",
        shell: process.platform === "win32",
      });
    expect(npm("--", "方案.txt", "--explain")).toMatchObject({ status: 0, stdout: expect.stringContaining("1　修路") });
    expect(npm("方案.txt", "--explain")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("选项 --explain 被 npm 拿走了"),
    });
  });

  it("says in one sentence what is wrong with the line, before it looks at any file", () => {
    expectRefusal(
      run("forms", "没有.xlsx", "没有.zip", "--yaer=2024"),
      /没有“--yaer”这个选项，什么也没有做。是不是 --year（例如 --year=2025）/,
    );
    expect(run("forms", "--help")).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringContaining("用法：npm run forms --"),
    });
  });

  it("goes on where nobody reads what it prints to the end", () => {
    const many = Array.from(
      { length: 400 },
      (_, index) => `${index + 1}.修路${index}。到2025年，建成公路${index + 1}公里。（县交通局负责）`,
    );
    const plan = folder.file("长.txt", ["某县2021—2025年方案", ...many].join("\n"));
    const piped = spawnSync(
      "sh",
      ["-c", `node ${JSON.stringify(join(root, "scripts", "command.mjs"))} plan ${JSON.stringify(plan)} | head -c 10`],
      { encoding: "utf8" },
    );
    expect(piped).toMatchObject({ stdout: '{\n  "title', stderr: "" });
  });
});
