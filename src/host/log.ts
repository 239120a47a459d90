/**
 * Every `Type.member` seen in this process, with the guard that was asked for before; the requirement-set check reads
 * it.
 */
export const membersSeen = new Map<string, number>();

/** What crossed the bridge: speed tests read the counts, the requirement-set check reads the members. */
export class RequestLog {
  /** Round trips that the add-in asked for with `context.sync()`. */
  syncs = 0;
  /** Requests that Office.js sends by itself after `Excel.run`, only to let go of ranges. */
  cleanups = 0;
  bytesSent = 0;
  cellsWritten = 0;
  cellsRead = 0;
  /** Bytes of each request, in order. */
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
  /** Refused before anything of it was done. */
  | { kind: "refused"; code: string }
  /** Done, but the add-in is told it was not. */
  | { kind: "timedOut"; code: string }
  /** The first `actions` actions are done, then it breaks off. */
  | { kind: "partlyApplied"; code: string; actions: number };

/** Chosen requests fail: for each, by its number since the last `reset` of the log (0 is the next one). */
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
