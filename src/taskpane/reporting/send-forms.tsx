import { useCallback, useRef, useState } from "react";
import {
  Button,
  Checkbox,
  Input,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from "@fluentui/react-components";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { chooseTotals, noteSent, type ReportingOverview } from "../../excel/assessment";
import { paragraph, say, t } from "../../locale";
import { wholeYear } from "../../matrix/as-of";
import { canDownload, download } from "../download";
import { Expandable } from "../expandable";
import { FailureBar } from "../failure-bar";
import { FileProgress } from "./file-progress";
import { makeForms, type MadeForm } from "./make-forms";
import { NoteLater } from "./note-later";
import { OpenOneForm } from "./open-one-form";
import { smallText } from "../layout/small-text";

const useStyles = makeStyles({
  // An empty message must not add a gap of its own.
  section: { display: "flex", flexDirection: "column", gap: "10px", "> div:empty": { marginTop: "-10px" } },
  quiet: { display: "block", ...smallText },
  field: { display: "flex", flexDirection: "column", gap: "2px", fontSize: "12px", lineHeight: "18px" },
  summary: { cursor: "pointer", padding: "4px 0" },
});

type State =
  | { phase: "idle" }
  | { phase: "working"; done: number; all: number }
  | { phase: "stopped" }
  | { phase: "done"; count: number }
  | { phase: "unnoted"; made: readonly MadeForm[] }
  | { phase: "failed"; failure: ExcelFailure };

/** 下发: every unit's form, in one archive. */
export function SendForms({ overview, onChange }: { overview: ReportingOverview; onChange: () => void }) {
  const styles = useStyles();
  const [deadline, setDeadline] = useState("");
  const [state, setState] = useState<State>({ phase: "idle" });
  const { year, month, units } = overview;
  const asked = units.filter((unit) => unit.asked > 0);
  const stop = useRef<AbortController>();
  const send = useCallback(async () => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ phase: "working", done: 0, all: units.length });
    try {
      const made = await makeForms(
        { year, deadline: deadline.trim(), made: new Date().toISOString() },
        { onProgress: (done, all) => setState({ phase: "working", done, all }), signal: controller.signal },
      );
      if (!made) {
        setState({ phase: "stopped" });
        return;
      }
      const { archiveFileName, archiveOf } = await import("../../documents/forms/archive");
      const archive = archiveOf(new Map(made.map(({ file, bytes }) => [file, bytes])));
      // Noted in 下发记录 only after the forms were handed over.
      download(archiveFileName({ year, month }), archive, "application/zip");
      const isNoted = await noteSent(made).then(
        () => true,
        () => false,
      );
      setState(isNoted ? { phase: "done", count: made.length } : { phase: "unnoted", made });
      onChange();
    } catch (error) {
      setState({ phase: "failed", failure: asFailure(error) });
    }
  }, [year, month, deadline, units.length, onChange]);
  return (
    <div className={styles.section}>
      <Text className={styles.quiet}>
        {paragraph(
          t("每个单位一份 Excel 表，只列它的任务；{{count}} 个单位需要填数，WPS 也能填。", { count: asked.length }),
          overview.unanswered.length > 0 &&
            t("{{count}} 项总体目标没有写明单位，请直接在责任矩阵中填写。", { count: overview.unanswered.length }),
        )}
      </Text>
      <label className={styles.field}>
        {t("报送截止（印在表头，可不填）")}
        <Input
          size="small"
          value={deadline}
          maxLength={40}
          placeholder={
            month === wholeYear
              ? t("{{year}}年12月20日", { year })
              : t("{{year}}年{{month}}月5日", { year, month: month + 1 })
          }
          onChange={(_, { value }) => setDeadline(value)}
        />
      </label>
      <Totals overview={overview} onChange={onChange} />
      {canDownload() ? (
        <Button
          appearance="primary"
          disabledFocusable={state.phase === "working" || units.length === 0}
          onClick={() => void send()}
        >
          {t("下载全部填报表（.zip）")}
        </Button>
      ) : (
        <Text className={styles.quiet}>
          {t(
            "Mac 版 Excel 的面板不能下载文件。请在下面选单位，逐个在 Excel 中打开后另存；要一次下载全部，请用 Windows 版或网页版 Excel 打开本工作簿。",
          )}
        </Text>
      )}
      <div aria-live="polite">
        {state.phase === "working" && (
          <FileProgress
            done={state.done}
            all={state.all}
            label={t("生成进度")}
            text={t("正在生成 {{done}} / {{all}} 份", { done: state.done, all: state.all })}
            stopText={t("取消")}
            onStop={() => stop.current?.abort()}
          />
        )}
        {state.phase === "stopped" && (
          <Text className={styles.quiet}>{t("已取消，没有下载，也没有记入“下发记录”。")}</Text>
        )}
        {state.phase === "done" && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t("已生成 {{count}} 份", { count: state.count })}</MessageBarTitle>
              {t("在浏览器或 Excel 的下载文件夹中；已记入“下发记录”工作表。")}
            </MessageBarBody>
          </MessageBar>
        )}
        {state.phase === "unnoted" && (
          <NoteLater made={state.made} onChange={onChange}>
            {t(
              "已生成 {{count}} 份，在浏览器或 Excel 的下载文件夹中；还没有记入“下发记录”。请点“记入下发记录”，不用重新下载。",
              { count: state.made.length },
            )}
          </NoteLater>
        )}
        {state.phase === "failed" && <FailureBar failure={state.failure} onRetry={() => void send()} />}
      </div>
      <OpenOneForm overview={overview} deadline={deadline} isBusy={state.phase === "working"} onChange={onChange} />
    </div>
  );
}

