import { useState } from "react";
import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../../locale";
import { ChangeItem } from "./change-item";
import { isChoice, isChosen, isDecision, type Choices, type Group } from "./change-groups";

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "4px 10px",
  },
  head: { display: "flex", alignItems: "center", minHeight: "32px" },
  box: { flexShrink: 0, marginLeft: "-8px" },
  fold: { flex: 1, justifyContent: "space-between", minWidth: 0, fontWeight: 600, padding: "0 4px" },
  count: { color: tokens.colorNeutralForeground3, fontWeight: 400, fontVariantNumeric: "tabular-nums" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

/** How many changes are shown at first, and how many more at a time. A renumbered plan has thousands. */
const portion = 50;
/** Groups of up to this many changes start unfolded. */
const fewEnough = 6;

interface Props {
  group: Group;
  choices: Choices;
  onChoose: (ids: readonly string[], chosen: boolean) => void;
  /** While the list is filtered, its groups are unfolded. */
  open: boolean;
}

/** Changes of one group, under a heading that takes or leaves them all. */
export function ChangeGroup({ group: { name, changes, isToldFirst = false }, choices, onChoose, open }: Props) {
  const styles = useStyles();
  const areDecisions = isDecision(changes[0]!);
  const [unfolded, setUnfolded] = useState<boolean>();
  const [shown, setShown] = useState(portion);
  const isOpen = unfolded ?? (open || isToldFirst || (changes.length <= fewEnough && changes[0]!.kind !== "manual"));
  const choosable = changes.filter(isChoice);
  const taken = choosable.filter((change) => isChosen(change, choices)).length;
  return (
    <section className={styles.group} aria-label={name}>
      <div className={styles.head}>
        {!areDecisions && (
          <Checkbox
            className={styles.box}
            aria-label={t("{{name}}：全选", { name })}
            disabled={choosable.length === 0}
            checked={choosable.length === 0 || taken === choosable.length ? true : taken === 0 ? false : "mixed"}
            onChange={(_, { checked }) =>
              onChoose(
                choosable.map(({ id }) => id),
                checked === true,
              )
            }
          />
        )}
        <Button
          appearance="transparent"
          className={styles.fold}
          aria-expanded={isOpen}
          onClick={() => setUnfolded(!isOpen)}
        >
          <span>{name}</span>
          <span className={styles.count}>
            {!areDecisions && taken < choosable.length
              ? t("选 {{taken}} / {{all}} 项", { taken, all: changes.length })
              : t("{{count}} 项", { count: changes.length })}{" "}
            {isOpen ? "▴" : "▾"}
          </span>
        </Button>
      </div>
      {isOpen && (
        <>
          <ul className={styles.list}>
            {changes.slice(0, shown).map((change) => (
              <ChangeItem key={change.id} change={change} chosen={isChosen(change, choices)} onChoose={onChoose} />
            ))}
          </ul>
          {shown < changes.length && (
            <Button appearance="transparent" onClick={() => setShown(shown + portion)}>
              {t("再显示 {{count}} 项", { count: Math.min(portion, changes.length - shown) })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
