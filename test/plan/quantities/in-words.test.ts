import { ALL_OF_THEM, CHANGES } from "../../../src/plan/quantities/in-words";
import { linesOf, quantitiesOf } from "./reading";

describe("goals in words", () => {
  it.each(ALL_OF_THEM.map((row) => row.says))("%s with a date is 100 %%", (says) => expect(linesOf(`到2026年，社区食堂${says}智能台秤。`)).toEqual([">= 100 % byDeadline 2026"]));
  it.each(ALL_OF_THEM.map((row) => row.says))("%s without a date is left to the reader", (says) => expect(linesOf(`社区食堂${says}智能台秤。`)).toEqual([]));
  it("is not read beside a number", () => expect(linesOf("到2026年，不少于30个社区食堂服务全覆盖。")).toEqual([">= 30 个 byDeadline 2026"]));
  it.each(CHANGES.map((row) => [row.says, row.value, row.unit] as const))("%s is %d %s", (says, value, unit) => expect(linesOf(`审批材料${says}。`)).toEqual([`>= ${value} ${unit} other`]));
  it.each([["网店数量翻一番", ">= 1 番 other"], ["网店数量翻两番", ">= 2 番 other"]])("%s", (text, line) => expect(linesOf(text)).toEqual([line]));
  it("is named by its clause without the date", () => expect(quantitiesOf("到2026年社区食堂均配备智能台秤。").value[0]?.name).toBe("社区食堂均配备智能台秤"));
});
