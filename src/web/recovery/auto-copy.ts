/** What a keeper works with; times in ms. */
interface AutoCopyOptions {
  /** Makes the copy's bytes. */
  copy(): Promise<Uint8Array>;
  /** Puts a copy away. */
  put(bytes: Uint8Array, at: number): Promise<void>;
  /** Calls back when the page has nothing else to do. */
  whenIdle(work: () => void): void;
  /** A copy could not be kept. */
  failed(error: unknown): void;
  /** Quiet for so long before a copy is made, ... */
  idle?: number;
  /** ... but at the latest so long after the first change that no copy has. */
  maxDelay?: number;
}

/** Makes a copy some moments after every change, one at a time, when nobody is typing. */
export class AutoCopy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange: number | undefined;
  /** Counts what was changed and saved: a copy begun before the last save is put away nowhere. */
  private generation = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: AutoCopyOptions) {}

  changed(): void {
    const { idle = 1_500, maxDelay = 15_000 } = this.options;
    const now = Date.now();
    this.firstChange ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.options.whenIdle(() => void this.flush()),
      Math.max(0, Math.min(idle, this.firstChange + maxDelay - now)),
    );
  }

  /** What was changed is in a file now: nothing is to be kept of it. */
  saved(): void {
    clearTimeout(this.timer);
    this.timer = this.firstChange = undefined;
    this.generation++;
  }

  /** Makes the copy that is due now, if one is. Resolves when it is put away. */
  flush(): Promise<void> {
    return (this.running = this.running.then(() => this.make()));
  }

  private async make(): Promise<void> {
    if (this.firstChange === undefined) return;
    clearTimeout(this.timer);
    this.firstChange = undefined;
    const { generation } = this;
    try {
      const bytes = await this.options.copy();
      if (generation === this.generation) await this.options.put(bytes, Date.now());
    } catch (error) {
      this.options.failed(error);
    }
  }
}
