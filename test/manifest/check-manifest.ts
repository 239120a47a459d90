import { JSDOM } from "jsdom";
import { namespaces, orderProblems, schemaInstance } from "./content-models";

/** The site as it is served; paths are relative to the folder of the task pane's page. */
export interface SiteFiles {
  exists(path: string): boolean;
  /** Undefined where there is no such file or it is no PNG. */
  pngSize(path: string): { width: number; height: number } | undefined;
}

type Rule = (root: Element, files: SiteFiles) => string[];

const tabLabel = "责任矩阵";
/** The ribbon's groups, in the order of the year, each with its buttons. */
const groupLabels = [
  "方案：打开面板、导入方案",
  "矩阵：生成责任矩阵、同步方案",
  "填报：下发填报表、回收填报表",
  "评估：检查未达标、未达标清单、单位对照、看板、自查报告",
];
/** A group shows no more than this (reference of Group). */
const mostControls = 6;
/** The second language; every text is in both. */
const secondLocale = "en-US";
const iconSizes = ["16", "32", "80"];
const longestId = 32;
const longestShort = 125;
const longestLong = 250;

/** Whether an element is in `path`, such as `Resources > * > String`, in whatever namespaces. */
function standsIn(element: Element | null, path: readonly string[]): boolean {
  if (path.length === 0) return true;
  const name = path[path.length - 1];
  return (
    element !== null &&
    (name === "*" || name === element.localName) &&
    standsIn(element.parentElement, path.slice(0, -1))
  );
}
/**
 * Every element below one. It is remembered, because a check asks hundreds of times, and jsdom walks the whole tree
 * each time.
 */
const below = new WeakMap<Element, Element[]>();
function descendants(root: Element): Element[] {
  const known = below.get(root) ?? [...root.getElementsByTagName("*")];
  below.set(root, known);
  return known;
}
/** Finds elements by their local names, because jsdom's selectors do not find prefixed names. */
const all = (root: Element, ...paths: string[]): Element[] => {
  const wanted = paths.map((path) => path.split(" > "));
  return descendants(root).filter((element) => wanted.some((path) => standsIn(element, path)));
};
const referring = (root: Element): Element[] => all(root, "*").filter((element) => element.hasAttribute("resid"));
/** Children of OfficeApp, not the elements of the same names under VersionOverrides. */
const own = (root: Element, name: string): Element | undefined =>
  [...root.children].find(({ localName }) => localName === name);
const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? "";
const text = (element: Element | null | undefined): string => element?.textContent?.trim() ?? "";
const resourceLists = (root: Element): Element[] => all(root, "Resources > *");
const resource = (root: Element, id: string): Element | undefined =>
  all(root, "Resources > * > *").find((element) => attribute(element, "id") === id);
const label = (root: Element, element: Element): string =>
  attribute(
    resource(
      root,
      attribute(
        [...element.children].find(({ localName }) => localName === "Label"),
        "resid",
      ),
    ),
    "DefaultValue",
  );

function wanted(what: string, is: string, pattern: RegExp, means: string): string[] {
  return pattern.test(is) ? [] : [`${what} is "${is}", not ${means}`];
}

const identity: Rule = (root) => [
  ...wanted("Id", text(own(root, "Id")), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "a GUID"),
  ...wanted("Version", text(own(root, "Version")), /^\d+(\.\d+){3}$/, "four numbers"),
  ...wanted("DefaultLocale", text(own(root, "DefaultLocale")), /^zh-CN$/, "zh-CN"),
  ...wanted("Permissions", text(own(root, "Permissions")), /^ReadWriteDocument$/, "ReadWriteDocument"),
];

const requirements: Rule = (root) => {
  const sets = all(root, "OfficeApp > Requirements > Sets > Set").map(
    (set) => `${attribute(set, "Name")} ${attribute(set, "MinVersion")}`,
  );
  return wanted(
    "Requirements",
    sets.join(", "),
    /^ExcelApi 1\.9, SharedRuntime 1\.1$/,
    "ExcelApi 1.9 and SharedRuntime 1.1",
  );
};

/** The list of Resources in which an element's `resid` must be. */
const listOf: Record<string, string> = {
  Image: "Images",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  SourceLocation: "Urls",
  Runtime: "Urls",
};

const references: Rule = (root) =>
  referring(root).flatMap((element) => {
    const id = attribute(element, "resid");
    const list = listOf[element.localName];
    const defined = resource(root, id)?.parentElement?.localName;
    return defined !== undefined && defined === list
      ? []
      : [`resid "${id}" of ${element.localName} is not defined in ${list}`];
  });

const ids: Rule = (root) => [
  ...new Set(
    [
      ...referring(root).map((element) => attribute(element, "resid")),
      ...all(root, "Resources > * > *").map((element) => attribute(element, "id")),
    ]
      .filter((id) => id.length === 0 || id.length > longestId)
      .map((id) => `id "${id}" is not of 1 to ${longestId} characters`),
  ),
  ...resourceLists(root).flatMap((list) => repeated(list, [...list.children])),
  ...repeated(root, all(root, "CustomTab", "Group", "Control")),
];

