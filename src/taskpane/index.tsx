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
  // The key makes React draw everything again in the new language.
  root.render(<Pane key={languageTag()} />);
}

/**
 * Shows the pane before Excel answers, in the language of the last time or of the system; requests to Excel wait
 * until it does. Only then is it known whether Excel uses another language or is too old.
 */
async function open(): Promise<void> {
  const ready = Office.onReady();
  // No request is sent to an Excel that is too old.
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
