/**
 * In the place of `react-style-singleton` (webpack.config.js), by which the grid's menus and dialogs keep the page from
 * scrolling: it adds a style element with a text of its own, which the page's policy refuses. A style sheet made in
 * script is none, and does the same.
 */
import { useEffect } from "react";

interface Singleton {
  add(css: string): void;
  remove(): void;
}

/** One style sheet for all who ask for it at the same time; it goes with the last of them. */
export function stylesheetSingleton(): Singleton {
  const sheet = new CSSStyleSheet();
  let users = 0;
  return {
    add: (css) => {
      if (users++ > 0) return;
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove: () => {
      if (--users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}

export function styleHookSingleton(): (styles: string, isDynamic?: boolean) => void {
  const sheet = stylesheetSingleton();
  return function useStyle(styles, isDynamic) {
    useEffect(() => {
      sheet.add(styles);
      return () => sheet.remove();
    }, [isDynamic && styles]);
  };
}

export function styleSingleton(): (props: { styles: string; dynamic?: boolean }) => null {
  const useStyle = styleHookSingleton();
  return function Style({ styles, dynamic }) {
    useStyle(styles, dynamic);
    return null;
  };
}
