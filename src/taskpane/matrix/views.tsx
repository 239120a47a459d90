import { useCallback, useId, useState } from "react";
import {
  Button,
  Checkbox,
  Label,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Spinner,
} from "@fluentui/react-components";
import { makeList } from "../../excel/assessment";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { goToSheet } from "../../excel/status";
import {
  changeView,
  chooseHeaders,
  choosePaper,
  readView,
  showAll,
  type HeaderStyle,
  type Paper,
  type Purpose,
  type ViewReading,
  type YearsShown,
} from "../../excel/views";
import { listed, t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { Page, SmallText, Section } from "../layout/page";
import { NoMatrix } from "../no-matrix";
import { shownUnlessFailed, useAsync } from "../use-async";
import { useWatch } from "../use-watch";

const useStyles = makeStyles({
  columns: { display: "grid", gridTemplateColumns: "1fr 1fr" },
  action: { alignSelf: "flex-start" },
  choice: { display: "flex", flexDirection: "column", gap: "4px" },
});

/** The value of an option that stands for no choice. */
const none = "";
/** Value and text. If the sheet's state is none of the choices, it is shown as an option that cannot be chosen. */
type Option = [value: string, text: string, isShownOnly?: "shown only"];

type Doing = () => Promise<void>;

/**
 * 显示: which rows and columns of the matrix are visible. The pane stores none of this; it reads what the sheet shows.
 */
export function Views({ onGenerate }: { onGenerate: () => void }) {
  const { state, run } = useAsync(readView);
  useWatch(run);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ failure: ExcelFailure; again: Doing }>();
  const act = useCallback(
    async (doing: Doing): Promise<void> => {
      setBusy(true);
      setFailed(undefined);
      try {
        await doing();
      } catch (error) {
        setFailed({ failure: asFailure(error), again: doing });
      }
      await run();
      setBusy(false);
    },
    [run],
  );
  const reading = shownUnlessFailed(state);
  return (
    <Page
      title={t("显示")}
      aside={
        <Button size="small" onClick={() => void run()}>
          {t("刷新")}
        </Button>
      }
    >
      {state.phase === "working" && !reading && <Spinner size="small" label={t("正在读取工作表…")} />}
      {state.phase === "done" && !reading && <NoMatrix onGenerate={onGenerate} />}
      {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void run()} />}
      {failed && <FailureBar failure={failed.failure} onRetry={() => void act(failed.again)} />}
      {reading && (
        <>
          <Choices reading={reading} busy={busy} act={act} />
          <Columns reading={reading} busy={busy} act={act} />
          <Printing reading={reading} busy={busy} act={act} />
          <ForMeetings busy={busy} act={act} />
        </>
      )}
    </Page>
  );
}

interface PartProps {
  reading: ViewReading;
  busy: boolean;
  act: (doing: Doing) => Promise<void>;
}

