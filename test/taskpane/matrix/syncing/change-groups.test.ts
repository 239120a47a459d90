import { kindNames, type Change, type ChangeKind } from "../../../../src/sync/change";
import { groupsOf } from "../../../../src/taskpane/matrix/syncing/change-groups";

const ofKind = (kind: ChangeKind): Change => ({
  id: kind,
  kind,
  description: { text: `改了${kind}`, values: {} },
  place: "一·1",
  before: "",
  after: "",
  default: true,
  edits: [],
});
const kinds = Object.keys(kindNames) as ChangeKind[];

describe("the list of what would change", () => {
  it("shows each kind of change once: what is not listed would be done unseen", () => {
    expect(
      groupsOf(kinds.map(ofKind), "")
        .flatMap(({ changes }) => changes.map(({ kind }) => kind))
        .sort(),
    ).toEqual([...kinds].sort());
  });

  it("shows a changed deadline and changed persons together", () => {
    expect(
      groupsOf([ofKind("deadlineChanged"), ofKind("personsChanged")], "").map(({ name, changes }) => [
        name,
        changes.length,
      ]),
    ).toEqual([["时限和责任人", 2]]);
  });

  it("leaves out what does not have the words that are looked for", () => {
    expect(groupsOf(kinds.map(ofKind), "改了lost").flatMap(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
      "lost",
    ]);
  });
});
