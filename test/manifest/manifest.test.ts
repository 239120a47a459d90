import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { buildSite, root, type BuiltSite } from "./built-site";
import { checkFunctionNames, checkManifest, type SiteFiles } from "./check-manifest";

const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const commands = readdirSync(join(root, "src", "commands"))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(root, "src", "commands", name), "utf8"))
  .join("\n");

/** The manifest with one change. */
function edited(from: string | RegExp, to: string): string {
  const result = manifest.replace(from, to);
  if (result === manifest) throw new Error(`nothing to edit: ${from}`);
  return result;
}

let site: BuiltSite;
beforeAll(() => {
  site = buildSite();
}, 60_000);
afterAll(() => site?.remove());

describe("the manifest", () => {
  it("has no problem, and webpack builds every page and icon that it names", () => {
    expect(checkManifest(manifest, site)).toEqual([]);
    expect(checkFunctionNames(manifest, commands)).toEqual([]);
  });

  it("has no problem either when the site is built for a folder on another server", () => {
    const address = "https://oa.example.gov.cn/matrix";
    const elsewhere = buildSite(`${address}/`);
    try {
      const built = elsewhere.read("manifest.xml");
      expect(built).toContain(`"${address}/taskpane.html"`);
      expect(built).not.toContain("localhost");
      expect(checkManifest(built, elsewhere)).toEqual([]);
    } finally {
      elsewhere.remove();
    }
  }, 60_000);

  it("is read by office-addin-manifest, without the network", () => {
    // In a process of its own: the package loads ES modules, which jest does not.
    const script = `
      require("net").Socket.prototype.connect = () => { throw new Error("the network was asked") };
      require("office-addin-manifest").OfficeAddinManifest.readManifestFile("manifest.xml").then((info) => console.log(JSON.stringify(info)));`;
    const info = JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
    expect(info).toMatchObject({
      manifestType: "xml",
      officeAppType: "TaskPaneApp",
      id: "5d0f3c1e-7a42-4b86-9e15-c28ad4f6b703",
      version: "0.1.0.0",
      defaultLocale: "zh-CN",
      displayName: "责任矩阵",
      hosts: ["Workbook"],
      permissions: "ReadWriteDocument",
      iconUrl: "https://localhost:3000/assets/matrix-32.png",
      highResolutionIconUrl: "https://localhost:3000/assets/matrix-64.png",
      supportUrl: "https://localhost:3000/support.html",
      defaultSettings: { sourceLocation: "https://localhost:3000/taskpane.html" },
    });
  });
});

