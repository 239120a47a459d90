import { pageKeys, partKeys, placeInAddress } from "../../src/taskpane/navigation";

describe("the place that an address asks for", () => {
  it("is a page, with a part of that page", () => {
    expect(placeInAddress("#page=reporting")).toEqual({ page: "reporting" });
    expect(placeInAddress("#page=check&part=units")).toEqual({ page: "check", part: "units" });
    for (const page of pageKeys) expect(placeInAddress(`#page=${page}`)).toEqual({ page });
    for (const [page, parts] of Object.entries(partKeys))
      for (const part of parts) expect(placeInAddress(`#page=${page}&part=${part}`)).toEqual({ page, part });
  });

  it("is none where the address names no page of ours, and no part of another page", () => {
    for (const hash of ["", "#", "#page=", "#page=__proto__", "#page=<b>", "#part=units"])
      expect(placeInAddress(hash)).toBeUndefined();
    expect(placeInAddress("#page=home&part=units")).toEqual({ page: "home" });
    expect(placeInAddress("#page=plan&part=units")).toEqual({ page: "plan" });
  });
});
