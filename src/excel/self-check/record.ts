import { inChinese } from "../../plan/sentence";
import { highestSet } from "./sets";
import { stateNames, type State } from "./check";
import type { SelfCheckReport } from "./run";

/** Host, platform and version, as far as Office knows them. */
function excelLine(): string {
  const { diagnostics, platform } = Office.context as { diagnostics?: Office.ContextInformation; platform?: unknown };
  return [diagnostics?.host ?? "Excel", diagnostics?.platform ?? platform ?? "?", diagnostics?.version ?? "?"]
    .map(String)
    .join(" ");
}

/** The report as Chinese text for a maintainer: one line for each check, and no contents of the workbook. */
export function recordOf({ lines, left, at }: SelfCheckReport): string {
  const count = (state: State): string => `${stateNames[state]} ${lines.filter((line) => line.state === state).length}`;
  return [
    `责任矩阵 自检 ${at.toISOString()}`,
    `${excelLine()}；ExcelApi ${highestSet()}；${typeof navigator === "undefined" ? "" : navigator.userAgent}`,
    (Object.keys(stateNames) as State[]).map(count).join("，"),
    ...lines.map(
      ({ state, key, name, expected, seen }) =>
        `${stateNames[state]}\t${key}\t${inChinese(name)}\t应为：${inChinese(expected)}\t看到：${seen}`,
    ),
    ...(left.length > 0 ? [`没有删掉：${left.join("、")}`] : []),
  ].join("\n");
}
