import type { BrowserHost } from "../host/browser";
import type { RibbonState } from "./ribbon";

declare global {
  interface Window {
    responsibilityMatrixHost: BrowserHost & { displayDialog(url: string): void; showPane(): void; updateRibbon(state: RibbonState): void };
  }
}
