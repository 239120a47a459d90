import type { BrowserHost } from "../../host/browser";
import { ribbon } from "./ribbon";
import { element } from "./element";

function showDialog(address: string): void {
  const url = new URL(address);
  // Only pages of the same origin, as Office requires for dialogs. This one uses the stand-in for Office.js.
  if (url.origin !== location.origin) return;
  url.pathname = url.pathname.replace(/notice\.html$/, "web-notice.html");
  element<HTMLIFrameElement>("dialog-frame").src = url.href;
  element<HTMLDialogElement>("dialog").showModal();
}

export const showPane = (isShown = true): void =>
  void (document.querySelector<HTMLElement>(".pane")!.hidden = !isShown);

/**
 * Connects the pane and the ribbon to the host, and loads the pane.
 * @returns the pane's frame
 */
export function surroundPane(host: BrowserHost): HTMLIFrameElement {
  const pane = element<HTMLIFrameElement>("pane");
  const drawn = ribbon(element("tab"), element("groups"), {
    showPane: () => showPane(),
    // The code of the buttons runs in the pane's page, whether that is visible or not.
    run: (name) => {
      const frame = pane.contentWindow as unknown as {
        Office: { actions: { _association: { mappings: Map<string, (event: { completed(): void }) => void> } } };
      };
      frame.Office.actions._association.mappings.get(name)?.({ completed: () => undefined });
    },
  });
  window.responsibilityMatrixHost = {
    ...host,
    isSetSupported: (set, version) => ["SharedRuntime", "RibbonApi"].includes(set) || host.isSetSupported(set, version),
    displayDialog: showDialog,
    showPane: () => showPane(),
    updateRibbon: drawn.update,
  };
  // Last, since the page looks for the host as soon as it loads.
  pane.src = "web-pane.html";
  return pane;
}
