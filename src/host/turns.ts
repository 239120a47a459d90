/** Runs requests and edits one after the other, as Excel does, and lets tests run work between two of them. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private readonly planned = new Map<number, () => unknown>();
  /** While planned work runs between two requests: the end of the queue that this work has. */
  private inside: Promise<unknown> | undefined;

  /** Whether planned work is running between two requests. */
  get between(): boolean {
    return this.inside !== undefined;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    const next = (this.inside ?? this.last).then(work);
    const done = next.catch(() => undefined);
    if (this.inside) this.inside = done;
    else this.last = done;
    return next;
  }

  plan(request: number, work: () => unknown): void {
    this.planned.set(request, work);
  }

  /** Runs the work planned for after this request. Turns that it takes run before the next request. */
  async afterwards(request: number): Promise<void> {
    const work = this.planned.get(request);
    if (!work) return;
    this.planned.delete(request);
    this.inside = Promise.resolve();
    try {
      await work();
      await this.inside;
    } finally {
      this.inside = undefined;
    }
  }
}
