/** Bytes; larger files are refused before anything is read. */
export const largestForm = 20 * 1024 * 1024;
