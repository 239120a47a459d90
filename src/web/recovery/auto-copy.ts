/** The options of an `AutoCopy`; times in ms. */
interface AutoCopyOptions {
  /** Makes the copy's bytes. */
  copy(): Promise<Uint8Array>;
  /** Stores a copy. */
  put(bytes: Uint8Array, at: number): Promise<void>;
  /** Calls back when the page has nothing else to do. */
  whenIdle(work: () => void): void;
  /** Called if a copy could not be made or stored. */
  failed(error: unknown): void;
  /** How long nothing must change before a copy is made … */
  idle?: number;
  /** … but a copy is made at the latest this long after the first change that it contains. */
  maxDelay?: number;
}

/** Makes a copy shortly after changes, when the page is idle; one at a time. */
export class AutoCopy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange: number | undefined;
  /** Counts saves: a copy that was begun before the last save is discarded. */
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

  /** All changes were saved in a file, so no copy is needed. */
  saved(): void {
    clearTimeout(this.timer);
    this.timer = this.firstChange = undefined;
    this.generation++;
  }

  /** Makes the pending copy now, if there is one. Resolves when it is stored. */
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
