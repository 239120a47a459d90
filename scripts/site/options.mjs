import { parseArgs } from "node:util";
import policies from "./policy.cjs";

/** What `npm run build -- …` takes. */
export const usage = `npm run build -- [--url https://主机/路径] [--officejs ${Object.keys(policies.officeJsSources).join("|")}] [--quick]`;

const fail = (sentence) => {
  throw new Error(`${sentence}\n用法：${usage}`);
};

/**
 * Reads and checks the command line of a build. `url` is returned without a slash at its end.
 * @returns {{ url?: string, officejs: string, quick: boolean }}
 * @throws {Error} a Chinese sentence that says what is wrong
 */
export function siteOptions(args, environment = process.env) {
  // Without a lone `--` before them, which npm's own script for PowerShell removes (npm/cli#4903), npm takes options for
  // itself.
  for (const name of ["url", "officejs", "quick"])
    if (environment[`npm_config_${name}`] !== undefined)
      fail(
        `--${name} 被 npm 拿走了，什么也没有生成。请在它前面单独写两个减号；在 PowerShell 里，请把 npm 写成 npm.cmd。`,
      );
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { quick: { type: "boolean" }, url: { type: "string" }, officejs: { type: "string" } },
    }));
  } catch (error) {
    fail(sentenceOf(error, args));
  }
  const { url, officejs = "self", quick = false } = values;
  if (!Object.hasOwn(policies.officeJsSources, officejs))
    fail(`--officejs 只能是 ${Object.keys(policies.officeJsSources).join("、")}，不能是“${officejs}”。`);
  return { ...(url === undefined ? {} : { url: siteUrl(url) }), officejs, quick };
}

const options = ["--url", "--officejs", "--quick"];

/** What parseArgs refuses, in the words of who typed it. */
function sentenceOf({ code, message }, args) {
  const [, named = ""] = /'(?:-\w, )?([^' ]+)/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `没有 ${named} 这个参数，有的是 ${options.join("、")}。`;
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
    return named === "--quick"
      ? "--quick 后面不写值。"
      : `${named} 后面要写值，例如 --url https://oa.example.gov.cn/matrix`;
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL")
    return `“${named}”是多出来的。${args.some((arg) => /^(?:--url=)?https?:/i.test(arg)) ? "地址里有空格时，用英文双引号把整个地址括起来。" : ""}`;
  return `看不懂的参数：${message}`;
}

/**
 * The address must use https, as Excel requires, and must not have a query, fragment or file name, which would end up
 * within other addresses.
 */
function siteUrl(text) {
  const url = URL.canParse(text)
    ? new URL(text)
    : fail(`--url 不是网址：“${text}”。请写完整，例如 https://oa.example.gov.cn/matrix`);
  if (url.protocol !== "https:") fail(`--url 必须以 https:// 开头：Excel 不打开 http 的加载项。现在是“${text}”。`);
  if (url.username || url.password) fail("--url 里不能有用户名和密码。");
  if (url.search || url.hash) fail(`--url 只写到文件夹为止，不能带 ? 或 #。现在是“${text}”。`);
  if (/\.(?:html?|xml|js)$/i.test(url.pathname)) fail(`--url 是站点所在的文件夹，不是文件。现在是“${text}”。`);
  // What is made of them is another place than the one that was typed.
  if (/[/\\](?:\.|%2e){1,2}(?:[/\\]|$)/i.test(text)) fail(`--url 里不能有 . 或 .. 这样的文件夹。现在是“${text}”。`);
  refuseUnserved(url, text);
  return url.href.replace(/\/$/, "");
}

/**
 * Why an address cannot be served, at least not by all servers that the documents describe; the example is the row's
 * test.
 */
export const unserved = [
  {
    example: "https://oa.example.gov.cn//matrix",
    is: ({ pathname }) => pathname.includes("//"),
    why: "不能有连着的两个 /：网站服务器会把它们并成一个",
  },
  {
    example: "https://oa.example.gov.cn/100%",
    is: ({ pathname }) => decoded(pathname) === undefined,
    why: "有看不懂的 % 编码",
  },
  // Some servers treat encoded slashes as slashes, some do not; the other characters are not allowed in names of
  // folders on Windows.
  {
    example: "https://oa.example.gov.cn/a%2Fb",
    is: ({ pathname }) => /%(?:2f|5c)/i.test(pathname),
    why: "不能有编码过的 / 或 \\",
  },
  {
    example: "https://oa.example.gov.cn/a:b",
    is: ({ pathname }) => /[:*?"<>|%\p{Cc}]/u.test(decoded(pathname) ?? ""),
    why: '文件夹名不能有 : * ? " < > | % 和控制字符',
  },
  {
    example: "https://oa.example.gov.cn/a./b",
    is: ({ pathname }) => (decoded(pathname) ?? "").split("/").some((name) => /[. ]$|^ /.test(name)),
    why: "文件夹名的首尾不能有空格，末尾不能有句点",
  },
  // IIS's request filtering, as it is set up: 404.11 for a plus, 404.8 for its hidden folders.
  {
    example: "https://oa.example.gov.cn/a+b",
    is: ({ pathname }) => (decoded(pathname) ?? "").includes("+"),
    why: "文件夹名不能有 +：IIS 不打开",
  },
  {
    example: "https://oa.example.gov.cn/App_Data/matrix",
    is: ({ pathname }) =>
      /\/(?:bin|app_(?:code|globalresources|localresources|webreferences|data|browsers))(?:\/|$)/i.test(pathname),
    why: "文件夹名不能是 bin、App_Data 等：IIS 用来放程序，不打开",
  },
  {
    example: "https://oa;b.example.gov.cn/",
    is: ({ hostname }) => !/^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])$/.test(hostname),
    why: "主机名只能有字母、数字、句点和减号",
  },
];

function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function refuseUnserved(url, text) {
  for (const { is, why } of unserved) if (is(url)) fail(`--url ${why}。现在是“${text}”。`);
}
