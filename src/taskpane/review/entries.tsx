import { useState, type ReactNode } from "react";
import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import type { Review, ReviewRow, UnreadableCell } from "../../assessment/review";
import { acceptEntries } from "../../excel/assessment";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { say, t } from "../../locale";
import { Expandable } from "../expandable";
import { FailureBar } from "../failure-bar";
import { Page, Quiet } from "../layout/page";
import { useJump } from "../layout/use-jump";

const useStyles = makeStyles({
  item: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, padding: "8px 12px", overflowWrap: "anywhere" },
  box: { marginLeft: "-8px" },
  warn: { display: "block", color: tokens.colorPaletteRedForeground1, fontSize: "12px", lineHeight: "18px" },
  foot: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
});

interface Doubt {
  id: string;
  row: ReviewRow;
  cell: UnreadableCell;
}

const doubtsOf = (rows: readonly ReviewRow[]): Doubt[] => rows.flatMap((row) => row.unreadable.map((cell) => ({ id: JSON.stringify([row.key, cell.column, cell.text]), row, cell })));

/** 待核: what stands where a number belongs; what can only mean one number is offered as that. */
export function Entries({ review, controls, onChange }: { review: Review; controls: ReactNode; onChange: () => void }) {
  const doubts = doubtsOf(review.rows);
  const offers = doubts.filter(({ cell }) => cell.offer !== undefined);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ busy?: boolean; failure?: ExcelFailure; taken?: number }>({});
  const taken = offers.filter(({ id }) => !left.has(id));
  const take = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const count = await acceptEntries(taken.map(({ row: { key }, cell: { column, text, offer } }) => ({ key, column, seen: text, value: offer! })));
      setState({ taken: count });
      onChange();
    } catch (error) {
      setState({ failure: asFailure(error) });
    }
  };
  const toggle = (id: string, isTaken: boolean): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (isTaken) next.delete(id);
      else next.add(id);
      return next;
    });
  return (
    <Page title={t("待核的填报")} aside={controls}>
      <Quiet>{doubts.length === 0 ? t("填的都是数，没有需要核对的。") : t("这些格子里填的不是能直接算的数。能确定是多少的，勾选后一次改成数；其余的请到表中改。")}</Quiet>
      <div aria-live="polite">
        {state.failure && <FailureBar failure={state.failure} onRetry={() => void take()} />}
        {state.taken !== undefined && (
          <MessageBar intent="success">
            <MessageBarBody>{t("{{count}} 处已改成数。", { count: state.taken })}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {offers.length > 0 && (
        <Button appearance="primary" disabledFocusable={state.busy === true || taken.length === 0} onClick={() => void take()}>
          {t("改成数（{{count}} 处）", { count: taken.length })}
        </Button>
      )}
      <Expandable items={[...offers, ...doubts.filter(({ cell }) => cell.offer === undefined)]} render={(doubt) => <DoubtItem key={doubt.id} doubt={doubt} isTaken={!left.has(doubt.id)} onToggle={toggle} />} />
    </Page>
  );
}

function DoubtItem({ doubt: { id, row, cell }, isTaken, onToggle }: { doubt: Doubt; isTaken: boolean; onToggle: (id: string, isTaken: boolean) => void }) {
  const styles = useStyles();
  const { jump, told } = useJump();
  const name = row.indicator || row.task;
  return (
    <li className={styles.item}>
      {cell.offer === undefined ? (
        <Text weight="semibold">{name}</Text>
      ) : (
        <Checkbox className={styles.box} checked={isTaken} label={<strong>{name}</strong>} onChange={(_, { checked }) => onToggle(id, checked === true)} />
      )}
      <Quiet>{t("{{year}} 年填的是“{{text}}”", { year: cell.year, text: cell.text })}</Quiet>
      {cell.offer === undefined ? <span className={styles.warn}>{t("无法识别：{{reason}}", { reason: say(cell.reason) })}</span> : <Quiet>{t("{{reason}}，按 {{offer}} 算", { reason: say(cell.reason), offer: cell.offer })}</Quiet>}
      <div className={styles.foot}>
        <Quiet inline>{row.target === "" ? "" : t("目标 {{target}}", { target: row.target })}</Quiet>
        <Button size="small" appearance="subtle" onClick={() => jump(row.key, cell.column)}>
          {t("转到单元格")}
        </Button>
      </div>
      {told}
    </li>
  );
}
