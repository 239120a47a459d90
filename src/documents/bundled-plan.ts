import { readPlan } from "../plan";
import type { Plan } from "../plan/model";
import { bundledText } from "./bundled-text";

let read: Plan | undefined;

/** The bundled plan, read once. */
export const bundledPlan = (): Plan => (read ??= readPlan(bundledText));