function repeated(place: Element, elements: Element[]): string[] {
  const seen = elements.map((element) => attribute(element, "id"));
  return [...new Set(seen.filter((id, index) => seen.indexOf(id) !== index))].map(
    (id) => `id "${id}" stands twice in ${place.localName}`,
  );
}

/** The texts of an element in every locale. */
const values = (element: Element): string[] => [
  attribute(element, "DefaultValue"),
  ...[...element.children].map((override) => attribute(override, "Value")),
];

const lengths: Rule = (root) => {
  const tooLong = (where: string, texts: string[], limit: number): string[] =>
    texts
      .filter((value) => value.length === 0 || value.length > limit)
      .map((value) => `${where} has ${value.length} characters, not 1 to ${limit}`);
  const strings = (list: string, limit: number): string[] =>
    all(root, `Resources > ${list} > String`).flatMap((element) =>
      tooLong(attribute(element, "id"), values(element), limit),
    );
  return [
    ...strings("ShortStrings", longestShort),
    ...strings("LongStrings", longestLong),
    ...tooLong("ProviderName", [text(own(root, "ProviderName"))], longestShort),
    ...tooLong("DisplayName", values(own(root, "DisplayName")!), longestShort),
    ...tooLong("Description", values(own(root, "Description")!), longestLong),
  ];
};

/** Texts that are missing in one of the languages, or are in the wrong language. */
const languages: Rule = (root) =>
  [
    own(root, "DisplayName")!,
    own(root, "Description")!,
    ...all(root, "ShortStrings > String", "LongStrings > String"),
  ].flatMap((element) => {
    const name = attribute(element, "id") || element.localName;
    const overrides = [...element.children].filter((override) => attribute(override, "Locale") === secondLocale);
    const second = attribute(overrides[0], "Value");
    return [
      ...(/\p{Script=Han}/u.test(attribute(element, "DefaultValue")) ? [] : [`${name} is not in Chinese`]),
      ...(overrides.length === 1 && /\p{Script=Latin}/u.test(second) && !/\p{Script=Han}/u.test(second)
        ? []
        : [`${name} is not once in ${secondLocale}`]),
    ];
  });

/**
 * One runtime for pane and buttons: all pages that Excel is told of must have the same resid, otherwise the runtime is
 * not shared.
 */
const sharedRuntime: Rule = (root) => {
  const runtimes = all(root, "Runtimes > Runtime");
  const id = attribute(runtimes[0], "resid");
  return [
    ...(runtimes.length === 1 && attribute(runtimes[0], "lifetime") === "long"
      ? []
      : ["there is not one runtime of long lifetime"]),
    ...all(root, "FunctionFile", "Action > SourceLocation")
      .filter((element) => attribute(element, "resid") !== id)
      .map((element) => `${element.localName} is not ${id}, the page of the runtime`),
    ...(new Set(all(root, "TaskpaneId").map(text)).size === 1 ? [] : ["there is not one TaskpaneId"]),
  ];
};

/** Elements that contain a URL themselves. */
const urlElements = (root: Element): Element[] =>
  all(
    root,
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "DefaultSettings > SourceLocation",
    "Images > Image",
    "Urls > Url",
  );

const urls: Rule = (root) => {
  const site = originOf(siteUrl(root));
  return [
    ...urlElements(root)
      .flatMap(values)
      .filter((url) => !/^https:\/\/[^/\s]+\/\S*$/.test(url))
      .map((url) => `URL "${url}" is not an https address`),
    ...all(root, "AppDomain")
      .map(text)
      .filter((domain) => !/^https:\/\/[^/\s]+$/.test(domain))
      .map((domain) => `AppDomain "${domain}" is not https and a domain only`),
    // It has no effect, but is misleading (reference of AppDomain).
    ...all(root, "AppDomain")
      .map(text)
      .filter((domain) => originOf(domain) === site)
      .map((domain) => `AppDomain "${domain}" is the site's own`),
  ];
};

