import type { Finding, Span } from "./model";

/** Ids of questions, by which they are settled. Reading the same text again gives the same ids. */
export const leadId = (taskId: string): string => `lead ${taskId}`;
export const periodId = (indicatorId: string): string => `period ${indicatorId}`;
export const pairId = (shorter: string, longer: string): string => `pair ${shorter} ${longer}`;
export const leftId = ([start]: Span): string => `left ${start}`;
export const labelId = (label: string): string => `label ${label}`;
export const newUnitId = (name: string): string => `new ${name}`;
export const unreadId = ({ rule, span: [start] }: Pick<Finding, "rule" | "span">): string => `unread ${rule} ${start}`;
