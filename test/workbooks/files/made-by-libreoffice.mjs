// Makes the workbooks libreoffice-*.xlsx beside it, by LibreOffice from flat OpenDocument texts:
//   node test/workbooks/files/made-by-libreoffice.mjs [soffice]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const soffice = process.argv[2] ?? "soffice";
const spaces = Object.entries({
  office: "office",
  style: "style",
  text: "text",
  table: "table",
  draw: "drawing",
  chart: "chart",
  number: "datastyle",
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const others =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';

const text = (value, inner = "", more = "") =>
  `<table:table-cell office:value-type="string"${more}>${inner}<text:p>${value}</text:p></table:table-cell>`;
const number = (value, more = "") =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${value}</text:p></table:table-cell>`;
const formula = (of, value) => number(value, ` table:formula="of:=${of}"`);
const row = (...cells) => `<table:table-row>${cells.join("")}</table:table-row>`;
const rows = [
  row(text("区域"), text("类别"), text("数量")),
  row(text("东区"), text("甲"), number(12)),
  row(text("东区"), text("乙"), number(7)),
  row(text("西区"), text("乙"), number(9.5)),
  row(text("西区"), text("甲"), number(30)),
];
const table = (name, inner, more = "") => `<table:table table:name="${name}"${more}>${inner}</table:table>`;
const columns = '<table:table-column table:number-columns-repeated="8"/>';
const note = (author, words) =>
  `<office:annotation office:display="false"><dc:creator>${author}</dc:creator><text:p>${words}</text:p></office:annotation>`;

const chart = `<draw:frame svg:width="9cm" svg:height="6cm" svg:x="8cm" svg:y="1cm"><draw:object><office:document office:mimetype="application/vnd.oasis.opendocument.chart" office:version="1.3" ${spaces} ${others}><office:body><office:chart><chart:chart chart:class="chart:bar" svg:width="9cm" svg:height="6cm"><chart:title><text:p>各区数量</text:p></chart:title><chart:plot-area table:cell-range-address="台账.A1:台账.C5" chart:data-source-has-labels="both"><chart:axis chart:dimension="x" chart:name="x"><chart:categories table:cell-range-address="台账.A2:台账.A5"/></chart:axis><chart:axis chart:dimension="y" chart:name="y"/><chart:series chart:values-cell-range-address="台账.C2:台账.C5" chart:label-cell-address="台账.C1" chart:class="chart:bar"><chart:data-point chart:repeated="4"/></chart:series></chart:plot-area></chart:chart></office:chart></office:body></office:document></draw:object></draw:frame>`;
const picture =
  '<draw:frame svg:width="2cm" svg:height="2cm" svg:x="8cm" svg:y="1cm"><draw:image><office:binary-data>iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR4nGNgaPiPFTEMSgmcaKAlAAB/P7+BvKzHAAAAAElFTkSuQmCC</office:binary-data></draw:image></draw:frame>';

const books = {
  "chart-comment-filter": {
    sheets: table(
      "台账",
      `<table:shapes>${chart}</table:shapes>${columns}${row(text("区域", note("甲", "按属地填")), text("类别"), text("数量"))}${rows.slice(1, 4).join("")}${row(text("西区"), text("甲"), number(30))}${row(text("合计"), text(""), formula("SUM([.C2:.C5])", 58.5))}`,
    ),
    behind:
      '<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="台账.A1:台账.C5" table:display-filter-buttons="true"><table:filter><table:filter-condition table:field-number="0" table:value="东区" table:operator="="/></table:filter></table:database-range></table:database-ranges>',
  },
  "conditional-formats": {
    styles:
      '<style:style style:name="红" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffcccc"/></style:style>',
    before:
      '<table:content-validations><table:content-validation table:name="val1" table:condition="of:cell-content-is-in-list(&quot;东区&quot;;&quot;西区&quot;)" table:base-cell-address="台账.A2"><table:help-message table:title="区域" table:display="true"><text:p>东或西</text:p></table:help-message></table:content-validation></table:content-validations>',
    sheets: table(
      "台账",
      `${columns}${rows[0]}${row(text("东区", "", ' table:content-validation-name="val1"'), text("甲"), number(12))}${rows.slice(2).join("")}<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="台账.C2:台账.C5"><calcext:condition calcext:apply-style-name="红" calcext:value="&gt;10" calcext:base-cell-address="台账.C2"/><calcext:color-scale><calcext:color-scale-entry calcext:value="0" calcext:type="minimum" calcext:color="#ff0000"/><calcext:color-scale-entry calcext:value="0" calcext:type="maximum" calcext:color="#00ff00"/></calcext:color-scale></calcext:conditional-format><calcext:conditional-format calcext:target-range-address="台账.D2:台账.D5"><calcext:data-bar calcext:max-length="90" calcext:positive-color="#0000ff" calcext:negative-color="#ff0000" calcext:axis-color="#000000"><calcext:formatting-entry calcext:value="0" calcext:type="auto-minimum"/><calcext:formatting-entry calcext:value="0" calcext:type="auto-maximum"/></calcext:data-bar></calcext:conditional-format><calcext:conditional-format calcext:target-range-address="台账.E2:台账.E5"><calcext:icon-set calcext:icon-set-type="3Arrows"><calcext:formatting-entry calcext:value="0" calcext:type="percent"/><calcext:formatting-entry calcext:value="33" calcext:type="percent"/><calcext:formatting-entry calcext:value="67" calcext:type="percent"/></calcext:icon-set></calcext:conditional-format></calcext:conditional-formats>`,
    ),
  },
  pivot: {
    sheets: table("台账", `${columns}${rows.join("")}`) + table("透视", `${columns}${row(text(""))}`),
    behind:
      '<table:data-pilot-tables><table:data-pilot-table table:name="透视表" table:target-range-address="透视.A1:透视.C6" table:buttons="透视.A2 透视.B1"><table:source-cell-range table:cell-range-address="台账.A1:台账.C5"/><table:data-pilot-field table:source-field-name="区域" table:orientation="row"><table:data-pilot-level/></table:data-pilot-field><table:data-pilot-field table:source-field-name="类别" table:orientation="column"><table:data-pilot-level/></table:data-pilot-field><table:data-pilot-field table:source-field-name="数量" table:orientation="data" table:function="sum"><table:data-pilot-level/></table:data-pilot-field></table:data-pilot-table></table:data-pilot-tables>',
  },
  "picture-links-rich-text": {
    automatic:
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" fo:color="#c00000"/></style:style>',
    sheets: table(
      "台账",
      `<table:shapes>${picture}</table:shapes>${columns}${rows.join("")}${row(text('前<text:span text:style-name="T1">粗</text:span>后'), text('<text:a xlink:href="https://example.org/?a=1&amp;b=2" xlink:type="simple">网址</text:a>'), text('<text:a xlink:href="#台账.A1" xlink:type="simple">回到开头</text:a>'))}`,
    ),
  },
  "names-groups-protection": {
    automatic:
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    sheets:
      table(
        "台账",
        `${columns}${rows[0]}<table:table-row-group table:display="false">${rows
          .slice(1, 3)
          .map((one) => one.replace("<table:table-row", '<table:table-row table:visibility="collapse"'))
          .join(
            "",
          )}</table:table-row-group>${rows.slice(3).join("")}${row(text("合并", "", ' table:number-columns-spanned="2" table:number-rows-spanned="1"'), "<table:covered-table-cell/>", formula("SUM([.C2:.C5])", 58.5))}`,
        ' table:protected="true" table:print-ranges="台账.A1:台账.C6"',
      ) + table("底数", `${columns}${row(number(0.13))}`, ' table:style-name="ta2"'),
    behind:
      '<table:named-expressions><table:named-range table:name="税率" table:base-cell-address="底数.A1" table:cell-range-address="底数.$A$1"/><table:named-expression table:name="两倍" table:base-cell-address="台账.A1" table:expression="[台账.$C$2]*2"/></table:named-expressions>',
  },
};

const work = mkdtempSync(join(tmpdir(), "made-"));
try {
  for (const [name, { sheets, styles = "", automatic = "", before = "", behind = "" }] of Object.entries(books)) {
    const file = join(work, `libreoffice-${name}.fods`);
    writeFileSync(
      file,
      `<?xml version="1.0" encoding="UTF-8"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet" office:version="1.3" ${spaces} ${others}><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet>${before}${sheets}${behind}</office:spreadsheet></office:body></office:document>`,
    );
    execFileSync(
      soffice,
      [
        `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        fileURLToPath(new URL(".", import.meta.url)),
        file,
      ],
      { stdio: "pipe" },
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