describe("the support page", () => {
  it("is a Chinese page without a script, and loads nothing but its own icon and style", () => {
    const { document } = new JSDOM(site.read("support.html")).window;
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(document.querySelector("h1")?.textContent).toBe("责任矩阵 帮助");
    expect([...document.querySelectorAll("script, img, iframe, [src], [onload], [onclick]")]).toEqual([]);
    expect([...document.querySelectorAll("link")].map((link) => link.getAttribute("href"))).toEqual([
      "assets/matrix-32.png",
      "support.css",
    ]);
    expect(site.read("support.css")).not.toMatch(/@import|url\(/);
  });
});

const button = (id: string): RegExp => new RegExp(`<Control xsi:type="Button" id="${id}">[\\s\\S]*?</Control>\\s*`);
const long = (length: number): string => "责".repeat(length);

describe("the check of a manifest reports", () => {
  const orders: [string, () => string, RegExp][] = [
    [
      "Version before Id",
      () => edited(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1"),
      /^app:OfficeApp holds app:Version, app:Id,/,
    ],
    [
      "Hosts after Requirements",
      () => edited(/(<Hosts>\s*<Host Name[\s\S]*?<\/Hosts>)\s*(<Requirements>[\s\S]*?<\/Requirements>)/, "$2$1"),
      /^app:OfficeApp holds/,
    ],
    [
      "Permissions before DefaultSettings",
      () => edited(/(<DefaultSettings>[\s\S]*<\/DefaultSettings>)\s*(<Permissions>.*<\/Permissions>)/, "$2$1"),
      /^app:OfficeApp holds/,
    ],
    ["a missing ProviderName", () => edited(/<ProviderName>.*<\/ProviderName>/, ""), /^app:OfficeApp holds/],
    [
      "an unknown element",
      () => edited("<Permissions>", "<Licence/><Permissions>"),
      /^app:OfficeApp holds.*app:Licence/,
    ],
    [
      "Resources before Hosts",
      () => edited(/(<Hosts>\s*<Host xsi:type[\s\S]*<\/Hosts>)\s*(<Resources>[\s\S]*<\/Resources>)/, "$2$1"),
      /^ov:VersionOverrides holds ov:Resources, ov:Hosts/,
    ],
    [
      "FunctionFile after the extension point",
      () => edited(/(<FunctionFile .*\/>)\s*(<ExtensionPoint[\s\S]*<\/ExtensionPoint>)/, "$2$1"),
      /^ov:DesktopFormFactor holds/,
    ],
    [
      "GetStarted with its texts exchanged",
      () => edited(/(<Title resid="GetStarted.*\/>)\s*(<Description .*\/>)/, "$2$1"),
      /^ov:GetStarted holds/,
    ],
    [
      "the tab's label before its group",
      () => edited(/(<Group [\s\S]*<\/Group>)\s*(<Label resid="Tab.Label"\/>)/, "$2$1"),
      /^ov:CustomTab holds ov:Label, ov:Group/,
    ],
    [
      "the group's icon before its label",
      () => edited(/(<Label resid="Group.Matrix.Label"\/>)\s*(<Icon>[\s\S]*?<\/Icon>)/, "$2$1"),
      /^ov:Group holds ov:Icon, ov:Label/,
    ],
    [
      "a button's action before its icon",
      () =>
        edited(
          /(<Icon>(?:(?!<\/Icon>)[\s\S])*<\/Icon>)\s*(<Action xsi:type="ShowTaskpane">[\s\S]*?<\/Action>)/,
          "$2$1",
        ),
      /^ov:Control holds.*ov:Action, ov:Icon/,
    ],
    [
      "a tip's description before its title",
      () => edited(/(<Title resid="Check.Label"\/>)\s*(<Description .*\/>)/, "$2$1"),
      /^ov:Supertip holds/,
    ],
    [
      "the pane's address before its id",
      () => edited(/(<TaskpaneId>.*<\/TaskpaneId>)\s*(<SourceLocation .*\/>)/, "$2$1"),
      /^ov:Action holds/,
    ],
    [
      "strings before addresses",
      () => edited(/(<bt:Urls>[\s\S]*<\/bt:Urls>)\s*(<bt:ShortStrings>[\s\S]*<\/bt:ShortStrings>)/, "$2$1"),
      /^ov:Resources holds/,
    ],
  ];
  const references: [string, () => string, RegExp][] = [
    [
      "a resid that is not defined",
      () => edited('<Description resid="Check.Tip"/>', '<Description resid="Check.Hint"/>'),
      /^resid "Check.Hint" of Description is not defined in LongStrings$/,
    ],
    [
      "an image that is not defined",
      () => edited('size="80" resid="Icon.Pane.80"', 'size="80" resid="Icon.Pain.80"'),
      /^resid "Icon.Pain.80" of Image is not defined in Images$/,
    ],
    [
      "a resid of another list",
      () => edited('<Description resid="Check.Tip"/>', '<Description resid="Check.Label"/>'),
      /^resid "Check.Label" of Description is not defined in LongStrings$/,
    ],
    [
      "an id of 33 characters",
      () => manifest.replaceAll("Generate.Tip", "G".repeat(33)),
      /^id "G{33}" is not of 1 to 32 characters$/,
    ],
    [
      "an image's id of 33 characters",
      () => manifest.replaceAll("Icon.Check.16", "I".repeat(33)),
      /^id "I{33}" is not of 1 to 32 characters$/,
    ],
    [
      "an id that stands twice in its list",
      () => edited(/<bt:String id="Pane.Label"[\s\S]*?<\/bt:String>/, "$&$&"),
      /^id "Pane.Label" stands twice in ShortStrings$/,
    ],
    ["two buttons of one id", () => edited('id="Button.Pane"', 'id="Button.Check"'), /^id "Button.Check" stands twice/],
  ];
  const texts: [string, () => string, RegExp][] = [
    [
      "a short string of 126 characters",
      () => edited("责任矩阵已就绪", long(126)),
      /^GetStarted.Title has 126 characters/,
    ],
    [
      "a long string of 251 characters",
      () => edited(/(id="Check.Tip" DefaultValue=")[^"]*/, `$1${long(251)}`),
      /^Check.Tip has 251 characters/,
    ],
    [
      "an empty string",
      () => edited(/(id="Check.Tip" DefaultValue=")[^"]*/, "$1"),
      /^Check.Tip (has 0 characters|is not in Chinese)/,
    ],
    [
      "a display name of 126 characters",
      () => edited('<DisplayName DefaultValue="责任矩阵"', `<DisplayName DefaultValue="${long(126)}"`),
      /^DisplayName has 126 characters/,
    ],
    [
      "a description of 251 characters",
      () => edited(/<Description DefaultValue="[^"]*/, `<Description DefaultValue="${long(251)}`),
      /^Description has 251 characters/,
    ],
    [
      "a provider's name of 126 characters",
      () => edited("<ProviderName>责任矩阵", `<ProviderName>${long(126)}`),
      /^ProviderName has 126 characters/,
    ],
  ];
  const identity: [string, () => string, RegExp][] = [
    ["an Id that is no GUID", () => edited("<Id>5d0f3c1e-", "<Id>5d0f3c1e"), /^Id is ".*", not a GUID$/],
    ["a Version of three numbers", () => edited("0.1.0.0", "0.1.0"), /^Version is "0.1.0", not four numbers$/],
    ["another locale", () => edited("zh-CN", "en-US"), /^DefaultLocale is "en-US"/],
    ["fewer permissions", () => edited(">ReadWriteDocument<", ">ReadDocument<"), /^Permissions is "ReadDocument"/],
    [
      "another requirement set version",
      () => edited('MinVersion="1.9"/>', 'MinVersion="1.13"/>'),
      /^Requirements is "ExcelApi 1.13, SharedRuntime 1.1", not ExcelApi 1.9 and SharedRuntime 1.1$/,
    ],
    ["another requirement set", () => edited('Name="ExcelApi"', 'Name="WordApi"'), /^Requirements is "WordApi 1.9,/],
  ];
  const addresses: [string, () => string, RegExp][] = [
    [
      "a URL without https",
      () => manifest.replaceAll("https://localhost:3000", "http://localhost:3000"),
      /^URL "http:.*" is not an https address$/,
    ],
    [
      "a domain with a path",
      () => edited("<Hosts>", "<AppDomains><AppDomain>https://a.cn/b</AppDomain></AppDomains><Hosts>"),
      /^AppDomain "https:\/\/a.cn\/b" is not/,
    ],
    [
      "the site's own domain",
      () => edited("<Hosts>", "<AppDomains><AppDomain>https://localhost:3000</AppDomain></AppDomains><Hosts>"),
      /^AppDomain .* is the site's own$/,
    ],
    [
      "a support page that is not built",
      () => edited("support.html", "help.html"),
      /^no page at "https:\/\/localhost:3000\/help.html"$/,
    ],
    [
      "a pane that is not built",
      () => edited(/(id="Taskpane.Url" DefaultValue=".*)taskpane.html/, "$1pane.html"),
      /^no page at ".*\/pane.html"$/,
    ],
    [
      "a page on another site",
      () => edited("https://localhost:3000/support", "https://www.example.com/support"),
      /^no page at "https:\/\/www.example.com\/support.html"$/,
    ],
  ];
  const icons: [string, () => string, RegExp][] = [
    [
      "an icon that is not there",
      () => edited("pane-80.png", "panel-80.png"),
      /^no icon file at ".*panel-80.png" of Icon.Pane.80$/,
    ],
    [
      "a small icon of 64",
      () =>
        edited(
          '<IconUrl DefaultValue="https://localhost:3000/assets/matrix-32',
          '<IconUrl DefaultValue="https://localhost:3000/assets/matrix-64',
        ),
      /^IconUrl should be of size 32/,
    ],
    [
      "a large icon of 32",
      () => edited("assets/matrix-64.png", "assets/matrix-32.png"),
      /^HighResolutionIconUrl should be of size 64/,
    ],
    [
      "a button's icon of another size",
      () => edited('<bt:Image size="16" resid="Icon.Pane.16"/>', '<bt:Image size="16" resid="Icon.Pane.32"/>'),
      /^the icon of Button.Pane has Icon.Pane.32 for size 16$/,
    ],
    [
      "a button's icon without size 80",
      () => edited('<bt:Image size="80" resid="Icon.Pane.80"/>', ""),
      /^the icon of Button.Pane has no size 80$/,
    ],
  ];
  const ribbon: [string, () => string, RegExp][] = [
    [
      "a tab of another name",
      () => edited('id="Tab.Label" DefaultValue="责任矩阵"', 'id="Tab.Label" DefaultValue="矩阵"'),
      /^the tab is "矩阵", not "责任矩阵"$/,
    ],
    [
      "a group of another name",
      () => edited('DefaultValue="填报"', 'DefaultValue="报送"'),
      /^the buttons are ".*；报送：下发填报表、/,
    ],
    [
      "a button of another name",
      () => edited('DefaultValue="检查未达标"', 'DefaultValue="检查"'),
      /^the buttons are ".*评估：检查、未达标清单、/,
    ],
    ["a button that is gone", () => edited(button("Button.Check"), ""), /^the buttons are ".*评估：未达标清单、/],
    [
      "an action of the wrong type",
      () => edited('"ShowTaskpane"', '"ExecuteFunction"'),
      /^the action of Button.Pane is not of the type/,
    ],
  ];
  const languages: [string, () => string, RegExp][] = [
    [
      "a string without English",
      () => edited(/<bt:Override Locale="en-US" Value="Sync plan"\/>/, ""),
      /^Sync.Label is not once in en-US$/,
    ],
    [
      "a string with another second language",
      () => edited(/en-US(" Value="Sync plan")/, "ja-JP$1"),
      /^Sync.Label is not once in en-US$/,
    ],
    [
      "a string that is English twice",
      () => edited(/<bt:Override Locale="en-US" Value="Sync plan"\/>/, "$&$&"),
      /^Sync.Label is not once in en-US$/,
    ],
    [
      "a Chinese text as the English one",
      () => edited('Value="Sync plan"', 'Value="同步 plan"'),
      /^Sync.Label is not once in en-US$/,
    ],
    [
      "an English text as the Chinese one",
      () => edited('DefaultValue="同步方案"', 'DefaultValue="Sync"'),
      /^(Sync.Label is not in Chinese|the buttons are .*)$/,
    ],
    [
      "a description without English",
      () => edited(/<Override Locale="en-US" Value="Turns[^>]*>/, ""),
      /^Description is not once in en-US$/,
    ],
    [
      "a display name without English",
      () => edited(/<Override Locale="en-US" Value="Resp[^>]*>/, ""),
      /^DisplayName is not once in en-US$/,
    ],
  ];
  const runtimes: [string, () => string, RegExp][] = [
    [
      "a runtime that ends with the button",
      () => edited('lifetime="long"', 'lifetime="short"'),
      /^there is not one runtime of long lifetime$/,
    ],
    [
      "functions in a page of their own",
      () => edited('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Support.Url"/>'),
      /^FunctionFile is not Taskpane.Url, the page of the runtime$/,
    ],
    [
      "a pane at another address",
      () => edited('<SourceLocation resid="Taskpane.Url"/>', '<SourceLocation resid="Support.Url"/>'),
      /^SourceLocation is not Taskpane.Url, the page of the runtime$/,
    ],
    ["a pane without an id", () => edited("<TaskpaneId>MatrixPane</TaskpaneId>", ""), /^there is not one TaskpaneId$/],
  ];
  it.each([
    ...orders,
    ...references,
    ...texts,
    ...identity,
    ...addresses,
    ...icons,
    ...ribbon,
    ...languages,
    ...runtimes,
  ])("%s", (_, variant, problem) => {
    const problems = checkManifest(variant(), site);
    expect(problems[0]).toMatch(problem);
    expect(new Set(problems.map((sentence) => problem.test(sentence)))).toEqual(new Set([true]));
  });

  it("icons that are not of the size in their names, by the file itself", () => {
    const shrunk: SiteFiles = {
      ...site,
      pngSize: (path) => (path === "assets/check-80.png" ? { width: 64, height: 64 } : site.pngSize(path)),
    };
    expect(checkManifest(manifest, shrunk)).toEqual(["icon assets/check-80.png is 64×64"]);
    const squeezed: SiteFiles = {
      ...site,
      pngSize: (path) => (path === "assets/check-80.png" ? { width: 80, height: 79 } : site.pngSize(path)),
    };
    expect(checkManifest(manifest, squeezed)).toEqual(["icon assets/check-80.png is 80×79"]);
  });

  it("text that is no XML, and XML that is no manifest", () => {
    expect(checkManifest(edited("</Hosts>", ""), site)).toEqual([expect.stringMatching(/^not well-formed/)]);
    expect(checkManifest("<Manifest/>", site)).toEqual(["the root element is Manifest"]);
  });

  it("functions that the ribbon calls and the commands do not associate", () => {
    expect(
      checkFunctionNames(edited("<FunctionName>checkShortfalls", "<FunctionName>findShortfalls"), commands),
    ).toEqual(['function "findShortfalls" is not associated']);
    expect(
      checkFunctionNames(manifest, commands.replace('associate("generateMatrix"', 'associate("generate"')),
    ).toEqual(['function "generateMatrix" is not associated']);
  });
});