function Choices({
  reading: { view, sections, units, year, rows, hidden, isFresh, ownFilters },
  busy,
  act,
}: PartProps) {
  const years: Option[] = [
    ["all", t("全部年度")],
    ...(year === undefined ? [] : [["assessed", t("只看评估年度（{{year}}）", { year })] satisfies Option]),
    ["none", t("不显示")],
    ...(view.years === "mixed" ? [["mixed", t("自己隐藏了几列"), "shown only"] satisfies Option] : []),
  ];
  const purposes: Option[] = [
    ["both", t("全部")],
    ["meeting", t("会议：只看分工，不显示填报列")],
    ["entry", t("填报：只看填报列，不显示分工")],
    ...(view.purpose === "mixed" ? [["mixed", t("自己隐藏了几列"), "shown only"] satisfies Option] : []),
  ];
  const isWhole = rows.shown === rows.all && isFresh && ownFilters.length === 0;
  return (
    <>
      <SmallText>
        {t("只改显示，不改数据：看不见的行照样计入统计、清单和报告。表头的筛选按钮上看得到，也可以在那里取消。")}
      </SmallText>
      <Choice
        label={t("用途")}
        value={view.purpose}
        disabled={busy}
        options={purposes}
        onChoose={(value) => void act(() => changeView({ purpose: value as Purpose }))}
      />
      <Choice
        label={t("年度列")}
        value={view.years}
        disabled={busy}
        options={years}
        onChoose={(value) => void act(() => changeView({ years: value as YearsShown }))}
      />
      <Choice
        label={t("板块")}
        value={view.section ?? none}
        disabled={busy}
        options={[[none, t("全部板块")], ...sections.map((name): Option => [name, name])]}
        onChoose={(value) => void act(() => changeView({ section: value === none ? null : value }))}
      />
      <Choice
        label={t("单位")}
        value={view.unit ?? none}
        disabled={busy}
        options={[[none, t("全部单位")], ...units.map(({ key, name }): Option => [key, name])]}
        onChoose={(value) => void act(() => changeView({ unit: value === none ? null : value }))}
      />
      <Checkbox
        label={t("只看未完成（▲）")}
        checked={view.short}
        disabled={busy}
        onChange={(_, { checked }) => void act(() => changeView({ short: checked === true }))}
      />
      <div aria-live="polite">
        {isWhole ? (
          <SmallText>{t("现在显示全部 {{rows}} 行，列和刚生成时一样。", { rows: rows.all })}</SmallText>
        ) : (
          <MessageBar layout="multiline">
            <MessageBarBody>
              {t("现在显示 {{shown}} / {{all}} 行，隐藏了 {{columns}} 列。", {
                shown: rows.shown,
                all: rows.all,
                columns: hidden.length,
              })}
              {ownFilters.length > 0 && t("您自己在“{{headers}}”列设的筛选照旧。", { headers: listed(ownFilters) })}
              {t("“恢复原样”显示全部行，列恢复到刚生成时的样子；您自己设的筛选也会取消，自己隐藏的行和列也会显示。")}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" disabled={busy} onClick={() => void act(showAll)}>
                {t("恢复原样")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
    </>
  );
}

/**
 * Columns that a new sheet hides because the plan has nothing for them or for want of room; and what units' headers
 * show.
 */
function Columns({ reading: { view, columns }, busy, act }: PartProps) {
  const styles = useStyles();
  const headers: Option[] = [
    ["short", t("简称（看屏幕）")],
    ["full", t("全称（打印用，表头较高）")],
  ];
  return (
    <Section id="view-columns" title={t("列")}>
      <Choice
        label={t("单位表头")}
        value={view.headers}
        disabled={busy}
        options={headers}
        onChoose={(value) => void act(() => chooseHeaders(value as HeaderStyle))}
      />
      <div className={styles.columns} role="group" aria-label={t("显示哪些列")}>
        {columns.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={view.columns[key] === true}
            disabled={busy}
            onChange={(_, { checked }) => void act(() => changeView({ columns: { [key]: checked === true } }))}
          />
        ))}
      </div>
    </Section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  disabled: boolean;
  options: readonly Option[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, disabled, options, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.choice}>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} disabled={disabled} onChange={(_, chosen) => onChoose(chosen.value)}>
        {options.map(([one, text, isShownOnly]) => (
          <option key={one} value={one} disabled={isShownOnly !== undefined}>
            {text}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** In points: smaller letters cannot be read in a meeting. */
const smallestReadable = 5.5;

function Printing({ reading: { paper, printed }, busy, act }: PartProps) {
  const papers: Option[] = [
    ["a3", t("A3（字约 {{size}} 磅）", { size: printed.a3.toFixed(1) })],
    ["a4", t("A4（字约 {{size}} 磅）", { size: printed.a4.toFixed(1) })],
    ...(paper === undefined ? [[none, t("其他纸张"), "shown only"] satisfies Option] : []),
  ];
  return (
    <Section id="view-paper" title={t("打印")}>
      <Choice
        label={t("纸张")}
        value={paper ?? none}
        disabled={busy}
        options={papers}
        onChoose={(value) => void act(() => choosePaper(value as Paper))}
      />
      <SmallText>{t("打印出来的就是现在显示的行和列，宽度缩到一页。")}</SmallText>
      {paper !== undefined && printed[paper] < smallestReadable && (
        <SmallText>{t("字偏小：先只看一个单位或一个年度，或者改用 A3，再打印。")}</SmallText>
      )}
    </Section>
  );
}

function ForMeetings({ busy, act }: Pick<PartProps, "busy" | "act">) {
  const styles = useStyles();
  const make = async (): Promise<void> => goToSheet((await makeList("units")).sheet);
  return (
    <Section id="view-transposed" title={t("会议用")}>
      <SmallText>{t("另做一张“单位对照”工作表：一个单位一行，任务横排。责任矩阵不动。")}</SmallText>
      <Button className={styles.action} disabled={busy} onClick={() => void act(make)}>
        {t("转置（单位对照）")}
      </Button>
    </Section>
  );
}
