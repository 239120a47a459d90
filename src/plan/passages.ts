/**
 * A stretch of clean text in which quantities may be read: attributions and the numbers of headings are cut out.
 * Offsets are cleaned ones, `[start, end)`.
 */
export interface Passage {
  start: number;
  end: number;
  /** The task that this stretch belongs to; absent in goals, chapter introductions and boxes. */
  taskId?: string;
  /** Headings above the stretch, outermost first, without their numbers. */
  section: string[];
  /** The stretch is the heading or title of its item. */
  isTitle?: boolean;
}
