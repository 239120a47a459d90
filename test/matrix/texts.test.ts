import fc from "fast-check";
import { formatRowKey, parseRowKey, rowIdentity, type RowKey } from "../../src/matrix/row-key";
import { formatPeriod, formatTarget, parsePeriod, parseTarget } from "../../src/matrix/target-text";
import { anyOp, anyPeriod } from "../plans";

const year = fc.integer({ min: 1000, max: 9999 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
/** Leaves out whatever is undefined. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
/** Numbers as they are in plans: up to fifteen digits, at most six of them decimals. */
const quantity = fc
  .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.constantFrom(1, 10, 1000, 10 ** 6))
  .map(([digits, by]) => digits / by + 0);

describe("the hidden key", () => {
  const id = fc.stringMatching(/^[\w:.\-\u4e00-\u9fa5]+$/).filter((text) => text.length > 0);
  const promised = fc
    .record({
      op: anyOp,
      value: fc.double({ noNaN: true }).map((value) => value + 0),
      max: maybe(fc.double({ noNaN: true }).map((value) => value + 0)),
      period: anyPeriod,
      deadline: maybe(year),
    })
    .map(present);
  const anyKey: fc.Arbitrary<RowKey> = fc
    .record({ taskId: maybe(id), indicatorId: maybe(id), promised })
    .filter(({ taskId, indicatorId }) => taskId !== undefined || indicatorId !== undefined)
    .map((key) => present({ ...key, promised: key.indicatorId === undefined ? undefined : key.promised }) as RowKey);

  it("gives back task, indicator and promise exactly, whatever they are", () => {
    fc.assert(fc.property(anyKey, (key) => expect(parseRowKey(formatRowKey(key))).toEqual(key)));
  });

  it("tells two rows apart just where task or indicator differ", () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        expect(rowIdentity(a) === rowIdentity(b)).toBe(a.taskId === b.taskId && a.indicatorId === b.indicatorId);
        expect(rowIdentity(parseRowKey(formatRowKey(a))!)).toBe(rowIdentity(a));
      }),
    );
  });

  it.each(["", "合计", "m1", "m1||", "m2|t1|i1", "t1|i1"])("is not seen in %p", (text) => {
    expect(parseRowKey(text)).toBeUndefined();
  });
});

describe("the text of a target", () => {
  it("gives back comparator and numbers, whatever they are", () => {
    fc.assert(
      fc.property(anyOp, quantity, quantity, (op, value, max) => {
        const target = { op, value, ...(op === "range" ? { max } : {}) };
        expect(parseTarget(formatTarget(target))).toEqual(target);
      }),
    );
  });

  it.each<[Parameters<typeof formatTarget>[0], string]>([
    [{ op: ">=", value: 50 }, "≥50"],
    [{ op: "~", value: 1100 }, "约1100"],
    [{ op: "range", value: 1, max: 2 }, "1—2"],
    [{ op: "<", value: 0.1 + 0.2 }, "<0.3"],
    [{ op: ">", value: 12_000_000 }, ">12000000"],
  ])("shows %p as %s", (target, text) => {
    expect(formatTarget(target)).toBe(text);
  });

  it("takes a bare number, as a person types it, as the least that is wanted", () => {
    expect([parseTarget(50), parseTarget("50"), parseTarget("1,200.5")]).toEqual(
      [50, 50, 1200.5].map((value) => ({ op: ">=", value })),
    );
  });

  it.each(["", "若干", "≥", "≥五十", "约—3", "50所", "1e3", "12,34", true])("is none in %p", (content) => {
    expect(parseTarget(content)).toBeUndefined();
  });
});

describe("the text of a period", () => {
  it("gives back kind and year, whatever they are", () => {
    fc.assert(
      fc.property(anyPeriod, maybe(year), year, (period, deadline, last) => {
        const bound = period !== "perYear" && period !== "perTerm";
        expect(
          parsePeriod(formatPeriod(present({ period, deadline }) as { period: typeof period }, last), last),
        ).toEqual({ period, due: (bound ? deadline : undefined) ?? last });
      }),
    );
  });

  it.each<[Parameters<typeof formatPeriod>[0], string]>([
    [{ period: "perYear" }, "每年"],
    [{ period: "perTerm", deadline: 2025 }, "每学期"],
    [{ period: "cumulative", deadline: 2025 }, "累计"],
    [{ period: "cumulative", deadline: 2023 }, "累计（到2023年）"],
    [{ period: "byDeadline" }, "到2025年"],
    [{ period: "byDeadline", deadline: 2022 }, "到2022年"],
  ])("shows %p as %s in a plan up to 2025", (period, text) => {
    expect(formatPeriod(period, 2025)).toBe(text);
  });

  it("is a level at the plan's end where a person wrote something else", () => {
    expect(parsePeriod("按季度", 2025)).toEqual({ period: "byDeadline", due: 2025 });
  });
});
