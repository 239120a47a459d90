import { format } from "node:util";
import { JSDOM } from "jsdom";

/**
 * A page for React in jest's node environment, where the embedded host runs (jsdom's environment lacks what Univer and
 * jsdom itself need). To be imported before React: it looks for the page once, when it is loaded.
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
// Those of Node are none to a page's elements: what moves the focus tells of it in events.
Object.assign(globalThis, { Event: window.Event, CustomEvent: window.CustomEvent });
// Newer versions of Node have one of their own.
Object.defineProperty(globalThis, "navigator", { configurable: true, value: window.navigator });
Object.assign(globalThis, { window, IS_REACT_ACT_ENVIRONMENT: true });

/** What React and others complained about on the console. */
export const complaints: string[] = [];
console.error = (...about: unknown[]) => {
  const complaint = format(...about);
  // The pane also draws while a test waits for the workbook alone; only how slow the machine is decides that.
  if (!complaint.includes("not wrapped in act(")) complaints.push(complaint);
};
