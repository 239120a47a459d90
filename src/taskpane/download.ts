/**
 * Whether a download from the pane arrives. In Excel for Mac it does nothing and says nothing (office-js issue 2700: by
 * design), so none is offered there.
 */
export const canDownload = (): boolean => String(Office.context.platform) !== "Mac";

/** Hands a file to the user as the browser, or Excel's web view, does with downloads; only where `canDownload`. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some web views fetch it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
