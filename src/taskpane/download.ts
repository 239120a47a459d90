/**
 * Whether downloads from the pane work. In Excel for Mac they silently do nothing (office-js issue 2700: by design),
 * so none is offered there.
 */
export const canDownload = (): boolean => String(Office.context.platform) !== "Mac";

/**
 * Offers a file as a download of the browser or of Excel's web view. Call it only if `canDownload`.
 * @param type MIME type
 */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some web views fetch the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
