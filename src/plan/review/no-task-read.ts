import { leftOver } from "../finding";
import { sentence } from "../sentence";
import type { Rule } from "./rule";

/** Finds a plan without any task read, although some places in it name responsible units. */
export const noTaskRead: Rule = {
  name: "no-task-read",
  check: ({ clean, plan, readings }) => {
    if (plan.tasks.length > 0) return [];
    const places = readings.flatMap(({ leftOvers }) => leftOvers).sort((a, b) => a.start - b.start);
    if (places.length === 0) return [];
    const end = places.reduce((last, place) => Math.max(last, place.end), 0);
    const message = sentence("没有读出任务，而文中有{{count}}处像是写明了单位，请在“看原文”中核对。", {
      count: places.length,
    });
    return [leftOver("no-task-read", "error", message, clean.span(places[0]!.start, end))];
  },
};
