/** Requests and edits one after the other, as Excel does, and what a test wants to happen between two of them. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private readonly planned = new Map<number, () => unknown>();
  /** While what was planned for between two requests is done: the end of what it has queued. */
  private inside: Promise<unknown> | undefined;

  /** Something planned for between two requests is being done. */
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

  /** Does what was planned for after this request; what takes a turn meanwhile takes it here. */
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
