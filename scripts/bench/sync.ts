import { generateMatrix } from "../../src/excel/generate";
import { previewSync, syncMatrix } from "../../src/excel/sync";
import type { Host } from "../../src/host/node";
import { idSource } from "../../src/plan/identity";
import type { Indicator, Plan, Task } from "../../src/plan/model";
import { onFreshHost } from "./build";
import type { Figure } from "./index";
import { rounded, timed } from "./measure";
import { seedPlan } from "./seed";

/** The numbers of tasks and units of the three plans. */
const sizes = [
  { times: 1, units: 36 },
  { times: 10, units: 300 },
  { times: 100, units: 300 },
];

/** The bundled plan repeated this many times, each copy with its own words, spread over more units. */
function largePlan(times: number, unitCount: number): Plan {
  const seed = seedPlan();
  const names = Array.from({ length: unitCount }, (_, index) => seed.units[index]?.name ?? `第${index + 1}责任单位`);
  const taskId = idSource("t");
  const indicatorId = idSource("i");
  const tasks: Task[] = [];
  const indicators: Indicator[] = [];
  for (let copy = 0; copy < times; copy++) {
    const unit = (name: string): string =>
      names[(seed.units.findIndex((one) => one.name === name) + copy * 7) % names.length]!;
    const own = new Map<string, string>();
    const shift = copy * 1_000_000;
    for (const task of seed.tasks) {
      const title = copy === 0 ? task.title : `${task.title}（第${copy}片区）`;
      const id = taskId(title, task.text, String(copy));
      own.set(task.id, id);
      tasks.push({
        ...task,
        id,
        title,
        lead: task.lead.map(unit),
        responsible: task.responsible.map(unit),
        span: [task.span[0] + shift, task.span[1] + shift],
      });
    }
    for (const one of seed.indicators) {
      const owner = one.taskId === undefined ? undefined : own.get(one.taskId);
      if (owner !== undefined)
        indicators.push({
          ...one,
          id: indicatorId(owner, one.name, one.quote),
          taskId: owner,
          span: [one.span[0] + shift, one.span[1] + shift],
        });
    }
  }
  return {
    ...seed,
    tasks,
    indicators,
    units: names.map((name) => ({ name, aliases: [] })),
    findings: [],
    safeguards: [],
  };
}

/** The same plan with one task's words changed. */
function withOneChanged(plan: Plan): Plan {
  const middle = Math.floor(plan.tasks.length / 2);
  return {
    ...plan,
    tasks: plan.tasks.map((task, index) => (index === middle ? { ...task, title: `${task.title}（修订）` } : task)),
  };
}

/** The time spent in `context.sync()`: Office.js, the host, and its calculation. */
export function syncClock({ Excel }: Host): { ms: () => number } {
  let owner = Excel.RequestContext.prototype as { sync: (...args: unknown[]) => Promise<unknown> };
  while (!Object.hasOwn(owner, "sync")) owner = Object.getPrototypeOf(owner) as typeof owner;
  const { sync } = owner;
  let inside = 0;
  owner.sync = async function (...args) {
    const started = performance.now();
    try {
      return await sync.apply(this, args);
    } finally {
      inside += performance.now() - started;
    }
  };
  return { ms: () => inside };
}

interface Cost {
  tasks: number;
  buildMs: number;
  /** The part of it that the add-in itself takes. */
  ownMs: number;
  largest: number;
  noop: { reads: number; writes: number };
  one: { cells: number; bytes: number; ms: number };
  rebuildMs: number;
}

async function costOf(host: Host, times: number, units: number): Promise<Cost> {
  const plan = largePlan(times, units);
  const { log } = host.book;
  const clock = syncClock(host);
  const buildMs = await timed(() => generateMatrix(plan));
  const ownMs = buildMs - clock.ms();
  const largest = Math.max(...log.requests);
  log.reset();
  await previewSync(plan);
  const noop = { reads: log.syncs, writes: log.cellsWritten };
  const changed = withOneChanged(plan);
  const { changes } = (await previewSync(changed))!;
  log.reset();
  const choice = { seen: changes, chosen: new Set(changes.map(({ id }) => id)), now: new Date() };
  const ms = await timed(() => syncMatrix(changed, choice));
  const one = { cells: log.cellsWritten, bytes: log.bytesSent, ms };
  // The alternative for one changed task: generating the whole sheet again.
  const rebuildMs = await timed(() => generateMatrix(plan));
  return { tasks: plan.tasks.length, buildMs, ownMs, largest, noop, one, rebuildMs };
}

export async function measureSync(): Promise<Figure[]> {
  const costs: Cost[] = [];
  for (const { times, units } of sizes) costs.push(await onFreshHost((host) => costOf(host, times, units)));
  const [small, middle, large] = costs as [Cost, Cost, Cost];
  return [
    {
      key: "sync.noop.reads",
      value: Math.max(...costs.map(({ noop }) => noop.reads)),
      meaning: "round trips where plan and sheet are in step, at any size",
    },
    {
      key: "sync.noop.writes",
      value: Math.max(...costs.map(({ noop }) => noop.writes)),
      meaning: "cells written then",
    },
    ...costs.flatMap(({ tasks, one }) => [
      { key: `sync.one.cells.${tasks}`, value: one.cells, meaning: `cells written for one changed task of ${tasks}` },
      {
        key: `sync.one.bytes.${tasks}`,
        value: one.bytes,
        meaning: "bytes sent for it, the journal with its undoing included",
      },
    ]),
    {
      key: "sync.growth",
      value: rounded(large.buildMs / large.tasks / (middle.buildMs / middle.tasks), 3),
      meaning: "full build: time per task at 3,400 ÷ at 340, the host and its calculating included",
    },
    {
      key: "sync.growthOwn",
      value: rounded(large.ownMs / large.tasks / (middle.ownMs / middle.tasks), 3),
      meaning: "the same without the time within context.sync()",
    },
    {
      key: "sync.maxRequestMB",
      value: rounded(Math.max(...costs.map(({ largest }) => largest)) / 1e6, 3),
      meaning: "largest request of a full build, in MB",
    },
    ...[small, middle, large].map(({ tasks, one, rebuildMs }) => ({
      key: `sync.vsRebuild.${tasks}`,
      value: rounded(rebuildMs / one.ms, 3),
      meaning: "time of making the whole sheet again ÷ of syncing the one changed task",
    })),
  ];
}
