import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { JSDOM, VirtualConsole } from "jsdom";

const folder = join(__dirname, "..", "..", "src");
const script = readFileSync(join(folder, "taskpane", "start.js"), "utf8");
const chromium =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0";
const trident = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";
const edgeHtml =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19041";

/** A page as webpack has filled it in. */
const filled = (name: string): string =>
  readFileSync(join(folder, name), "utf8")
    .replaceAll(/<% for .*?<% } %>/g, "")
    .replaceAll('<%= js.join(" ") %>', "first.js second.js")
    .replaceAll("<%= functions %>", "generateMatrix checkShortfalls")
    .replaceAll(/<script src="<%= officeJs %>"><\/script>/g, "");

interface Ribbon {
  event: { completed: () => void };
}

/** Runs the page's script in a new page; `before` changes that page's globals first. */
function run(name: string, userAgent: string, before: (window: Record<string, unknown>) => void = () => undefined) {
  const errors: string[] = [];
  const console = new VirtualConsole().on("jsdomError", (error) => errors.push(error.message));
  const { window } = new JSDOM(filled(name), {
    url: "https://oa.example.gov.cn/matrix/taskpane.html?_host_Info=Excel#page=report",
    runScripts: "outside-only",
    virtualConsole: console,
  });
  Object.defineProperty(window.navigator, "userAgent", { value: userAgent });
  const associated = new Map<string, (event: Ribbon["event"]) => void>();
  const dialogs: string[] = [];
  const office = {
    onReady: (callback: () => void) => callback(),
    actions: { associate: (action: string, work: (event: Ribbon["event"]) => void) => associated.set(action, work) },
    context: { ui: { displayDialogAsync: (url: string, _: object, done: () => void) => (dialogs.push(url), done()) } },
  };
  Object.assign(window, { Office: office });
  before(window);
  window.eval(script);
  const { document } = window;
  return {
    scripts: [...document.head.querySelectorAll("script")].map((element) => element.getAttribute("src")),
    shown: [...document.querySelectorAll<HTMLElement>("body > div")]
      .filter(({ hidden }) => !hidden)
      .map(({ id }) => id),
    document,
    window,
    associated,
    dialogs,
    errors,
  };
}

describe("the script that starts a page", () => {
  it("is plain ES5, which Internet Explorer's engine can read", () => {
    expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
  });

  it("starts the page's scripts in their order where the engine is young enough", () => {
    const { scripts, shown } = run("taskpane/taskpane.html", chromium);
    expect(scripts).toEqual(["first.js", "second.js"]);
    expect(shown).toEqual(["root"]);
  });

  it("says that the pane is being opened only where that takes longer than a moment", async () => {
    const { document, window } = run("taskpane/taskpane.html", chromium);
    const opening = document.getElementById("opening")!;
    expect(opening.hidden).toBe(true);
    await new Promise((resolve) => window.setTimeout(resolve, 350));
    expect(opening.hidden).toBe(false);
    expect(opening.textContent).toMatch(/正在打开责任矩阵/);
  });

  it.each([
    ["Trident", trident],
    ["EdgeHTML", edgeHtml],
  ])("in %s says in the page that Excel is too old, in Chinese and English, and starts nothing", (_, agent) => {
    const { scripts, shown, document } = run("taskpane/taskpane.html", agent);
    expect(scripts).toEqual([]);
    expect(shown).toEqual(["too-old"]);
    expect(document.getElementById("too-old")!.textContent).toMatch(
      /需要 Excel 2021[\s\S]*WebView2[\s\S]*needs Excel 2021 or later/,
    );
  });

  it.each([
    ["Object.hasOwn", (window: Record<string, unknown>) => delete (window.Object as { hasOwn?: unknown }).hasOwn],
    ["Promise", (window: Record<string, unknown>) => delete window.Promise],
    [
      "patterns that look behind",
      (window: Record<string, unknown>) =>
        (window.RegExp = class {
          constructor() {
            throw new SyntaxError("invalid group");
          }
        }),
    ],
  ])("says the same where an engine by another name lacks %s", (_, takeAway) => {
    const { scripts, shown } = run("taskpane/taskpane.html", chromium, takeAway);
    expect(scripts).toEqual([]);
    expect(shown).toEqual(["too-old"]);
  });

  it("says that the files did not come where Office.js is missing, or a script of the page", () => {
    expect(run("taskpane/taskpane.html", chromium, (window) => delete window.Office).shown).toEqual(["not-loaded"]);
    const { document } = run("taskpane/taskpane.html", chromium);
    document.head.querySelector("script")!.dispatchEvent(new document.defaultView!.Event("error"));
    expect(document.getElementById("not-loaded")!.hidden).toBe(false);
  });

  const plain = (window: Record<string, unknown>): void =>
    (window as unknown as { history: History }).history.replaceState(null, "", "/matrix/taskpane.html");
  const readyAs =
    (host: string | null) =>
    (window: Record<string, unknown>): void => {
      plain(window);
      (window.Office as { onReady: unknown }).onReady = (callback: (info: object) => void) =>
        callback({ host, platform: null });
    };

  it("asks to be opened in Excel where there is none, and starts nothing that would fail there", () => {
    const { scripts, shown, document } = run("taskpane/taskpane.html", chromium, readyAs(null));
    expect([scripts, shown]).toEqual([[], ["in-excel"]]);
    expect(document.querySelector("#in-excel h1")!.textContent).toBe("请在 Excel 中打开");
  });

  it.each<[string, (window: Record<string, unknown>) => void]>([
    ["Office.js says so in the end", readyAs("Excel")],
    ["the address says so", () => undefined],
    [
      "the session says so, as after another page",
      (window) => (
        plain(window),
        (window as unknown as { sessionStorage: Storage }).sessionStorage.setItem("hostInfoValue", "Excel$Win32$16.01")
      ),
    ],
    ["the window's name says so", (window) => (plain(window), (window.name = '{"hostInfo":"Excel$Web$16.00"}'))],
    [
      "an Office is there that knows its host",
      (window) => (plain(window), Object.assign((window.Office as { context: object }).context, { host: "Excel" })),
    ],
  ])("starts in Excel where %s", (_, before) => {
    const never = (window: Record<string, unknown>): void =>
      void ((window.Office as { onReady: unknown }).onReady = () => undefined);
    const { scripts, shown } = run("taskpane/taskpane.html", chromium, (window) => (never(window), before(window)));
    expect([scripts, shown]).toEqual([["first.js", "second.js"], ["root"]]);
  });

  it("lets the ribbon's buttons open the page that says it, and ends what they began", () => {
    const { scripts, associated, dialogs } = run("taskpane/taskpane.html", trident);
    expect(scripts).toEqual([]);
    expect([...associated.keys()]).toEqual(["generateMatrix", "checkShortfalls"]);
    const completed = jest.fn();
    associated.get("generateMatrix")!({ completed });
    expect(dialogs).toEqual(["https://oa.example.gov.cn/matrix/taskpane.html"]);
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
