import { createRoot, type Root } from "react-dom/client";
import { FluentProvider } from "@fluentui/react-components";
import { holdUntil } from "../excel/session";
import { languageTag, setDisplayLanguage, t } from "../locale";
import { App } from "./app";
import { writeLocal, readLocal } from "./local-storage";
import { useOfficeTheme } from "./theme";
import { isTooOld, sayTooOld, tooOld } from "./too-old";

const languageKey = "language";

function Pane() {
  return (
    <FluentProvider theme={useOfficeTheme()} style={{ minHeight: "100vh" }}>
      <App />
    </FluentProvider>
  );
}

/** Shows the pane in the language that is set. */
function show(root: Root): void {
  document.documentElement.lang = languageTag();
  document.title = t("责任矩阵");
  // What is on the screen in another language is drawn anew.
  root.render(<Pane key={languageTag()} />);
}

/**
 * The pane is there before Excel answers: in the language of the last time, or of the system; what asks Excel waits.
 * Excel's own language may be another one, or Excel be too old: that is known then.
 */
async function open(): Promise<void> {
  const ready = Office.onReady();
  // An Excel that is too old is asked nothing.
  holdUntil(ready.then(() => (isTooOld() ? Promise.reject(tooOld()) : undefined)));
  const root = createRoot(document.getElementById("root")!);
  await setDisplayLanguage(readLocal(languageKey) ?? navigator.language);
  show(root);
  const shown = languageTag();
  await ready;
  if (isTooOld()) {
    root.unmount();
    return sayTooOld();
  }
  const language = Office.context.displayLanguage ?? "";
  writeLocal(languageKey, language);
  await setDisplayLanguage(language);
  if (languageTag() !== shown) show(root);
}

void open();
