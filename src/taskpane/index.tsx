import { createRoot } from "react-dom/client";
import { FluentProvider } from "@fluentui/react-components";
import { languageTag, setDisplayLanguage, t } from "../locale";
import { App } from "./app";
import { useOfficeTheme } from "./theme";
import { isTooOld, sayTooOld } from "./too-old";

function Root() {
  return (
    <FluentProvider theme={useOfficeTheme()} style={{ minHeight: "100vh" }}>
      <App />
    </FluentProvider>
  );
}

void Office.onReady(async () => {
  if (isTooOld()) return sayTooOld();
  await setDisplayLanguage(Office.context.displayLanguage ?? "");
  document.documentElement.lang = languageTag();
  document.title = t("责任矩阵");
  createRoot(document.getElementById("root")!).render(<Root />);
});
