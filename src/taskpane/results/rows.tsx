import { useMemo } from "react";
import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { RowResult } from "../../assessment/year-results";
import { listed, say, t } from "../../locale";
import { isQuantified } from "../../matrix/limits";
import { statuses } from "../../matrix/statuses";
import { Expandable } from "../expandable";
import { SmallText } from "../layout/page";
import { useJump } from "../layout/use-jump";
import { statusColour } from "./status-colour";
import { statusName } from "./status-name";

const useStyles = makeStyles({
  item: {
    display: "block",
    width: "100%",
    boxSizing: "border-box",
    textAlign: "left",
    padding: "10px 12px",
    cursor: "pointer",
    font: "inherit",
    color: "inherit",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: "4px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: "flex", justifyContent: "space-between", gap: "8px" },
  gap: { fontWeight: 600, whiteSpace: "nowrap", color: tokens.colorNeutralForeground3 },
  short: { color: tokens.colorPaletteRedForeground1 },
});

export const isShort = ({ status }: Pick<RowResult, "status">): boolean => statuses[status].short;

/**
 * React keys that stay stable when other rows come and go. Rows that people have copied share a key and are told
 * apart by their order.
 */
function idsOf(rows: readonly RowResult[]): Map<RowResult, string> {
  const times = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const time = (times.get(row.key) ?? 0) + 1;
      times.set(row.key, time);
      return [row, `${row.key} ${time}`];
    }),
  );
}

/** Rows of the matrix as a list; pressing one selects its cell. */
export function Rows({ rows }: { rows: readonly RowResult[] }) {
  const styles = useStyles();
  const { jump, told } = useJump();
  const ids = useMemo(() => idsOf(rows), [rows]);
  return (
    <>
      {told}
      <Expandable
        items={rows}
        render={(row) => (
          <li key={ids.get(row)}>
            <button
              type="button"
              className={mergeClasses(styles.item)}
              style={{ borderLeftColor: statusColour(row.status) }}
              onClick={() => jump(row.key)}
            >
              <span className={styles.row}>
                <Text weight="semibold">{row.indicator || row.task}</Text>
                {row.gapText !== "" && (
                  <span className={mergeClasses(styles.gap, isShort(row) && styles.short)}>{say(row.gapText)}</span>
                )}
              </span>
              <SmallText>{factsOf(row)}</SmallText>
              {row.indicator !== "" && <SmallText>{row.task}</SmallText>}
              {row.leads.length > 0 && <SmallText>{t("牵头：{{units}}", { units: listed(row.leads) })}</SmallText>}
              {row.progress !== "" && <SmallText>{t("进展：{{text}}", { text: row.progress })}</SmallText>}
              {row.explanation !== "" && <SmallText>{t("说明：{{text}}", { text: row.explanation })}</SmallText>}
            </button>
          </li>
        )}
      />
    </>
  );
}

function factsOf(row: RowResult): string {
  const { status, target, actual, deadline } = row;
  const promised = isQuantified(row)
    ? [t("目标 {{target}}", { target }), t("实际 {{actual}}", { actual: actual || "—" })]
    : saysMore(row)
      ? [t("填报 {{actual}}", { actual })]
      : [];
  return [statusName(status), ...promised, ...(deadline === "" ? [] : [t("时限 {{deadline}}", { deadline })])].join(
    " · ",
  );
}

/** Whether the typed word says more than the task's status already does. */
const saysMore = ({ status, actual }: RowResult): boolean =>
  actual !== "" && (status === "overdue" || status === "unreadable");
