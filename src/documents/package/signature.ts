/** What a file is by its bytes, whatever its name says. */

const COMPOUND = "d0cf11e0a1b11ae1";
const ZIP = "504b0304";

/** Whether a file begins so: bytes in hexadecimal, `..` for any. */
export function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let k = 0; k * 2 < signature.length; k++) {
    const pair = signature.slice(k * 2, k * 2 + 2);
    if (pair !== ".." && bytes[k] !== parseInt(pair, 16)) return false;
  }
  return true;
}

/** A zip file that holds something. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP);

/** A compound file ([MS-CFB]): an old Office or WPS file, or a new one that is encrypted. */
export const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, COMPOUND);

/** One character a byte, the byte's own number; the decoder named latin1 maps some elsewhere. */
export function binaryString(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export const latin1Text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Whether a compound file has a stream of one of these names; they stand in it as UTF-16. */
function hasStream(bytes: Uint8Array, ...names: readonly string[]): boolean {
  const text = latin1Text(bytes);
  return names.some((name) => text.includes([...name].join("\0")));
}

/** Whether a compound file is the encrypted package of a .docx or .xlsx ([MS-OFFCRYPTO] 2.3.4.4). */
export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  hasStream(bytes, "EncryptedPackage", "EncryptionInfo");
