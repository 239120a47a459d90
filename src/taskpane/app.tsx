import { useCallback, useState } from "react";
import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import "./pane.css";
import { CheckPage } from "./pages/check";
import { GeneratePage } from "./pages/generate";
import { PlanPage } from "./pages/plan";
import { ShortfallPage } from "./pages/shortfalls";
import { useReading } from "./reading";

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100vh", minWidth: "320px" },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: "0 4px" },
  page: { flex: 1, overflowY: "auto", padding: "16px" },
});

const pages = { plan: "方案", check: "核对", generate: "生成", shortfalls: "未达标" } as const;
type Page = keyof typeof pages;

/** The pane: one page at a time, each with one thing to do. */
export function App() {
  const styles = useStyles();
  const [page, setPage] = useState<Page>("plan");
  const reading = useReading();
  const toShortfalls = useCallback(() => setPage("shortfalls"), []);
  const toGenerate = useCallback(() => setPage("generate"), []);
  const toCheck = useCallback(() => setPage("check"), []);
  return (
    <div className={styles.pane}>
      <TabList className={styles.tabs} selectedValue={page} onTabSelect={(_, { value }) => setPage(value as Page)} aria-label="页面">
        {(Object.keys(pages) as Page[]).map((key) => (
          <Tab key={key} value={key} id={`tab-${key}`}>
            {pages[key]}
          </Tab>
        ))}
      </TabList>
      <main className={styles.page} role="tabpanel" aria-labelledby={`tab-${page}`} tabIndex={0}>
        {page === "plan" && <PlanPage reading={reading} onCheck={toCheck} onGenerate={toGenerate} />}
        {page === "check" && <CheckPage reading={reading} onNext={toGenerate} />}
        {page === "generate" && <GeneratePage reading={reading} onNext={toShortfalls} />}
        {page === "shortfalls" && <ShortfallPage onGenerate={toGenerate} />}
      </main>
    </div>
  );
}