const siteUrl = (root: Element): string => attribute(all(root, "DefaultSettings > SourceLocation")[0], "DefaultValue");
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
/** The path within the site; undefined for an address elsewhere. */
function sitePath(root: Element, url: string): string | undefined {
  const folder = siteUrl(root).replace(/[^/]*$/, "");
  return url.startsWith(folder) ? url.slice(folder.length).replace(/[?#].*$/, "") : undefined;
}

const pages: Rule = (root, files) =>
  [own(root, "SupportUrl")!, ...all(root, "DefaultSettings > SourceLocation", "Urls > Url")]
    .flatMap(values)
    .flatMap((url) => {
      const path = sitePath(root, url);
      return path !== undefined && files.exists(path) ? [] : [`no page at "${url}"`];
    });

const icons: Rule = (root, files) => {
  const sized = (what: string, url: string, size?: string): string[] => {
    const path = sitePath(root, url);
    if (path === undefined || !files.exists(path)) return [`no icon file at "${url}" of ${what}`];
    const named = /-(\d+)\.png$/.exec(path)?.[1];
    const { width, height } = files.pngSize(path) ?? { width: 0, height: 0 };
    return [
      ...(named === String(width) && width === height ? [] : [`icon ${path} is ${width}×${height}`]),
      ...(size === undefined || size === named ? [] : [`${what} should be of size ${size}, not ${path}`]),
    ];
  };
  return [
    ...sized("IconUrl", attribute(own(root, "IconUrl"), "DefaultValue"), "32"),
    ...sized("HighResolutionIconUrl", attribute(own(root, "HighResolutionIconUrl"), "DefaultValue"), "64"),
    ...all(root, "Images > Image").flatMap((image) =>
      values(image).flatMap((url) => sized(attribute(image, "id"), url)),
    ),
    ...all(root, "Icon").flatMap((icon) => {
      const owner = `the icon of ${attribute(icon.parentElement!, "id")}`;
      const images = [...icon.children];
      const missing = iconSizes.filter((size) => !images.some((image) => attribute(image, "size") === size));
      const wrong = images.filter((image) => {
        const url = attribute(resource(root, attribute(image, "resid")), "DefaultValue");
        return url !== "" && !url.endsWith(`-${attribute(image, "size")}.png`);
      });
      return [
        ...missing.map((size) => `${owner} has no size ${size}`),
        ...wrong.map((image) => `${owner} has ${attribute(image, "resid")} for size ${attribute(image, "size")}`),
      ];
    }),
  ];
};

const ribbon: Rule = (root) => {
  const tabs = all(root, "CustomTab").map((tab) => label(root, tab));
  const groups = all(root, "CustomTab > Group").map((group) => {
    const controls = [...group.children].filter(({ localName }) => localName === "Control");
    return {
      count: controls.length,
      text: `${label(root, group)}：${controls.map((control) => (control.getAttributeNS(schemaInstance, "type") === "Button" ? label(root, control) : "")).join("、")}`,
    };
  });
  const drawn = groups.map((group) => group.text).join("；");
  const typed = all(root, "Action").filter(
    (action) =>
      action.getAttributeNS(schemaInstance, "type") !==
      (action.querySelector("FunctionName") ? "ExecuteFunction" : "ShowTaskpane"),
  );
  return [
    ...(tabs.join() === tabLabel ? [] : [`the tab is "${tabs.join()}", not "${tabLabel}"`]),
    ...(drawn === groupLabels.join("；") ? [] : [`the buttons are "${drawn}", not "${groupLabels.join("；")}"`]),
    ...groups
      .filter(({ count }) => count > mostControls)
      .map((group) => `the group "${group.text}" holds more than ${mostControls} buttons`),
    ...typed.map(
      (action) => `the action of ${attribute(action.parentElement!, "id")} is not of the type that it looks like`,
    ),
  ];
};

const rules: readonly Rule[] = [
  identity,
  requirements,
  references,
  ids,
  lengths,
  languages,
  sharedRuntime,
  urls,
  pages,
  icons,
  ribbon,
];

/** The ids that `requestUpdate` may name: those of tab, groups and buttons. */
export function ribbonIds(xml: string): { tab: string; groups: Record<string, string[]> } {
  const root = parse(xml);
  if (typeof root === "string") throw new Error(root);
  const groups = all(root, "CustomTab > Group").map(
    (group) =>
      [attribute(group, "id"), all(group, "Group > Control").map((control) => attribute(control, "id"))] as const,
  );
  return { tab: attribute(all(root, "CustomTab")[0], "id"), groups: Object.fromEntries(groups) };
}

function parse(xml: string): Element | string {
  const { DOMParser } = new JSDOM("").window;
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  if (root.localName === "parsererror") return `not well-formed: ${text(root)}`;
  if (root.localName !== "OfficeApp" || root.namespaceURI !== namespaces.app)
    return `the root element is ${root.localName}`;
  return root;
}

/** What is wrong with a manifest, in sentences; nothing here uses the network. */
export function checkManifest(xml: string, files: SiteFiles): string[] {
  const root = parse(xml);
  if (typeof root === "string") return [root];
  // The other rules assume that the structure is right.
  const order = orderProblems(root);
  return order.length > 0 ? order : rules.flatMap((rule) => rule(root, files));
}

/** Functions that the ribbon calls by names that the source of the commands does not associate. */
export function checkFunctionNames(xml: string, commandsSource: string): string[] {
  const root = parse(xml);
  if (typeof root === "string") return [root];
  const associated = new Set(
    [...commandsSource.matchAll(/Office\.actions\.associate\(\s*["'`]([^"'`]+)["'`]/g)].map(([, name]) => name),
  );
  return all(root, "FunctionName")
    .map(text)
    .filter((name) => !associated.has(name))
    .map((name) => `function "${name}" is not associated`);
}
