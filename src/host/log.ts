/**
 * Every `Type.member` used in this process, with the ExcelApi version that the add-in had checked for before; for the
 * check of requirement sets.
 */
export const membersSeen = new Map<string, number>();

/** Counts what crosses the bridge, for speed tests and the check of requirement sets. */
export class RequestLog {
  /** Round trips that the add-in requested with `context.sync()`. */
  syncs = 0;
  /** Requests that Office.js sends by itself after `Excel.run`, only to release ranges. */
  cleanups = 0;
  bytesSent = 0;
  cellsWritten = 0;
  cellsRead = 0;
  /** The bytes of each request, in order. */
  readonly requests: number[] = [];
  readonly members = new Set<string>();
  /** The highest ExcelApi version that `isSetSupported` was asked for. */
  guard = 0;

  request(text: string, cleanup: boolean): void {
    const bytes = new TextEncoder().encode(text).length;
    if (cleanup) {
      this.cleanups++;
      return;
    }
    this.syncs++;
    this.bytesSent += bytes;
    this.requests.push(bytes);
  }

  member(type: string, name: string): void {
    const member = `${type}.${name}`;
    this.members.add(member);
    membersSeen.set(member, Math.min(this.guard, membersSeen.get(member) ?? Infinity));
  }

  asked(set: string, version: number): void {
    const minor = (v: number): number => Number(String(v).split(".")[1] ?? 0);
    if (/^ExcelApi$/i.test(set) && minor(version) > minor(this.guard)) this.guard = version;
  }

  reset(): void {
    this.syncs = this.cleanups = this.bytesSent = this.cellsWritten = this.cellsRead = 0;
    this.requests.length = 0;
    this.members.clear();
  }
}

export type Fault =
  /** Refused before any of it is done. */
  | { kind: "refused"; code: string }
  /** Done, but the add-in is told that it timed out. */
  | { kind: "timedOut"; code: string }
  /** The first `actions` actions are done, then the request is interrupted. */
  | { kind: "partlyApplied"; code: string; actions: number };

/** Makes requests fail, by their number since the last `reset` of the log (0 is the next one). */
export class Faults {
  private readonly planned = new Map<number, Fault>();

  failRequest(index: number, fault: Fault): void {
    this.planned.set(index, fault);
  }

  clear(): void {
    this.planned.clear();
  }

  next(log: RequestLog): Fault | undefined {
    const fault = this.planned.get(log.syncs);
    this.planned.delete(log.syncs);
    return fault;
  }
}
