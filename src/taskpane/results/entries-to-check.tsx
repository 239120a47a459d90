import { useState, type ReactNode } from "react";
import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import type { YearResults, RowResult, CellToCheck } from "../../assessment/year-results";
import { acceptEntries, type AcceptedEntry } from "../../excel/assessment";
import { confirmedMark } from "../../matrix/doubts";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { say, t } from "../../locale";
import { Expandable } from "../expandable";
import { FailureBar } from "../failure-bar";
import { Page, SmallText } from "../layout/page";
import { useJump } from "../layout/use-jump";

const useStyles = makeStyles({
  item: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 12px",
    overflowWrap: "anywhere",
  },
  box: { marginLeft: "-8px" },
  warn: { display: "block", color: tokens.colorPaletteRedForeground1, fontSize: "12px", lineHeight: "18px" },
  choices: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "6px 0" },
  foot: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
});

interface Doubt {
  id: string;
  row: RowResult;
  cell: CellToCheck;
}

const doubtsOf = (rows: readonly RowResult[]): Doubt[] =>
  rows.flatMap((row) =>
    row.toCheck.map((cell) => ({ id: JSON.stringify([row.key, cell.column, cell.text]), row, cell })),
  );

/** What `acceptEntries` needs to know of the cell. */
const entryOf = ({ row: { key }, cell: { column, held } }: Doubt): Pick<AcceptedEntry, "key" | "column" | "seen"> => ({
  key,
  column,
  seen: held,
});
const offered = (doubt: Doubt): AcceptedEntry => {
  const { offer, confirmation } = doubt.cell;
  return { ...entryOf(doubt), value: offer!, ...(confirmation === undefined ? {} : { confirmation }) };
};

/**
 * 待核: cells that hold something else than a usable number. If the text can mean only one number, that is offered; if
 * the number is probably off, the user is asked.
 */
export function EntriesToCheck({
  results,
  controls,
  onChange,
}: {
  results: YearResults;
  controls: ReactNode;
  onChange: () => void;
}) {
  const doubts = doubtsOf(results.rows);
  const offers = doubts.filter(({ cell }) => cell.offer !== undefined);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{
    busy?: boolean;
    failure?: ExcelFailure;
    retry?: readonly AcceptedEntry[];
    taken?: number;
  }>({});
  const taken = offers.filter(({ id }) => !left.has(id));
  const settle = async (entries: readonly AcceptedEntry[]): Promise<void> => {
    setState({ busy: true });
    try {
      const count = await acceptEntries(entries);
      setState({ taken: count });
      onChange();
    } catch (error) {
      setState({ failure: asFailure(error), retry: entries });
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
      <SmallText>
        {doubts.length === 0
          ? t("填的都是数，没有需要核对的。")
          : t(
              "这些格子里填的不是能直接算的数，或与目标相差上百倍。能确定是多少的，勾选后一次改成数；疑似填错的，逐项选定；其余的请到表中改。",
            )}
      </SmallText>
      <div aria-live="polite">
        {state.failure && <FailureBar failure={state.failure} onRetry={() => void settle(state.retry ?? [])} />}
        {state.taken !== undefined && (
          <MessageBar intent="success">
            <MessageBarBody>{t("{{count}} 处已核对好，写进了表中。", { count: state.taken })}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {offers.length > 0 && (
        <Button
          appearance="primary"
          disabledFocusable={state.busy === true || taken.length === 0}
          onClick={() => void settle(taken.map(offered))}
        >
          {t("改成数（{{count}} 处）", { count: taken.length })}
        </Button>
      )}
      <Expandable
        items={[
          ...doubts.filter(isAsked),
          ...offers,
          ...doubts.filter((doubt) => !isAsked(doubt) && doubt.cell.offer === undefined),
        ]}
        render={(doubt) => (
          <EntryToCheck
            key={doubt.id}
            doubt={doubt}
            isTaken={!left.has(doubt.id)}
            onToggle={toggle}
            isBusy={state.busy === true}
            onSettle={(entry) => void settle([entry])}
          />
        )}
      />
    </Page>
  );
}

/** Whether the user has to say which of two numbers is right. */
const isAsked = ({ cell }: Doubt): boolean => cell.meant !== undefined || cell.entered !== undefined;

interface ItemProps {
  doubt: Doubt;
  isTaken: boolean;
  isBusy: boolean;
  onToggle: (id: string, isTaken: boolean) => void;
  onSettle: (entry: AcceptedEntry) => void;
}

function EntryToCheck({ doubt, isTaken, isBusy, onToggle, onSettle }: ItemProps) {
  const { id, row, cell } = doubt;
  const styles = useStyles();
  const { jump, told } = useJump();
  const name = row.indicator || row.task;
  return (
    <li className={styles.item}>
      {cell.offer === undefined ? (
        <Text weight="semibold">{name}</Text>
      ) : (
        <Checkbox
          className={styles.box}
          checked={isTaken}
          label={<strong>{name}</strong>}
          onChange={(_, { checked }) => onToggle(id, checked === true)}
        />
      )}
      <SmallText>{t("{{year}} 年填的是“{{text}}”", { year: cell.year, text: cell.text })}</SmallText>
      {cell.offer === undefined ? (
        <span className={styles.warn}>
          {cell.entered === undefined
            ? t("无法识别：{{reason}}", { reason: say(cell.reason) })
            : t("请核对：{{reason}}", { reason: say(cell.reason) })}
        </span>
      ) : (
        <SmallText>{t("{{reason}}，换算成 {{offer}}", { reason: say(cell.reason), offer: cell.offer })}</SmallText>
      )}
      {isAsked(doubt) && <Choices doubt={doubt} isBusy={isBusy} onSettle={onSettle} />}
      <div className={styles.foot}>
        <SmallText inline>{row.target === "" ? "" : t("目标 {{target}}", { target: row.target })}</SmallText>
        <Button size="small" appearance="subtle" onClick={() => jump(row.key, cell.column)}>
          {t("转到单元格")}
        </Button>
      </div>
      {told}
    </li>
  );
}

/** Offers the number near the target and the number entered: only the user knows which is right. */
function Choices({ doubt, isBusy, onSettle }: Pick<ItemProps, "doubt" | "isBusy" | "onSettle">) {
  const styles = useStyles();
  const { meant, entered, confirmation, held } = doubt.cell;
  return (
    <div className={styles.choices}>
      {meant !== undefined && (
        <Button size="small" disabledFocusable={isBusy} onClick={() => onSettle({ ...entryOf(doubt), value: meant })}>
          {t("换算成 {{number}}", { number: meant })}
        </Button>
      )}
      {entered !== undefined && confirmation !== undefined && (
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() =>
            onSettle({ ...entryOf(doubt), ...(typeof held === "number" ? {} : { value: entered }), confirmation })
          }
        >
          {t("就是 {{number}}", { number: confirmation.slice(confirmedMark.length) })}
        </Button>
      )}
    </div>
  );
}
