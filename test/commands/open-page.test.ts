import { openPage } from "../../src/commands/open-page";

describe("a ribbon's button that opens the pane", () => {
  const told: string[] = [];
  let shows = 0;
  let isShown: () => void = () => undefined;

  beforeEach(() => {
    told.length = shows = 0;
    Object.assign(globalThis, {
      location: { hash: "" },
      window: { dispatchEvent: ({ type }: Event) => told.push(type) },
      HashChangeEvent: Event,
      Office: {
        addin: {
          showAsTaskpane: () => {
            shows++;
            return new Promise<void>((resolve) => (isShown = resolve));
          },
        },
      },
    });
  });

  it("asks for the pane once, however often it is pressed before the pane is there, and shows what was pressed last", async () => {
    const presses = [openPage("plan"), openPage("plan"), openPage("matrix", "sync")];
    expect([shows, told, location.hash]).toEqual([1, ["hashchange"], "#page=matrix&part=sync"]);
    isShown();
    await Promise.all(presses);
    const later = openPage("report");
    expect(shows).toBe(2);
    isShown();
    await later;
  });
});
