import type { BrowserHost } from "../host/browser";

declare global {
  interface Window {
    responsibilityMatrixHost: BrowserHost & { displayDialog(url: string): void };
  }
}
