/** Characters that `String.fromCharCode` takes at once without filling the stack. */
const bytesAtOnce = 0x8000;

export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += bytesAtOnce)
    binary += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce));
  return btoa(binary);
}
