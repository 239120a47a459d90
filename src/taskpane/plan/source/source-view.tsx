import { useMemo, useRef, useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { isByHand } from "../../../plan/by-hand/marked-tasks";
import type { Span } from "../../../plan/model";
import { unreadOf } from "../../../plan/questions";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { ChosenBar } from "./chosen-bar";
import { SourceText } from "./source-text";
import { smallTextDense } from "../../layout/small-text";
import { linesAround, keyboardSelectionIn } from "./keyboard-selection";
import type { SourcePlace } from "./source-place";
import type { Shade } from "./chunks";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px" },
  // 返回 stays visible wherever the user scrolls.
  head: {
    position: "sticky",
    top: "-16px",
    zIndex: 1,
    margin: "-16px -16px 0",
    padding: "12px 16px",
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  title: { fontSize: "14px", lineHeight: "20px", margin: 0, fontWeight: 600, overflowWrap: "anywhere" },
  quiet: smallTextDense,
});

/** The plan's whole text, scrolled to one place. Here the user marks what is a task and who answers for it. */
export function SourceView({
  openPlan,
  places,
  onBack,
}: {
  openPlan: EditablePlan;
  places: readonly SourcePlace[];
  onBack: () => void;
}) {
  const styles = useStyles();
  const { source, plan, corrections, correct } = openPlan;
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Span>();
  const place = places[at];
  // Where keyboard selection starts: behind the passage settled last.
  const [from, setFrom] = useState(place?.span[0] ?? 0);
  const text = useRef<HTMLPreElement>(null);
  const go = (to: number): void => {
    setAt(to);
    setFrom(places[to]!.span[0]);
    setChosen(undefined);
  };
  const goOn = (): void => {
    if (chosen) setFrom(chosen[1]);
    setChosen(undefined);
    text.current?.focus({ preventScroll: true });
  };
  const known = useMemo(
    () => [...plan.units.flatMap(({ name, aliases }) => [name, ...aliases]), ...plan.groups.map(({ name }) => name)],
    [plan],
  );
  const steps = useMemo(() => keyboardSelectionIn(source, known, from), [source, known, from]);
  const open = useMemo(() => new Set(unreadOf(plan, corrections).map(({ id }) => id)), [plan, corrections]);
  const shades = useMemo(
    (): Shade[] => [
      ...plan.tasks.map((task): Shade => ({ span: task.span, kind: isByHand(task) ? "byHand" : "task" })),
      ...places.filter((one) => one !== place).map(({ span }): Shade => ({ span, kind: "place" })),
      ...(place ? [{ span: place.span, kind: "current" } as const] : []),
    ],
    [plan, places, place],
  );
  const unread = place?.unread;
  const settle = (): void => {
    if (unread === undefined) return;
    correct((before) => ({ ...before, settled: [...before.settled, unread] }));
    if (at + 1 < places.length) go(at + 1);
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.row}>
          <Button size="small" onClick={onBack}>
            {t("返回")}
          </Button>
          {places.length > 1 && (
            <>
              <Button size="small" disabledFocusable={at === 0} onClick={() => go(at - 1)}>
                {t("上一处")}
              </Button>
              <Button size="small" disabledFocusable={at === places.length - 1} onClick={() => go(at + 1)}>
                {t("下一处")}
              </Button>
              <Text className={styles.quiet} role="status">
                {t("第 {{at}} / {{all}} 处", { at: at + 1, all: places.length })}
              </Text>
            </>
          )}
        </div>
        <h1 className={styles.title} tabIndex={-1}>
          {place?.note ?? t("方案原文")}
        </h1>
        {unread !== undefined && (
          <div className={styles.row}>
            {open.has(unread) ? (
              <>
                <Button size="small" onClick={() => setChosen(linesAround(source, place!.span))}>
                  {t("选中这一段")}
                </Button>
                <Button size="small" onClick={settle}>
                  {t("这里不用读")}
                </Button>
              </>
            ) : (
              <Text className={styles.quiet} data-landing tabIndex={-1}>
                {t("这一处已处理。")}
              </Text>
            )}
          </div>
        )}
      </div>
      <SourceText
        root={text}
        source={source}
        shades={shades}
        chosen={chosen}
        steps={steps}
        current={place?.span}
        onChoose={setChosen}
      />
      <ChosenBar openPlan={openPlan} known={known} chosen={chosen} onDone={goOn} />
    </div>
  );
}
