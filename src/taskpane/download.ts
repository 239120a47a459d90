/** Hands a file to the user as the browser, or Excel's web view, does with downloads. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some web views fetch it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
