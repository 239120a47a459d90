import { switchRuns } from "./switch-run";
import { switchNames } from "../../src/host/switches";

jest.setTimeout(240_000);

describe("in an Excel that does something else", () => {
  it.each(switchNames)("%s: nothing typed is lost, and what can go on goes on", async (name) => {
    const runs = await switchRuns([name]);
    expect(runs.map(({ scenario, lost }) => [scenario, lost])).toEqual(runs.map(({ scenario }) => [scenario, []]));
    expect(runs.map(({ scenario, error }) => [scenario, error])).toEqual(runs.map(({ scenario }) => [scenario, undefined]));
  });
});
