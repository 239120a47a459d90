/**
 * The pane's pages, and the parts that some of them have. The ribbon opens one by the address:
 * `taskpane.html#page=reporting`.
 */
export const pageKeys = ["home", "plan", "matrix", "reporting", "check", "report"] as const;
export type PageKey = (typeof pageKeys)[number];

export const partKeys = {
  plan: ["read", "check"],
  matrix: ["generate", "sync", "views"],
  reporting: ["send", "collect"],
  check: ["overview", "shortfalls", "entries", "units"],
} as const;
export type PartKey = (typeof partKeys)[keyof typeof partKeys][number];

export interface Place {
  page: PageKey;
  /** Absent: the page's first part, or the one that fits. */
  part?: PartKey;
}

/** Goes to a place in the pane. */
export type GoTo = (place: Place) => void;

/** What the address asks for; undefined where it names no page of ours. */
export function placeInAddress(hash: string): Place | undefined {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const page = pageKeys.find((key) => key === asked.get("page"));
  if (!page) return undefined;
  const parts: readonly PartKey[] = page in partKeys ? partKeys[page as keyof typeof partKeys] : [];
  const part = parts.find((key) => key === asked.get("part"));
  return part ? { page, part } : { page };
}
