/** Univer measures in CSS pixels, Excel in points. */
export const pixelsPerPoint = 96 / 72;
