import { parseArgs } from "node:util";
import policies from "./policy.cjs";

/** What `npm run build -- …` takes. */
const usage = `npm run build -- [--url https://主机/路径] [--officejs ${Object.keys(policies.officeJsSources).join("|")}] [--quick]`;

const fail = (sentence) => {
  throw new Error(`${sentence}\n用法：${usage}`);
};

/**
 * The command line of a build, checked. `url` comes back without a slash at its end.
 * @returns {{ url?: string, officejs: string, quick: boolean }}
 * @throws {Error} a Chinese sentence that says what is wrong
 */
export function siteOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { quick: { type: "boolean" }, url: { type: "string" }, officejs: { type: "string" } } }));
  } catch (error) {
    fail(`看不懂的参数：${error.message}`);
  }
  const { url, officejs = "self", quick = false } = values;
  if (!Object.hasOwn(policies.officeJsSources, officejs)) fail(`--officejs 只能是 ${Object.keys(policies.officeJsSources).join("、")}，不能是“${officejs}”。`);
  return { ...(url === undefined ? {} : { url: siteUrl(url) }), officejs, quick };
}

/** https and nothing but a place: Excel takes no other, and a question mark or a file's name would end up within addresses. */
function siteUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : fail(`--url 不是网址：“${text}”。请写完整，例如 https://oa.example.gov.cn/matrix`);
  if (url.protocol !== "https:") fail(`--url 必须以 https:// 开头：Excel 不打开 http 的加载项。现在是“${text}”。`);
  if (url.username || url.password) fail("--url 里不能有用户名和密码。");
  if (url.search || url.hash) fail(`--url 只写到文件夹为止，不能带 ? 或 #。现在是“${text}”。`);
  if (/\.(?:html?|xml|js)$/i.test(url.pathname)) fail(`--url 是站点所在的文件夹，不是文件。现在是“${text}”。`);
  return url.href.replace(/\/+$/, "");
}
