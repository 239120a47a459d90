import { useEffect, useState } from "react";
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { writeLocal, readLocal } from "./local-storage";

/**
 * Chooses the light or the dark theme by the background of Excel's own theme (`#rrggbb`); light in a browser, which
 * has none. Windows' contrast themes need no theme here: the web view replaces all colours by the system's.
 */
function themeOf(background: string | undefined): Theme {
  const channels = /^#(..)(..)(..)$/.exec(background ?? "");
  if (!channels) return webLightTheme;
  const [red, green, blue] = channels.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128 ? webDarkTheme : webLightTheme;
}

const backgroundKey = "background";

/** Until Excel answers, the theme of the last time: otherwise a dark pane would start with a white flash. */
function current(): Theme {
  const now = Office.context?.officeTheme?.bodyBackgroundColor;
  if (now && now !== readLocal(backgroundKey)) writeLocal(backgroundKey, now);
  return themeOf(now ?? readLocal(backgroundKey));
}

/**
 * Excel's theme as a Fluent theme. No event tells of a change, so Excel is asked again whenever the user returns to
 * the pane.
 */
export function useOfficeTheme(): Theme {
  const [theme, setTheme] = useState(current);
  useEffect(() => {
    const look = (): void => setTheme(current);
    void Office.onReady().then(look);
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  return theme;
}
