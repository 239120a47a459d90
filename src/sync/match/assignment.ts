/** A possible pair of a left and a right item, by index; `score` from 0 to 1. */
export interface Candidate {
  left: number;
  right: number;
  score: number;
}

/**
 * Finds the one-to-one assignment with the greatest sum of (score − `least`); an item without a worthwhile partner
 * stays alone. Uses shortest augmenting paths with potentials over the sparse graph of candidates (Jonker and Volgenant
 * 1987), which decides all pairs together, so that no early pair takes what another needs.
 * @returns right index by left index
 */
export function assign(lefts: number, candidates: readonly Candidate[], least: number): Map<number, number> {
  const edges = new Map<number, { right: number; cost: number }[]>();
  for (const { left, right, score } of candidates) {
    if (score < least) continue;
    const list = edges.get(left) ?? [];
    list.push({ right, cost: 1 - score });
    edges.set(left, list);
  }
  // To allow a left item to stay alone, it gets a partner of its own (numbered below zero) that costs as much as the
  // lowest acceptable score.
  for (const [left, list] of edges) list.push({ right: -1 - left, cost: 1 - least });
  const search = new PathSearch(edges);
  for (let left = 0; left < lefts; left++) if (edges.has(left)) search.augment(left);
  return new Map([...search.leftOf].flatMap(([right, left]) => (right >= 0 ? [[left, right] as const] : [])));
}

class PathSearch {
  /** Right → left, as assigned so far. */
  readonly leftOf = new Map<number, number>();
  private readonly potential = new Map<number, number>();
  private readonly leftPotential = new Map<number, number>();

  constructor(private readonly edges: ReadonlyMap<number, readonly { right: number; cost: number }[]>) {}

  /** Assigns one more left item, along the cheapest path. */
  augment(start: number): void {
    const distance = new Map<number, number>();
    const from = new Map<number, number>();
    const done = new Set<number>();
    const visited = new Map<number, number>([[start, 0]]);
    let left = start;
    let reached = 0;
    for (;;) {
      for (const { right, cost } of this.edges.get(left)!) {
        if (done.has(right)) continue;
        const length = reached + cost - (this.leftPotential.get(left) ?? 0) - (this.potential.get(right) ?? 0);
        if (length < (distance.get(right) ?? Infinity)) {
          distance.set(right, length);
          from.set(right, left);
        }
      }
      let nearest: number | undefined;
      for (const [right, length] of distance)
        if (!done.has(right) && (nearest === undefined || length < distance.get(nearest)!)) nearest = right;
      reached = distance.get(nearest!)!;
      done.add(nearest!);
      const holder = this.leftOf.get(nearest!);
      if (holder === undefined) {
        this.settle(nearest!, reached, done, distance, visited);
        this.flip(nearest!, start, from);
        return;
      }
      visited.set(holder, reached);
      left = holder;
    }
  }

  private settle(
    end: number,
    reached: number,
    done: ReadonlySet<number>,
    distance: ReadonlyMap<number, number>,
    visited: ReadonlyMap<number, number>,
  ): void {
    for (const right of done)
      if (right !== end) this.potential.set(right, (this.potential.get(right) ?? 0) + distance.get(right)! - reached);
    for (const [left, at] of visited) this.leftPotential.set(left, (this.leftPotential.get(left) ?? 0) + reached - at);
  }

  private flip(end: number, start: number, from: ReadonlyMap<number, number>): void {
    let right = end;
    for (;;) {
      const left = from.get(right)!;
      const before = [...this.edges.get(left)!].find(
        (edge) => edge.right !== right && this.leftOf.get(edge.right) === left,
      )?.right;
      this.leftOf.set(right, left);
      if (left === start) return;
      right = before!;
    }
  }
}
