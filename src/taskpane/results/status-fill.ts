import type { CSSProperties } from "react";
import { tokens } from "@fluentui/react-components";
import type { StatusKey } from "../../matrix/statuses";
import { statusColour } from "./status-colour";

const lines = (angle: number, gap: number): string =>
  `repeating-linear-gradient(${angle}deg, transparent 0 ${gap}px, rgba(0, 0, 0, 0.5) ${gap}px ${gap + 1.5}px)`;

/** The pattern for tasks without a number. */
const dots = "radial-gradient(rgba(0, 0, 0, 0.6) 0.8px, transparent 1.2px)";

/** Patterns tell statuses apart for people who do not see their colours. */
const patterns: Readonly<Record<StatusKey, string>> = {
  reached: "none",
  onPace: lines(0, 3),
  underWay: lines(90, 3),
  behind: lines(135, 3),
  missed: lines(45, 2),
  unreadable: `${lines(45, 4)}, ${lines(135, 4)}`,
  notReported: "none",
  done: dots,
  notStarted: dots,
  overdue: dots,
};

/** A status in charts and their legend: a colour, a pattern, and an outline that is visible on any background. */
export const statusFill = (key: StatusKey): CSSProperties => ({
  backgroundColor: statusColour(key),
  backgroundImage: patterns[key],
  ...(patterns[key] === dots ? { backgroundSize: "4px 4px" } : {}),
  boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}`,
});
