/** Bytes; larger files are refused before anything is read. */
export const maxFormBytes = 20 * 1024 * 1024;
