import { withNumber } from "../../../src/documents/plan-files/with-number";

describe("an automatic number before a paragraph", () => {
  it.each<[what: string, number: string, isClose: boolean, text: string, whole: string]>([
    ["stands close after a mark that ends it", "一、", false, "目标", "一、目标"],
    ["stands close in brackets", "（一）", false, "目标", "（一）目标"],
    ["stands close after a full stop", "1.", false, "修路", "1.修路"],
    ["stands apart from digits behind a full stop", "1.", false, "5个乡镇", "1. 5个乡镇"],
    ["stands apart from digits behind blanks", "1.", false, "\u30005个乡镇", "1. \u30005个乡镇"],
    ["stands close before digits where its mark ends it", "1、", false, "5个乡镇", "1、5个乡镇"],
    ["stands apart without a mark", "第二条", false, "范围", "第二条 范围"],
    ["has one blank, not its own and another", "第二条 ", false, "范围", "第二条 范围"],
    ["stands close where the list says so", "第二条", true, "范围", "第二条范围"],
    ["keeps its own blank where the list says that nothing follows", "第二条 ", true, "范围", "第二条 范围"],
    ["is printed on the new page", "一、", false, "\n目标", "\n一、目标"],
    ["is printed behind blanks before the page break", "一、", false, " \n目标", " \n一、目标"],
    ["stands in the first of two lines", "一、", false, "甲\n乙", "一、甲\n乙"],
    ["does not stand before nothing", "一、", false, " \n", " \n"],
    ["is none where the list has none", "", false, "目标", "目标"],
  ])("%s", (_, number, isClose, text, whole) => expect(withNumber(number, isClose, text)).toBe(whole));
});
