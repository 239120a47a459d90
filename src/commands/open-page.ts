/** The pane's pages that a button may open; the pane reads its page from the address. */
export type PaneTarget = "plan" | "matrix" | "reporting" | "report";

let showing: Promise<void> | undefined;

/**
 * Shows the pane at a page, `#page=NAME`, and at a part of it, `&part=NAME`. The buttons run in the pane's own runtime,
 * so its address is the pane's and no message is needed. If the address does not change, the event is dispatched
 * anyway, because the user may have left that page through the pane's tabs.
 */
export async function openPage(page: PaneTarget, part?: string): Promise<void> {
  const address = `#${new URLSearchParams({ page, ...(part ? { part } : {}) }).toString()}`;
  if (location.hash === address) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = address;
  // Excel on the web ends the runtime if it is called again before the pane is shown (office-js issue 3224).
  showing ??= Office.addin.showAsTaskpane().finally(() => (showing = undefined));
  await showing;
}
