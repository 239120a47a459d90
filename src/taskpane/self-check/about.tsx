import { useCallback, useState } from "react";
import { Button, Link, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import type { Line, SelfCheckReport } from "../../excel/self-check";
import { stateNames } from "../../excel/self-check/check";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { say, t } from "../../locale";
import { Page, SmallText, Section } from "../layout/page";
import { FailureBar } from "../failure-bar";
import { GuidedStep } from "./guided-step";
import { useSelfCheck } from "./use-self-check";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  line: {
    display: "grid",
    gridTemplateColumns: "56px 1fr",
    columnGap: "8px",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  state: { fontSize: "12px", lineHeight: "20px" },
  right: { color: tokens.colorPaletteGreenForeground1 },
  other: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: 600 },
  refused: { color: tokens.colorPaletteRedForeground1, fontWeight: 600 },
  skipped: { color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: "anywhere" },
  text: { margin: 0 },
});

/** 关于: what the product is, and 自检, which reports where this Excel differs from what the product expects. */
export function About({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  const check = useSelfCheck();
  const { lines, report, failure, isRunning, step } = check;
  return (
    <Page
      title={t("关于")}
      aside={
        <Button size="small" disabledFocusable={isRunning} onClick={() => !isRunning && onBack()}>
          {t("返回首页")}
        </Button>
      }
    >
      <SmallText>{t("责任矩阵：读实施方案，生成并管理责任矩阵。所有内容只在工作簿里。")}</SmallText>
      <Section id="self-check" title={t("自检")}>
        <p className={styles.text}>
          {t(
            "看看这台电脑上的 Excel 和本工具预期的是否一样，大约三分钟。请在空白工作簿里做：会临时加两张工作表“自检用表一”“自检用表二”，做完自动删掉，回到原来的工作表。中间有几步要您动手，都可以跳过。做过自检，Excel 的“撤消”里不再有此前的操作。",
          )}
        </p>
        <div className={styles.row}>
          <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void check.run()}>
            {report ? t("再做一次") : t("开始自检")}
          </Button>
          {report && <CopyRecord report={report} />}
        </div>
        {failure && <FailureBar failure={failure} onRetry={() => void check.run()} />}
        <div aria-live="polite">
          {isRunning && !step && (
            <Spinner size="tiny" label={t("正在自检，已查 {{count}} 项…", { count: lines.length })} />
          )}
        </div>
        {step && <GuidedStep key={step.text} {...step} />}
        {report && <Outcome report={report} />}
        {report && report.left.length > 0 && <Left names={report.left} onGone={check.gone} />}
      </Section>
      {lines.length > 0 && (
        <Section id="self-check-lines" title={t("结果")}>
          <ul className={styles.list} aria-label={t("自检结果")}>
            {[...lines].sort(strikingFirst).map((line) => (
              <CheckLine key={line.key} line={line} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

const order: readonly Line["state"][] = ["refused", "other", "skipped", "right"];
const strikingFirst = (a: Line, b: Line): number => order.indexOf(a.state) - order.indexOf(b.state);

function CheckLine({ line: { state, name, expected, seen } }: { line: Line }) {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      <span className={`${styles.state} ${styles[state]}`}>{t(stateNames[state])}</span>
      <span className={styles.name}>
        {say(name)}
        {state !== "right" && <SmallText>{t("应为：{{expected}}。", { expected: say(expected) })}</SmallText>}
        {state !== "right" && seen !== "" && <SmallText>{t("看到：{{seen}}", { seen })}</SmallText>}
      </span>
    </li>
  );
}

function Outcome({ report: { lines } }: { report: SelfCheckReport }) {
  const count = (state: Line["state"]): number => lines.filter((line) => line.state === state).length;
  const isAllRight = count("other") + count("refused") === 0;
  return (
    <MessageBar intent={isAllRight ? "success" : "info"} layout="multiline" data-landing tabIndex={-1}>
      <MessageBarBody>
        {t("自检做完：正常 {{right}}，不同 {{other}}，被拒绝 {{refused}}，跳过 {{skipped}}。", {
          right: count("right"),
          other: count("other"),
          refused: count("refused"),
          skipped: count("skipped"),
        })}{" "}
        {!isAllRight &&
          t("“不同”和“被拒绝”多数是各种 Excel 已知的差别，工具有别的做法。请点“复制为文本”，发给维护人员。")}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Copies the record to the clipboard; if that is refused, shows it for copying by hand. */
function CopyRecord({ report }: { report: SelfCheckReport }) {
  const [state, setState] = useState<"copied" | string>();
  const copy = useCallback(async () => {
    const { recordOf } = await import("../../excel/self-check");
    const text = recordOf(report);
    try {
      // Some web views, as in older Excel for Mac, have no clipboard.
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState(text);
    }
  }, [report]);
  return (
    <>
      <Button onClick={() => void copy()}>{t("复制为文本")}</Button>
      <span aria-live="polite">{state === "copied" && <SmallText inline>{t("已复制。")}</SmallText>}</span>
      {state !== undefined && state !== "copied" && <RecordText text={state} />}
    </>
  );
}

function RecordText({ text }: { text: string }) {
  return (
    <label style={{ width: "100%" }}>
      <SmallText>{t("Excel 不让复制。请在下面全选后复制：")}</SmallText>
      <textarea
        readOnly
        rows={8}
        style={{ width: "100%", boxSizing: "border-box" }}
        value={text}
        onFocus={({ target }) => target.select()}
      />
    </label>
  );
}

/** Names sheets of the self-check that Excel did not delete, and offers to try again. */
function Left({ names, onGone }: { names: readonly string[]; onGone: (left: string[]) => void }) {
  const [failure, setFailure] = useState<ExcelFailure>();
  const remove = async (): Promise<void> => {
    try {
      onGone(await (await import("../../excel/self-check")).removeScratch());
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t(
          "Excel 没让删掉自检用的工作表：{{names}}。您的内容没有改动。请点一下本工作簿的窗口，再点“删掉自检用表”；也可以自己删。",
          { names: names.join(t("、")) },
        )}{" "}
        <Link as="button" onClick={() => void remove()}>
          {t("删掉自检用表")}
        </Link>
      </MessageBarBody>
      {failure && <FailureBar failure={failure} onRetry={() => void remove()} />}
    </MessageBar>
  );
}
