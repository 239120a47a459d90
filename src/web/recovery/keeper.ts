/** What a keeper works with; times in ms. */
interface Keeping {
  /** Makes the copy's bytes. */
  copy(): Promise<Uint8Array>;
  /** Puts a copy away. */
  put(bytes: Uint8Array, at: number): Promise<void>;
  /** Calls back when the page has nothing else to do. */
  whenIdle(work: () => void): void;
  /** A copy could not be kept. */
  failed(error: unknown): void;
  /** Quiet for so long before a copy is made, ... */
  quiet?: number;
  /** ... but at the latest so long after the first change that no copy has. */
  longest?: number;
}

/** Makes a copy some moments after every change, one at a time, when nobody is typing. */
export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange: number | undefined;
  /** Counts what was changed and saved: a copy begun before the last save is put away nowhere. */
  private age = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly keeping: Keeping) {}

  changed(): void {
    const { quiet = 1_500, longest = 15_000 } = this.keeping;
    const now = Date.now();
    this.firstChange ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.keeping.whenIdle(() => void this.flush()),
      Math.max(0, Math.min(quiet, this.firstChange + longest - now)),
    );
  }

  /** What was changed is in a file now: nothing is to be kept of it. */
  saved(): void {
    clearTimeout(this.timer);
    this.timer = this.firstChange = undefined;
    this.age++;
  }

  /** Makes the copy that is due now, if one is. Resolves when it is put away. */
  flush(): Promise<void> {
    return (this.running = this.running.then(() => this.make()));
  }

  private async make(): Promise<void> {
    if (this.firstChange === undefined) return;
    clearTimeout(this.timer);
    this.firstChange = undefined;
    const { age } = this;
    try {
      const bytes = await this.keeping.copy();
      if (age === this.age) await this.keeping.put(bytes, Date.now());
    } catch (error) {
      this.keeping.failed(error);
    }
  }
}
