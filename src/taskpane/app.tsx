import { lazy, Suspense, useCallback, useState } from "react";
import { makeStyles, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import "./pane.css";
import { CheckPage } from "./pages/check";
import { PlanPage } from "./pages/plan";
import { useReading } from "./reading";

// What reads and writes the workbook is loaded when it is first needed: the pane is there at once.
const GeneratePage = lazy(async () => ({ default: (await import("./pages/generate")).GeneratePage }));
const SyncPage = lazy(async () => ({ default: (await import("./pages/sync")).SyncPage }));
const ReportingPage = lazy(async () => ({ default: (await import("./pages/reporting")).ReportingPage }));
const ShortfallPage = lazy(async () => ({ default: (await import("./pages/shortfalls")).ShortfallPage }));

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100vh", minWidth: "320px" },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: "0 2px" },
  // Six of them fit into the narrowest pane.
  tab: { padding: "12px 6px" },
  page: { flex: 1, overflowY: "auto", padding: "16px" },
});

const pages = { plan: "方案", check: "核对", generate: "生成", sync: "同步", reporting: "填报", shortfalls: "未达标" } as const;
type Page = keyof typeof pages;

/** The pane: one page at a time, each with one thing to do. */
export function App() {
  const styles = useStyles();
  const [page, setPage] = useState<Page>("plan");
  const reading = useReading();
  const toShortfalls = useCallback(() => setPage("shortfalls"), []);
  const toGenerate = useCallback(() => setPage("generate"), []);
  const toSync = useCallback(() => setPage("sync"), []);
  const toCheck = useCallback(() => setPage("check"), []);
  return (
    <div className={styles.pane}>
      <TabList className={styles.tabs} selectedValue={page} onTabSelect={(_, { value }) => setPage(value as Page)} aria-label="页面">
        {(Object.keys(pages) as Page[]).map((key) => (
          <Tab key={key} className={styles.tab} value={key} id={`tab-${key}`}>
            {pages[key]}
          </Tab>
        ))}
      </TabList>
      <main className={styles.page} role="tabpanel" aria-labelledby={`tab-${page}`} tabIndex={0}>
        <Suspense fallback={<Spinner size="small" label="正在打开…" />}>
          {page === "plan" && <PlanPage reading={reading} onCheck={toCheck} onGenerate={toGenerate} />}
          {page === "check" && <CheckPage reading={reading} onNext={toGenerate} />}
          {page === "generate" && <GeneratePage reading={reading} onNext={toShortfalls} onSync={toSync} />}
          {page === "sync" && <SyncPage reading={reading} onGenerate={toGenerate} />}
          {page === "reporting" && <ReportingPage onGenerate={toGenerate} />}
          {page === "shortfalls" && <ShortfallPage onGenerate={toGenerate} />}
        </Suspense>
      </main>
    </div>
  );
}
