import { readPlanFile } from "../../../src/documents/plan-files";
import { readPlan } from "../../../src/plan";
import { tableOf } from "./table-places";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (html: string, name = "方案.html") => readPlanFile(name, bytesOf(html));
const linesOf = async (html: string): Promise<string[]> => (await read(html)).text.split("\n");

const TABLE =
  "<table><tr><th>序号<th>重点任务<th>牵头单位<th>责任单位<tr><td>1<td>修路<td rowspan=2>县交通局<td>县财政局<br>县审计局<tr><td>2<td>架桥<td>县水利局</table>";

describe("a web page", () => {
  it.each<[what: string, html: string, lines: string[]]>([
    [
      "blocks as lines, blanks as a browser shows them",
      "<div>一、任务\n  部分<p>修路。</p>（县交通局\n负责）</div>",
      ["一、任务 部分", "修路。", "（县交通局 负责）"],
    ],
    ["line breaks within a paragraph", "<p>甲<br>乙</p>", ["甲", "乙"]],
    ["characters by name and by number", "<p>&ldquo;双随机&rdquo;&nbsp;&#19968;&#x4e8c;&lt;</p>", ["“双随机” 一二<"]],
    [
      "nothing of scripts, styles and heads",
      "<html><head><title>题</title><style>p{}</style></head><body><script>甲()</script><p>乙</p></body></html>",
      ["乙"],
    ],
    [
      "the numbers of a list, and of lists within",
      "<ol style='list-style-type:cjk-ideographic'><li>目标<li>任务<ol><li>修路<li>架桥</ol></ol>",
      ["一、目标", "二、任务", "1.修路", "2.架桥"],
    ],
    [
      "no second number for items that print their own",
      "<ol><li><p><span>（一）</span>目标</p></li></ol>",
      ["（一）目标"],
    ],
    ["a list that goes on at a number", "<ol start=3><li>丙<li value=7>庚</ol>", ["3.丙", "7.庚"]],
    [
      "a frame of one cell as paragraphs",
      "<table><tr><td><p>专栏</p><p>床位200张</p></td></tr></table>",
      ["专栏", "床位200张"],
    ],
    [
      "rows of one cell as paragraphs, and those of two as a table",
      "<table><tr><td>甲</td></tr><tr><td>乙</td></tr><tr></tr></table><table><tr><td>丙<tr><td>丁<td>戊</table>",
      ["甲", "乙", "\u001d丙", "丁\t戊\u001d"],
    ],
    [
      "the caption of a table above it",
      "<table><caption>分解表</caption><tr><td>甲<td>乙</table>",
      ["分解表", "\u001d甲\t乙\u001d"],
    ],
    [
      "the rows of a table's head and foot",
      "<table><thead><tr><th>甲<th>乙</thead><tbody><tr><td>丙<td>丁</tbody><tfoot><tr><td>戊<td>己</tfoot></table>",
      ["\u001d甲\t乙", "丙\t丁", "戊\t己\u001d"],
    ],
    [
      "a table that lays out the page around another, however deep",
      "<table><tr><td>导航<td><div><p>前</p><table><tr><td>甲<td>乙</table></div></table>",
      ["导航", "前", "\u001d甲\t乙\u001d"],
    ],
    [
      "a frame as wide as two columns as paragraphs",
      "<table><tr><td colspan=2>专栏<tr><td colspan=2>床位200张</table>",
      ["专栏", "床位200张"],
    ],
    ["nothing of fields and buttons", "<p>甲<select><option>乙</select><button>丙</button></p>", ["甲"]],
    ["nothing of comments", "<p>甲<!-- 乙 -->丙</p>", ["甲丙"]],
    ["breaks without the blanks around them", "<p> 甲 <br> 乙 </p>", ["甲", "乙"]],
    [
      "letters and Roman numbers of a list",
      "<ol type=A><li>甲</ol><ol style='list-style: upper-roman inside'><li>乙</ol>",
      ["A、甲", "I、乙"],
    ],
    [
      "a list of a kind unknown in decimal numbers, and one of none without",
      "<ol type=x><li>甲</ol><ol style='list-style-type:none' type=a><li>乙</ol>",
      ["1.甲", "乙"],
    ],
    [
      "numbers of a list that no list has passed over",
      "<ol start=0><li>甲<li value=-3>乙</ol><ol start=10000><li>丙</ol><ol start=9999><li>丁</ol>",
      ["1.甲", "2.乙", "1.丙", "9999.丁"],
    ],
    [
      "numbers for items that are empty, and for items of several paragraphs once",
      "<ol><li></li><li><p>甲</p><p>乙</p></li></ol>",
      ["2.甲", "乙"],
    ],
    ["what stands between the items of a list", "<p>前</p><ol><p>话</p><li>甲</ol>后", ["前", "话", "1.甲", "后"]],
    ["no number before a table", "<ol><li><table><tr><td>甲<td>乙</table></ol>", ["\u001d甲\t乙\u001d"]],
  ])("is read with %s", async (_, html, lines) => expect(await linesOf(html)).toEqual(lines));

  it("keeps its tables, cells that reach down among them", async () => {
    const plan = readPlan((await read(`<p>某县方案（2024年）</p>${TABLE}`)).text);
    expect(plan.tasks.map(({ title, lead, responsible }) => [title, lead, responsible])).toEqual([
      ["修路", ["县交通局"], ["县财政局", "县审计局"]],
      ["架桥", ["县交通局"], ["县水利局"]],
    ]);
  });

  it("is known by what it holds, whatever its name says and whether it has a head", async () => {
    for (const name of ["导出.xls", "方案.doc", "方案.txt"]) expect((await read(TABLE, name)).kind).toBe("html");
  });

  it("reads a page that is laid out by a table around its tables", async () => {
    const plan = readPlan((await read(`<table><tr><td>导航</td><td><p>某县方案</p>${TABLE}</td></tr></table>`)).text);
    expect(plan.tasks.map(({ title }) => title)).toEqual(["修路", "架桥"]);
  });

  it("leaves hidden text out and says so", async () => {
    const { text, notes } = await read('<p>甲</p><p style="display:none">乙</p><span hidden>丙</span>');
    expect(text).toBe("甲");
    expect(notes).toEqual([{ text: "已略去 {{count}} 处隐藏文字。", values: { count: 2 } }]);
  });

  it("counts what is hidden in lists and cells, by whichever style, and nothing where no text is hidden", async () => {
    const { text, notes } = await read(
      '<ol><li>甲<i style="visibility: hidden">藏</i></ol><table><tr><td>乙<i style="mso-hide:all"><b>藏</b></i><td>丙</table><p hidden> <b></b></p>',
    );
    expect(text).toBe("1.甲\n\u001d乙\t丙\u001d");
    expect(notes).toEqual([{ text: "已略去 {{count}} 处隐藏文字。", values: { count: 2 } }]);
  });

  it("keeps cells that reach across, and over several rows and columns at once", async () => {
    const { text } = await read(
      "<table><tr><td colspan=2>甲<td>乙<tr><td rowspan=2 colspan=2>丙<td>丁<tr><td>戊<tr><td colspan=0>己<td rowspan=1>庚<td>辛</table>",
    );
    expect(tableOf(text)).toEqual([
      ["甲", "<right>", "乙"],
      ["丙", "<right>", "丁"],
      ["<down>", "<right>", "戊"],
      ["己", "庚", "辛"],
    ]);
  });

  it("is decoded by its bytes where it names no encoding that there is", async () => {
    for (const charset of ["utf-16", "x-none"])
      expect((await read(`<meta charset="${charset}"><p>方案</p>`)).text).toBe("方案");
  });

  it("is decoded as it says, and by its bytes where it says so wrongly", async () => {
    const gbk = Uint8Array.from([...bytesOf('<meta charset="gb2312"><p>'), 0xb7, 0xbd, 0xb0, 0xb8, ...bytesOf("</p>")]);
    expect((await readPlanFile("方案.html", gbk)).text).toBe("方案");
    expect((await read('<meta charset="gb2312"><p>责任单位：县交通局，任务已经完成</p>')).text).toBe(
      "责任单位：县交通局，任务已经完成",
    );
  });

  it("is refused where its elements nest without end", async () => {
    await expect(read("<div>".repeat(100_000))).rejects.toMatchObject({ code: "corrupt" });
  });
});

