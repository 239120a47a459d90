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

/** A part, if it is one of the page's; else undefined. */
export const partOf = <P extends keyof typeof partKeys>(
  page: P,
  part: PartKey | undefined,
): (typeof partKeys)[P][number] | undefined => (partKeys[page] as readonly PartKey[]).find((key) => key === part);

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
  const part = page in partKeys ? partOf(page as keyof typeof partKeys, asked.get("part") as PartKey) : undefined;
  return part ? { page, part } : { page };
}
