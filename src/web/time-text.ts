/** `08:05`. @param at ms since 1970 */
export const clockText = (at: number): string =>
  new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

/** `6月3日 08:05`. @param at ms since 1970 */
export const dateText = (at: number): string =>
  new Date(at).toLocaleString("zh-CN", {
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