describe("a page saved with its pictures in one file", () => {
  const mhtml = (encoding: string, body: string): string =>
    [
      "From: <saved>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"',
      "",
      "",
      "----x",
      "Content-Type: text/html; charset=utf-8",
      `Content-Transfer-Encoding: ${encoding}`,
      "",
      body,
      "----x",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "",
      "AAAA",
      "----x--",
      "",
    ].join("\r\n");

  it.each([
    ["quoted-printable", "<p>=E6=96=B9=\r\n=E6=A1=88</p>"],
    ["base64", Buffer.from("<p>方案</p>").toString("base64")],
    ["8bit", "<p>方案</p>"],
  ])("is read where its page is in %s", async (encoding, body) => {
    const { text, kind } = await read(mhtml(encoding, body), "方案.mht");
    expect([text, kind]).toEqual(["方案", "mhtml"]);
  });

  it("is read where its page stands in a part within a part, behind other parts", async () => {
    const inner = [
      "Content-Type: multipart/alternative; boundary=y",
      "",
      "--y",
      "Content-Type: text/plain",
      "",
      "纯文本",
      "--y",
      "Content-Type: text/html",
      "",
      "<p>方案</p>",
      "--y--",
    ];
    const file = [
      "MIME-Version: 1.0",
      "Content-Type: multipart/related; boundary=x",
      "",
      "--x",
      "Content-Type: image/png",
      "",
      "AAAA",
      "--x",
      ...inner,
      "--x--",
    ].join("\n");
    expect((await read(file, "方案.mht")).text).toBe("方案");
  });

  it("is refused where none of its parts is a page", async () => {
    const file =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/plain\n\n甲\n--x--";
    await expect(read(file, "方案.mht")).rejects.toMatchObject({ code: "corrupt" });
  });
});
