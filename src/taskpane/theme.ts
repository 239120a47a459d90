import { useEffect, useState } from "react";
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { writeLocal, readLocal } from "./local-storage";

/**
 * Excel's own theme decides between light and dark; a browser has none to offer. Windows' contrast themes need no theme
 * of ours: the web view puts the system's colours in place of all others.
 */
function themeOf(background: string | undefined): Theme {
  const channels = /^#(..)(..)(..)$/.exec(background ?? "");
  if (!channels) return webLightTheme;
  const [red, green, blue] = channels.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128 ? webDarkTheme : webLightTheme;
}

const backgroundKey = "background";

/** Before Excel answers, as it was the last time: else a dark pane would come up with a white flash. */
function current(): Theme {
  const now = Office.context?.officeTheme?.bodyBackgroundColor;
  if (now && now !== readLocal(backgroundKey)) writeLocal(backgroundKey, now);
  return themeOf(now ?? readLocal(backgroundKey));
}

/** Excel tells nobody that its theme was changed; when the user comes back to the pane it is asked again. */
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
