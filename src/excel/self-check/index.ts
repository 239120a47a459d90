export type { Answer, Guided } from "./check";
export { checks, guided } from "./list";
export { recordOf } from "./record";
export { runSelfCheck, removeScratch, type Ask, type Line, type SelfCheckReport } from "./run";
