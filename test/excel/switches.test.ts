import { switchRuns } from "./switch-run";
import { switchNames } from "../../src/host/switches";

jest.setTimeout(240_000);

describe("in an Excel that does something else", () => {
  it.each(switchNames)("%s: nothing typed is lost, and what can go on goes on", async (name) => {
    const runs = await switchRuns([name]);
    expect(runs.map(({ scenario, lost }) => [scenario, lost])).toEqual(runs.map(({ scenario }) => [scenario, []]));
    const behind = runs.filter(({ scenario }) => scenario.endsWith("from behind"));
    for (const { error } of behind)
      if (error)
        expect(error).toMatchObject({
          name: "ExcelFailure",
          userMessage: expect.stringContaining("填过的内容没有丢失"),
        });
    const others = runs.filter((one) => !behind.includes(one));
    expect(others.map(({ scenario, error }) => [scenario, error])).toEqual(
      others.map(({ scenario }) => [scenario, undefined]),
    );
  });
});
