/** The pane's pages that a button may open; the pane takes its page from the address. */
export type PaneTarget = "plan" | "matrix" | "reporting" | "report";

let showing: Promise<void> | undefined;

/**
 * Shows the pane at a page, `#page=NAME`, and at a part of it, `&part=NAME`. The buttons run in the pane's own runtime,
 * so the address is the pane's: nothing has to be handed over. The same address again is told again, because the user
 * may have left that page by the pane's own tabs.
 */
export async function openPage(page: PaneTarget, part?: string): Promise<void> {
  const address = `#${new URLSearchParams({ page, ...(part ? { part } : {}) }).toString()}`;
  if (location.hash === address) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = address;
  // Asked again before the pane is there, Excel on the web ends the runtime (office-js issue 3224).
  showing ??= Office.addin.showAsTaskpane().finally(() => (showing = undefined));
  await showing;
}
