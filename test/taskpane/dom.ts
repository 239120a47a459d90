import { format } from "node:util";
import { JSDOM } from "jsdom";

/**
 * A page for React in jest's node environment, where the embedded host runs (jsdom's environment lacks what Univer and
 * jsdom itself need). It must be imported before React, which looks for a page only once, when it is loaded.
 */
const { window } = new JSDOM('<!doctype html><html lang="zh-CN"><body></body></html>', {
  url: "https://localhost:3000/taskpane.html",
  pretendToBeVisual: true,
});

for (const name of Object.getOwnPropertyNames(window)) {
  if (name.startsWith("_") || name in globalThis) continue;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    writable: true,
    value: (window as unknown as Record<string, unknown>)[name],
  });
}
// The page's elements do not accept Node's own events, and moving the focus dispatches events.
Object.assign(globalThis, { Event: window.Event, CustomEvent: window.CustomEvent });
// Newer versions of Node have a `navigator` of their own.
Object.defineProperty(globalThis, "navigator", { configurable: true, value: window.navigator });
Object.assign(globalThis, { window, IS_REACT_ACT_ENVIRONMENT: true });

/** Complaints of React and others on the console. */
export const complaints: string[] = [];
console.error = (...about: unknown[]) => {
  const complaint = format(...about);
  // The pane also draws while a test waits only for the workbook; whether that happens depends only on the machine's
  // speed.
  if (!complaint.includes("not wrapped in act(")) complaints.push(complaint);
};
