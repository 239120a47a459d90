/** Limit in bytes on a returned form's file. Larger files are refused before anything is read. */
export const maxFormBytes = 20 * 1024 * 1024;
