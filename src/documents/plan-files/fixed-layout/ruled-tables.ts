import type { Ruling } from "./page";

/** In points: lines and ends of lines this close meet. */
const NEAR = 3;
/** In points: shorter lines are ticks and parts of letters. */
const MIN_LENGTH = 6;
/** Limit on grid positions; only squared paper and maps have more. */
const MAX_PLACES = 50_000;

/** A cell of a ruled table: its position on the page in points, and its spans. */
export interface RuledCell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  columns: number;
  rows: number;
}

/** A table drawn with ruling lines; `rows` lists for each row the cells that begin in it. */
export interface RuledTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  rows: RuledCell[][];
}

/** Finds the tables of a page from its ruling lines. A frame around text is a table of one cell. */
export function ruledTables(rulings: readonly Ruling[]): RuledTable[] {
  const across = merged(
    rulings
      .filter(({ x1, y1, x2, y2 }) => Math.abs(y1 - y2) <= NEAR && x2 - x1 >= MIN_LENGTH)
      .map(({ x1, y1, x2 }) => ({ at: y1, from: x1, to: x2 })),
  );
  const down = merged(
    rulings
      .filter(({ x1, y1, x2, y2 }) => Math.abs(x1 - x2) <= NEAR && y2 - y1 >= MIN_LENGTH)
      .map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 })),
  );
  return groupsOf(across, down).flatMap((group) => tableOf(group.across, group.down) ?? []);
}

/** A horizontal or vertical line: its position, and where it begins and ends. */
interface Segment {
  at: number;
  from: number;
  to: number;
}

/** Merges lines drawn in segments or more than once. */
function merged(segments: readonly Segment[]): Segment[] {
  const all: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = all.find(
      (one) => segment.at - one.at <= NEAR && segment.from <= one.to + NEAR && segment.to >= one.from - NEAR,
    );
    if (same) [same.from, same.to] = [Math.min(same.from, segment.from), Math.max(same.to, segment.to)];
    else all.push({ ...segment });
  }
  return all;
}

const meets = (across: Segment, down: Segment): boolean =>
  down.at >= across.from - NEAR &&
  down.at <= across.to + NEAR &&
  across.at >= down.from - NEAR &&
  across.at <= down.to + NEAR;

/** Groups lines that meet, directly or through others. */
function groupsOf(across: readonly Segment[], down: readonly Segment[]): { across: Segment[]; down: Segment[] }[] {
  const free = new Set(across);
  const groups: { across: Segment[]; down: Segment[] }[] = [];
  for (const first of across) {
    if (!free.delete(first)) continue;
    const group = { across: [first], down: [] as Segment[] };
    const crossing = new Set<Segment>();
    for (let k = 0; k < group.across.length; k++) {
      for (const line of down) {
        if (crossing.has(line) || !meets(group.across[k]!, line)) continue;
        crossing.add(line);
        group.down.push(line);
        for (const other of [...free]) if (meets(other, line) && free.delete(other)) group.across.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** The positions without those that lie too close to another one. */
function distinct(places: readonly number[]): number[] {
  const all: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (all.length === 0 || place - all.at(-1)! > NEAR) all.push(place);
  return all;
}

function tableOf(across: readonly Segment[], down: readonly Segment[]): RuledTable | undefined {
  const [left, right] = [Math.min(...across.map(({ from }) => from)), Math.max(...across.map(({ to }) => to))];
  // A table without lines at its sides ends where its horizontal lines do.
  const xs = distinct([left, right, ...down.map(({ at }) => at)]);
  const ys = distinct([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  if (across.length < 2 || down.length < 1 || xs.length < 2 || ys.length < 2 || xs.length * ys.length > MAX_PLACES)
    return undefined;
  const rows = cellsOf(xs, ys, across, down);
  return { left, right, top: ys[0]!, bottom: ys.at(-1)!, rows };
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Segment[],
  down: readonly Segment[],
): RuledCell[][] {
  const middle = (all: readonly number[], k: number): number => (all[k]! + all[k + 1]!) / 2;
  const isWall = (row: number, column: number): boolean =>
    down.some(
      ({ at, from, to }) => Math.abs(at - xs[column]!) <= NEAR && from <= middle(ys, row) && to >= middle(ys, row),
    );
  const isFloor = (row: number, column: number): boolean =>
    across.some(
      ({ at, from, to }) => Math.abs(at - ys[row]!) <= NEAR && from <= middle(xs, column) && to >= middle(xs, column),
    );
  const covered = new Set<string>();
  return ys.slice(0, -1).map((_, row) => {
    const cells: RuledCell[] = [];
    for (let column = 0; column + 1 < xs.length; column++) {
      if (covered.has(`${row}/${column}`)) continue;
      let columns = 1;
      while (
        column + columns + 1 < xs.length &&
        !isWall(row, column + columns) &&
        !covered.has(`${row}/${column + columns}`)
      )
        columns++;
      let rows = 1;
      while (
        row + rows + 1 < ys.length &&
        Array.from({ length: columns }, (__, k) => column + k).every((at) => !isFloor(row + rows, at))
      )
        rows++;
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) covered.add(`${row + r}/${column + c}`);
      cells.push({
        left: xs[column]!,
        right: xs[column + columns]!,
        top: ys[row]!,
        bottom: ys[row + rows]!,
        columns,
        rows,
      });
    }
    return cells;
  });
}
