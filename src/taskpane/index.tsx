import { createRoot } from "react-dom/client";
import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { App } from "./app";
import { isTooOld, sayTooOld } from "./too-old";

/** Excel's own theme decides between light and dark; a browser has none to offer. */
function isDark(): boolean {
  const background = Office.context?.officeTheme?.bodyBackgroundColor;
  const channels = background ? /^#(..)(..)(..)$/.exec(background) : null;
  if (!channels) return false;
  const [red, green, blue] = channels.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
}

void Office.onReady(() => {
  if (isTooOld()) return sayTooOld();
  document.documentElement.lang = "zh-CN";
  createRoot(document.getElementById("root")!).render(
    <FluentProvider theme={isDark() ? webDarkTheme : webLightTheme} style={{ minHeight: "100vh" }}>
      <App />
    </FluentProvider>,
  );
});
