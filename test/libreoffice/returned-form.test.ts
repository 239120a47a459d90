import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unitForms } from "../../src/assessment/forms";
import { readForm } from "../../src/documents/forms/read";
import { filledFile } from "../excel/assessment/returned";
import { plan } from "../plans";
import { sheetOf } from "../sync/sheets";
import { convertWithLibreOffice } from "../tools/libreoffice";
import { describeWith } from "../tools/programs";

describeWith(["LibreOffice"], "a form that LibreOffice has saved", () => {
  it("is read as the one that went out, filled in, with the time at which it was saved", async () => {
    const folder = mkdtempSync(join(tmpdir(), "form-"));
    try {
      const [form] = unitForms(plan(), sheetOf(plan()), {
        year: 2023,
        deadline: "",
        made: "2023-12-01T00:00:00.000Z",
        totals: new Set(),
      });
      const bytes = await filledFile(form!, {
        培训教师: { entry: 42, evidence: "名册", explanation: "=说明" },
        任务t3: { entry: "推进中" },
      });
      writeFileSync(join(folder, "form.xlsx"), bytes);
      const saved = readFileSync(
        convertWithLibreOffice(join(folder, "form.xlsx"), "xlsx:Calc MS Excel 2007 XML", join(folder, "out")),
      );
      const [sent, back] = [readForm("form.xlsx", bytes), readForm("form.xlsx", new Uint8Array(saved))];
      expect(back.rows).toEqual(sent.rows);
      expect(back.rows.map(({ entry }) => entry)).toEqual(expect.arrayContaining([42, "推进中"]));
      expect(back.saved).toMatch(/^\d{4}-\d\d-\d\dT/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
