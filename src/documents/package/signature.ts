const COMPOUND = "d0cf11e0a1b11ae1";
const ZIP = "504b0304";

/**
 * Whether a file begins with a signature.
 * @param signature bytes in hexadecimal; `..` matches any byte
 */
export function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let k = 0; k * 2 < signature.length; k++) {
    const pair = signature.slice(k * 2, k * 2 + 2);
    if (pair !== ".." && bytes[k] !== parseInt(pair, 16)) return false;
  }
  return true;
}

/** Whether the file is a zip archive with at least one entry. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP);

/** Whether the file is a compound file ([MS-CFB]): an old Office or WPS document, or a new one that is encrypted. */
export const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, COMPOUND);

/**
 * The bytes as a binary string, one character per byte. (`TextDecoder("latin1")` is really windows-1252 and maps
 * 0x80–0x9f elsewhere.)
 */
export function binaryString(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The bytes as text for searching ASCII in a binary file (decoded as latin1, which browsers treat as windows-1252). */
export const latin1Text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Whether one of these stream names occurs in a compound file, where names are stored in UTF-16. */
function hasStream(bytes: Uint8Array, ...names: readonly string[]): boolean {
  const text = latin1Text(bytes);
  return names.some((name) => text.includes([...name].join("\0")));
}

/** Whether a compound file is an encrypted .docx or .xlsx ([MS-OFFCRYPTO] 2.3.4.4). */
export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  hasStream(bytes, "EncryptedPackage", "EncryptionInfo");
