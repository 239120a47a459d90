import { switchNames } from "../../src/host/switches";
import { switchRuns } from "../../test/excel/switch-run";
import type { Figure } from "./index";

/** Runs the add-in's scenarios in Excels that differ, switch by switch. */
export async function measureSwitches(): Promise<Figure[]> {
  const runs = await switchRuns(switchNames);
  return [
    { key: "excel.switches", value: switchNames.length, meaning: "ways in which some Excels do otherwise" },
    { key: "excel.runs", value: runs.length, meaning: "scenarios run with one of them on" },
    {
      key: "excel.lost",
      value: runs.reduce((sum, { lost }) => sum + lost.length, 0),
      meaning: "typed values missing afterwards",
    },
  ];
}
