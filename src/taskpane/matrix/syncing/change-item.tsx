import { memo } from "react";
import { Checkbox, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { say, t } from "../../../locale";
import { kindNames, type Change } from "../../../sync/change";
import { Difference } from "./difference";
import { isChoice, isDecision } from "./change-groups";
import { smallText } from "../../layout/small-text";

const useStyles = makeStyles({
  item: { padding: "8px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  row: { display: "flex", gap: "4px", alignItems: "flex-start" },
  words: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  place: { display: "block", ...smallText },
  box: { flexShrink: 0, marginTop: "-4px", marginLeft: "-8px" },
  radios: { marginLeft: "-8px" },
});

/** Kinds whose description already says everything. */
const saidInWords = new Set<Change["kind"]>([
  "taskRemoved",
  "taskRenumbered",
  "unitAdded",
  "unitRemoved",
  "unitSplit",
  "markChanged",
  "rowsMoved",
  "repaired",
  "yearsChanged",
]);

interface Props {
  change: Change;
  chosen: boolean;
  onChoose: (ids: readonly string[], chosen: boolean) => void;
}

/** One change: what and where it is, before and after, and whether it is taken. */
export const ChangeItem = memo(function ChangeItem({ change, chosen, onChoose }: Props) {
  const styles = useStyles();
  const { id, kind } = change;
  const [description, place, before, after] = [
    say(change.description),
    say(change.place),
    say(change.before),
    say(change.after),
  ];
  const isToDecide = isDecision(change);
  const [kept, taken] = kind === "lost" ? [t("保持删除"), t("补回")] : [t("保留表中内容"), t("采用方案")];
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        {!isToDecide && (
          <Checkbox
            className={styles.box}
            checked={chosen}
            disabled={!isChoice(change)}
            aria-label={t("{{text}}（{{place}}）", { text: description, place })}
            onChange={(_, { checked }) => onChoose([id], checked === true)}
          />
        )}
        <div className={styles.words}>
          <span className={styles.place}>
            {t(kindNames[kind])} · {place}
          </span>
          {description}
          {!saidInWords.has(kind) && before !== after && <Difference before={before} after={after} />}
          {isToDecide && (
            <RadioGroup
              className={styles.radios}
              layout="horizontal-stacked"
              aria-label={t("{{place}}：保留哪一个", { place })}
              value={chosen ? "plan" : "sheet"}
              onChange={(_, { value }) => onChoose([id], value === "plan")}
            >
              <Radio value="sheet" label={kept} />
              <Radio value="plan" label={taken} />
            </RadioGroup>
          )}
        </div>
      </div>
    </li>
  );
});