/** Chooses the indicators of which every unit reports a part, to be added up. */
function Totals({
  overview: { indicators, refusedTotals },
  onChange,
}: {
  overview: ReportingOverview;
  onChange: () => void;
}) {
  const [failure, setFailure] = useState<ExcelFailure>();
  const chosen = indicators.filter(({ reporting, isLeaderless }) => reporting === "total" && !isLeaderless);
  const change = (id: string, isTotal: boolean): void => {
    setFailure(undefined);
    chooseTotals([id], isTotal).then(onChange, (error: unknown) => setFailure(asFailure(error)));
  };
  const giveUp = (): void => {
    setFailure(undefined);
    chooseTotals(
      refusedTotals.map((one) => one.id),
      false,
    ).then(onChange, (error: unknown) => setFailure(asFailure(error)));
  };
  return (
    <>
      {refusedTotals.length > 0 && <RefusedTotals refused={refusedTotals} onGiveUp={giveUp} />}
      {indicators.length > 0 && <Offered indicators={indicators} count={chosen.length} onChange={change} />}
      {failure && <FailureBar failure={failure} onRetry={() => setFailure(undefined)} />}
    </>
  );
}

/** Indicators that the user once wanted added up, although such numbers cannot be. */
function RefusedTotals({ refused, onGiveUp }: { refused: ReportingOverview["refusedTotals"]; onGiveUp: () => void }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t("{{count}} 个指标原来选了合计，但不能相加", { count: refused.length })}</MessageBarTitle>
        <Expandable
          items={refused}
          render={({ id, place, reason }) => (
            <li key={id}>{t("{{place}}：{{reason}}", { place, reason: say(reason) })}</li>
          )}
        />
        {t("已改由牵头单位填报；以前收入的合计数没有动，回收时会列出来由您决定。")}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onGiveUp}>
          {t("不再合计")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Offered({
  indicators,
  count,
  onChange,
}: {
  indicators: ReportingOverview["indicators"];
  count: number;
  onChange: (id: string, isTotal: boolean) => void;
}) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{t("由各单位分别填报、再合计的指标（{{count}}）", { count })}</summary>
      <Text className={styles.quiet}>
        {t(
          "默认由牵头单位填全部完成数。勾选的指标，牵头和责任单位各填自己的数，收回时相加。百分数、平均数、总水平不能相加，不在其中。",
        )}
      </Text>
      <Expandable
        items={indicators}
        render={({ id, place, reporting, isLeaderless, units }) => (
          <li key={id}>
            <Checkbox
              label={
                isLeaderless
                  ? t("{{place}}（{{count}} 个单位，没有牵头单位）", { place, count: units.length })
                  : t("{{place}}（{{count}} 个单位）", { place, count: units.length })
              }
              checked={reporting === "total"}
              disabled={isLeaderless}
              onChange={(_, { checked }) => onChange(id, checked === true)}
            />
          </li>
        )}
      />
    </details>
  );
}
