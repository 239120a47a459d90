/**
 * The pane's pages, and the parts of those that have several. The ribbon opens a page by its address:
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
  /** Absent: the page chooses a part that fits. */
  part?: PartKey;
}

/** Goes to a place in the pane. */
export type GoTo = (place: Place) => void;

/**
 * The place that the address names; undefined if it names no page of the pane.
 * @param hash `#page=check&part=units`; an unknown part is ignored
 */
export function placeInAddress(hash: string): Place | undefined {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const page = pageKeys.find((key) => key === asked.get("page"));
  if (!page) return undefined;
  const part = page in partKeys ? partOf(page as keyof typeof partKeys, asked.get("part") as PartKey) : undefined;
  return part ? { page, part } : { page };
}
