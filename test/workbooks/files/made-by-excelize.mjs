// Makes the workbooks excelize-*.xlsx beside it:
//   npm install --prefix FOLDER excelize-wasm@0.1.3      (BSD-3-Clause, 4 MB; outside the repository)
//   node test/workbooks/files/made-by-excelize.mjs FOLDER
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const library = join(resolve(process.argv[2]), "node_modules/excelize-wasm");
const excelize = await createRequire(import.meta.url)(join(library, "main.cjs")).init(
  join(library, "excelize.wasm.gz"),
);
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR4nGNgaPiPFTEMSgmcaKAlAAB/P7+BvKzHAAAAAElFTkSuQmCC",
  "base64",
);

function check(answer) {
  if (answer?.error) throw new Error(answer.error);
  return answer;
}

function make(name, fill) {
  const file = check(excelize.NewFile());
  const book = new Proxy(file, {
    get:
      (target, method) =>
      (...given) =>
        check(target[method](...given)),
  });
  [
    ["区域", "月份", "类别", "数量"],
    ["东区", "一月", "甲", 12],
    ["东区", "二月", "乙", 7],
    ["西区", "一月", "乙", 9.5],
    ["西区", "二月", "甲", 30],
  ].forEach((row, index) => book.SetSheetRow("Sheet1", `A${index + 1}`, row));
  fill(book);
  writeFileSync(new URL(`excelize-${name}.xlsx`, import.meta.url), book.WriteToBuffer().buffer);
}

const series = [{ Name: "Sheet1!$D$1", Categories: "Sheet1!$B$2:$B$5", Values: "Sheet1!$D$2:$D$5" }];

make("charts", (book) => {
  book.AddChart(
    "Sheet1",
    "F2",
    { Type: excelize.Col, Series: series, Title: { Paragraph: [{ Text: "数量" }] } },
    { Type: excelize.Line, Series: series },
  );
  book.AddChartSheet("图", { Type: excelize.Pie, Series: series });
  book.AutoFilter("Sheet1", "A1:D5", []);
});

make("pictures", (book) => {
  const each = { Extension: ".png", File: picture, Format: { AltText: "印章", ScaleX: 4, ScaleY: 4 } };
  book.AddPictureFromBytes("Sheet1", "F2", { ...each, InsertType: 0 });
  book.AddPictureFromBytes("Sheet1", "F9", {
    ...each,
    Format: { AltText: "链接", Hyperlink: "https://example.org", HyperlinkType: "External" },
    InsertType: 0,
  });
  book.AddShape("Sheet1", {
    Cell: "H2",
    Type: "rect",
    Paragraph: [{ Text: "说明", Font: { Bold: true } }],
    Width: 120,
    Height: 40,
  });
  book.AddFormControl("Sheet1", { Cell: "H6", Type: excelize.FormControlCheckBox, Text: "已核对", Checked: true });
  book.SetHeaderFooter("Sheet1", { DifferentFirst: true, OddHeader: "&C数据", FirstFooter: "&R第 &P 页" });
});

make("notes", (book) => {
  book.AddComment("Sheet1", {
    Cell: "A2",
    Author: "甲",
    Paragraph: [{ Text: "甲：", Font: { Bold: true } }, { Text: "请核对" }],
  });
  book.AddComment("Sheet1", { Cell: "D5", Author: "乙", Text: "来自年报" });
  book.SetCellRichText("Sheet1", "F1", [
    { Text: "粗", Font: { Bold: true } },
    { Text: "红", Font: { Color: "FF0000" } },
  ]);
  book.SetCellHyperLink("Sheet1", "F2", "https://example.org/?a=1&b=2", "External");
  book.SetCellHyperLink("Sheet1", "F3", "Sheet1!A1", "Location");
  book.AddDataValidation("Sheet1", {
    Sqref: "A2:A5",
    Type: "list",
    Formula1: '"东区,西区"',
    AllowBlank: true,
    ShowErrorMessage: true,
    ShowInputMessage: true,
    PromptTitle: "区域",
    Prompt: "东或西",
  });
  book.SetDefinedName({ Name: "数量", RefersTo: "Sheet1!$D$2:$D$5" });
});

make("sparklines", (book) => {
  book.AddSparkline("Sheet1", { Location: ["F2"], Range: ["Sheet1!D2:D5"], Markers: true });
  book.SetConditionalFormat("Sheet1", "D2:D5", [
    { Type: "data_bar", Criteria: "=", MinType: "min", MaxType: "max", BarColor: "#638EC6", BarSolid: true },
  ]);
  book.SetConditionalFormat("Sheet1", "C2:C5", [{ Type: "icon_set", IconStyle: "3Arrows" }]);
  book.SetCellFormula("Sheet1", "E2", "SUM($D$2:D2)");
  book.SetRowOutlineLevel("Sheet1", 3, 1);
});

make("pivot", (book) => {
  book.AddTable("Sheet1", { Range: "A1:D5", Name: "台账", StyleName: "TableStyleMedium2" });
  book.AddSlicer("Sheet1", { Name: "区域", Cell: "F1", TableSheet: "Sheet1", TableName: "台账", Caption: "区域" });
  book.NewSheet("透视");
  book.AddPivotTable({
    DataRange: "Sheet1!A1:D5",
    PivotTableRange: "透视!A3:F12",
    Rows: [{ Data: "区域", DefaultSubtotal: true }],
    Columns: [{ Data: "类别" }],
    Data: [{ Data: "数量", Name: "合计", Subtotal: "Sum" }],
    RowGrandTotals: true,
    ColGrandTotals: true,
    ShowRowHeaders: true,
    ShowColHeaders: true,
  });
});
process.exit(0);
