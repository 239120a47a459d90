import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from "react";
import { makeStyles, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { t } from "../locale";
import { writeLocal, readLocal } from "./local-storage";
import { useFocusRecovery } from "./layout/use-focus-recovery";
import { Notices } from "./notices";
import { placeInAddress, type PageKey, type Place } from "./navigation";
import { OpeningContext } from "./opening/opening-context";
import "./pane.css";
import { useOpenPlan } from "./open-plan/use-open-plan";

// Pages, and the code that they need to read plans and write the workbook, are loaded when first shown, so that the
// pane itself appears at once.
const FirstRun = lazy(async () => ({ default: (await import("./first-run")).FirstRun }));
const HomePage = lazy(async () => ({ default: (await import("./pages/home")).HomePage }));
const PlanPage = lazy(async () => ({ default: (await import("./pages/plan")).PlanPage }));
const MatrixPage = lazy(async () => ({ default: (await import("./pages/matrix")).MatrixPage }));
const ReportingPage = lazy(async () => ({ default: (await import("./pages/reporting")).ReportingPage }));
const CheckPage = lazy(async () => ({ default: (await import("./pages/check")).CheckPage }));
const ReportPage = lazy(async () => ({ default: (await import("./pages/report")).ReportPage }));

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100vh" },
  // All six fit into the narrowest pane; with larger fonts they wrap.
  tabs: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: "2px 4px 0",
    flexWrap: "wrap",
    flexShrink: 0,
  },
  tab: { padding: "12px 8px" },
  page: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: "16px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

const firstRunKey = "first-run";

/** The pane: a start page, and a page for each part of the year. */
export function App() {
  const styles = useStyles();
  const [place, setPlace] = useState<Place>(() => placeInAddress(location.hash) ?? { page: "home" });
  const [isFirst, setFirst] = useState(
    () => readLocal(firstRunKey) === undefined && placeInAddress(location.hash) === undefined,
  );
  const model = useOpenPlan();
  useFocusRecovery();
  const go = useCallback((to: Place) => setPlace(to), []);
  useEffect(() => {
    // The ribbon's buttons open the pane at a page.
    const follow = (): void => {
      const asked = placeInAddress(location.hash);
      if (!asked) return;
      setPlace(asked);
      setFirst(false);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const seen = useCallback(() => {
    writeLocal(firstRunKey, "seen");
    setFirst(false);
  }, []);
  const names: Readonly<Record<PageKey, string>> = {
    home: t("首页"),
    plan: t("方案"),
    matrix: t("矩阵"),
    reporting: t("填报"),
    check: t("检查"),
    report: t("报告"),
  };
  const opening = <Spinner size="small" label={t("正在打开…")} />;
  if (isFirst) {
    return (
      <Suspense fallback={opening}>
        <FirstRun onDone={seen} onGo={go} onExample={model.openExample} />
      </Suspense>
    );
  }
  const { page, part } = place;
  const pageOf = (): ReactNode => {
    const at = { onGo: go, ...(part ? { part } : {}) };
    if (page === "plan") return <PlanPage {...at} model={model} />;
    if (page === "matrix") return <MatrixPage {...at} model={model} />;
    if (page === "reporting") return <ReportingPage {...at} />;
    if (page === "check") return <CheckPage {...at} />;
    if (page === "report") return <ReportPage onGo={go} />;
    return <HomePage model={model} onGo={go} />;
  };
  return (
    <main className={styles.pane}>
      <TabList
        className={styles.tabs}
        selectedValue={page}
        onTabSelect={(_, { value }) => setPlace({ page: value as PageKey })}
        aria-label={t("页面")}
      >
        {(Object.keys(names) as PageKey[]).map((key) => (
          <Tab key={key} className={styles.tab} value={key} id={`tab-${key}`}>
            {names[key]}
          </Tab>
        ))}
      </TabList>
      <Notices />
      <div className={styles.page} role="tabpanel" aria-labelledby={`tab-${page}`} tabIndex={0}>
        <OpeningContext.Provider value={model}>
          <Suspense fallback={opening}>{pageOf()}</Suspense>
        </OpeningContext.Provider>
      </div>
    </main>
  );
}
