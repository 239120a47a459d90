import { siteOptions, unserved } from "../../../scripts/site/options.mjs";

describe("the command line of a build", () => {
  it("takes an https address without its last slash, with a folder where there is one", () => {
    expect(siteOptions(["--url", "https://oa.example.gov.cn/matrix/"])).toEqual({
      url: "https://oa.example.gov.cn/matrix",
      officejs: "self",
      quick: false,
    });
    expect(siteOptions(["--url", "https://oa.example.gov.cn:8443"]).url).toBe("https://oa.example.gov.cn:8443");
  });

  it("takes each source of Office.js, and self where none is named", () => {
    expect(["global", "21vianet", "self"].map((name) => siteOptions(["--officejs", name]).officejs)).toEqual([
      "global",
      "21vianet",
      "self",
    ]);
    expect(siteOptions([]).officejs).toBe("self");
  });

  it.each([
    ["an address without https", ["--url", "http://oa.example.gov.cn"], "必须以 https:// 开头"],
    ["something that is no address", ["--url", "oa.example.gov.cn"], "不是网址"],
    ["a page in place of a folder", ["--url", "https://oa.example.gov.cn/taskpane.html"], "不是文件"],
    ["a question", ["--url", "https://oa.example.gov.cn/?v=1"], "不能带 ? 或 #"],
    ["a password", ["--url", "https://me:secret@oa.example.gov.cn"], "不能有用户名和密码"],
    ["another source of Office.js", ["--officejs", "cdn"], "只能是 global、21vianet、self"],
    [
      "an option that there is not",
      ["--adress", "https://oa.example.gov.cn"],
      "没有 --adress 这个参数，有的是 --url、",
    ],
    ["an option without its value", ["--url"], "--url 后面要写值"],
    ["a value for what takes none", ["--quick=yes"], "--quick 后面不写值"],
    [
      "an address with a blank that nobody quoted",
      ["--url", "https://oa.example.gov.cn/政务", "公开/矩阵"],
      "“公开/矩阵”是多出来的。地址里有空格时，用英文双引号把整个地址括起来",
    ],
    ["a word too many", ["now"], "“now”是多出来的"],
    ["a folder above", ["--url", "https://oa.example.gov.cn/a/../b"], "不能有 . 或 .."],
    ["a folder above, encoded", ["--url", "https://oa.example.gov.cn/a/%2E%2e"], "不能有 . 或 .."],
  ])("refuses %s, and says how it is used", (_, args, sentence) => {
    expect(() => siteOptions(args)).toThrow(sentence);
    expect(() => siteOptions(args)).toThrow("npm run build -- ");
  });

  it.each(unserved)("refuses $example, which not every server can serve, and says why", ({ example, is, why }) => {
    expect(() => siteOptions(["--url", example])).toThrow(`--url ${why}。现在是“${example}”`);
    expect(is(new URL("https://oa.example.gov.cn/责任 矩阵/a&b;$c{d}'e"))).toBe(false);
  });

  it.each(["url", "officejs", "quick"])("finds out that npm has taken --%s for its own", (name) => {
    expect(() => siteOptions([], { [`npm_config_${name}`]: "true" })).toThrow(
      `--${name} 被 npm 拿走了，什么也没有生成`,
    );
  });
});
