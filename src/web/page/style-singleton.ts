/**
 * Replaces `react-style-singleton` (webpack.config.js), with which the grid's menus and dialogs prevent scrolling. That
 * adds a style element with text, which the page's content security policy forbids; a constructed style sheet is
 * allowed and has the same effect.
 */
import { useEffect } from "react";

interface Singleton {
  add(css: string): void;
  remove(): void;
}

/** One style sheet for all simultaneous users; it is removed with the last of them. */
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
