import { useCallback, useEffect, useState } from "react";
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { goTo, readStatus, type MatrixStatus, type ShortfallItem } from "../../excel/status";
import { watchMatrix } from "../../excel/watch";
import { FailureBar } from "../failure-bar";
import { NoMatrix } from "../no-matrix";
import { useTask } from "../use-task";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "16px" },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
  title: { fontSize: "18px", lineHeight: "26px", fontWeight: 600, margin: 0 },
  bars: { display: "grid", gridTemplateColumns: "auto 1fr auto", columnGap: "8px", rowGap: "6px", alignItems: "center", margin: 0 },
  track: { height: "8px", borderRadius: "4px", backgroundColor: tokens.colorNeutralBackground4, overflow: "hidden" },
  bar: { height: "100%", borderRadius: "4px", backgroundColor: tokens.colorNeutralForeground3 },
  count: { fontVariantNumeric: "tabular-nums", textAlign: "right", margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  item: {
    display: "block",
    width: "100%",
    textAlign: "left",
    padding: "10px 12px",
    cursor: "pointer",
    font: "inherit",
    color: "inherit",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorPaletteRedBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: "flex", justifyContent: "space-between", gap: "8px" },
  gap: { color: tokens.colorPaletteRedForeground1, fontWeight: 600, whiteSpace: "nowrap" },
  quiet: { display: "block", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
});

/** Edits come in bursts: the list is read again once they pause. */
const pauseAfterEdits = 300;

/** 未达标: the standing in the assessment year, and every row that falls short with a way to its cell. */
export function ShortfallPage({ onGenerate }: { onGenerate: () => void }) {
  const styles = useStyles();
  const { state, run } = useTask(readStatus);
  useEffect(() => {
    void run();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchMatrix(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), pauseAfterEdits);
    });
    // Without events the list still works, by its button.
    stop.catch(() => undefined);
    return () => {
      clearTimeout(timer);
      void stop.then((end) => end()).catch(() => undefined);
    };
  }, [run]);
  const value = state.phase === "done" ? state.value : state.phase === "working" ? state.last : undefined;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{value ? `${value.year} 年未达标` : "未达标"}</h1>
        <Button size="small" onClick={() => void run()}>
          刷新
        </Button>
      </div>
      {state.phase === "working" && !value && <Spinner size="small" label="正在读取工作表…" />}
      {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
      {state.phase === "done" && !value && <NoMatrix onGenerate={onGenerate} />}
      {value && <Standing status={value} />}
    </div>
  );
}

function Standing({ status }: { status: MatrixStatus }) {
  const styles = useStyles();
  const [failure, setFailure] = useState<ExcelFailure>();
  const jump = useCallback((key: string) => {
    setFailure(undefined);
    goTo(key).catch((error: unknown) => setFailure(asFailure(error)));
  }, []);
  const counts = status.counts.filter(({ count }) => count > 0);
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <>
      <dl className={styles.bars} aria-label="各状态的行数">
        {counts.map(({ status: name, count }) => (
          <Bar key={name} name={name} count={count} share={count / most} />
        ))}
      </dl>
      {failure && <FailureBar failure={failure} onRetry={() => setFailure(undefined)} />}
      <div aria-live="polite">
        {status.shortfalls.length === 0 ? (
          <Text className={styles.quiet}>没有未达标或滞后的指标。</Text>
        ) : (
          <Text className={styles.quiet}>{status.shortfalls.length} 项未完成，点一项即可转到单元格。</Text>
        )}
      </div>
      <ul className={styles.list}>
        {status.shortfalls.map((item) => (
          <li key={item.key}>
            <Item item={item} onJump={jump} />
          </li>
        ))}
      </ul>
    </>
  );
}

const barColours: Record<string, string> = {
  达标: tokens.colorPaletteGreenForeground1,
  序时: tokens.colorPaletteGreenBackground2,
  推进中: tokens.colorPaletteYellowForeground2,
  滞后: tokens.colorPaletteRedForeground3,
  未达标: tokens.colorPaletteRedForeground1,
  无法识别: tokens.colorPaletteDarkOrangeForeground1,
};

function Bar({ name, count, share }: { name: string; count: number; share: number }) {
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <div className={styles.track} aria-hidden>
        <div className={styles.bar} style={{ width: `${share * 100}%`, ...(barColours[name] ? { backgroundColor: barColours[name] } : {}) }} />
      </div>
      <dd className={styles.count}>{count}</dd>
    </>
  );
}

function Item({ item, onJump }: { item: ShortfallItem; onJump: (key: string) => void }) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.item} onClick={() => onJump(item.key)}>
      <span className={styles.row}>
        <Text weight="semibold">{item.indicator || item.task}</Text>
        <span className={styles.gap}>{item.gap}</span>
      </span>
      <span className={styles.quiet}>
        {item.status} · 目标 {item.target} · 实际 {item.actual || "—"}
      </span>
      <span className={styles.quiet}>{item.task}</span>
      {item.leads.length > 0 && <span className={styles.quiet}>牵头：{item.leads.join("、")}</span>}
    </button>
  );
}
