import { builtInFormat, kindOfFormat, shownNumber } from "../../../src/documents/spreadsheets/number-format";

describe("a number as a sheet shows it", () => {
  it.each<[value: number, code: string, shown: string]>([
    [3, "General", "3"],
    [0.1 + 0.2, "General", "0.3"],
    [1234567.891, "G/通用格式", "1234567.891"],
    [0.855, "0%", "86%"],
    [0.855, "0.00%", "85.50%"],
    [0.5, "0.0#%", "50.0%"],
    [1234.5, "#,##0.00", "1,234.50"],
    [1234567, "#,##0", "1,234,567"],
    [-1234.5, "#,##0.0;(#,##0.0)", "(1,234.5)"],
    [-5, "0", "-5"],
    [0, '0;-0;"无"', "无"],
    [200, '0"个"', "200个"],
    [95, '"≥"0"%"', "≥95%"],
    [7, "000", "007"],
    [7, '"第20"0"号"', "第207号"],
    [12, "0_ ", "12"],
    [0.5, "# ?/?", "0.5"],
    [1500000, '0.0,"千"', "1500.0千"],
    [15000, '0!.0,"万"', "15000"],
    [45838, "yyyy/m/d", "2025/6/30"],
    [45838, 'yyyy"年"m"月"d"日"', "2025年6月30日"],
    [45838, 'yyyy"年"m"月";@', "2025年6月"],
    [45838, "[$-804]yyyy\\-mm\\-dd", "2025-06-30"],
    [45838, "yy.mm.dd", "25.06.30"],
    [45838, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二五年六月三十日"],
    [45658, '[DBNum1]m"月"d"日"', "一月一日"],
    [45838.604, "h:mm", "14:29"],
    [45838.604, "yyyy/m/d h:mm", "2025/6/30 14:29"],
    [45838.604, "mm:ss", "29:46"],
    [1e300, "yyyy/m/d", "1e+300"],
  ])("%d by %s is %s", (value, code, shown) => expect(shownNumber(value, code)).toBe(shown));

  it("counts days from 1904 where the workbook does", () =>
    expect(shownNumber(45838 - 1462, "yyyy/m/d", true)).toBe("2025/6/30"));

  it.each<[id: number, value: number, shown: string]>([
    [0, 5, "5"],
    [9, 0.5, "50%"],
    [14, 45838, "2025/6/30"],
    [31, 45838, "2025年6月30日"],
    [57, 45838, "2025年6月"],
    [58, 45838, "6月30日"],
    [49, 8, "8"],
  ])("knows the built-in format %i", (id, value, shown) => expect(shownNumber(value, builtInFormat(id))).toBe(shown));

  it.each<[code: string | undefined, kind: string]>([
    [undefined, "number"],
    ['0"年"', "number"],
    ["0.0%", "percent"],
    ["[红色]0", "number"],
    ["[h]:mm", "date"],
    ["G/通用格式", "number"],
  ])("tells what %s makes of numbers", (code, kind) => expect(kindOfFormat(code)).toBe(kind));
});
