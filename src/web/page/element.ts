/** An element that the page's HTML has. */
export const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
