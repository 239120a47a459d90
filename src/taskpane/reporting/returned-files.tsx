import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { listed, refusalText, say, t } from "../../locale";
import type { CollectedFile, CollectedItem } from "../../assessment/collect";
import type { DerivedCell } from "../../assessment/derive";
import { droppedKey, placeInForm, whyDropped, writtenIn, type Dropped } from "../../assessment/dropped";
import { problemText, refusedNote } from "../../assessment/form-problems";
import type { RefusedFile } from "../../assessment/returned-form";
import { cellId, type CollectChoice } from "../../excel/assessment";
import { Expandable } from "../expandable";
import { smallText } from "../layout/small-text";

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 12px",
    overflowWrap: "anywhere",
  },
  bad: { borderLeft: `4px solid ${tokens.colorPaletteRedBorderActive}` },
  title: { fontSize: "14px", lineHeight: "20px", fontWeight: 600, margin: 0 },
  quiet: { display: "block", ...smallText },
  warn: { display: "block", color: tokens.colorPaletteRedForeground1, fontSize: "12px", lineHeight: "18px" },
  told: { marginTop: "4px" },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
  items: { listStyleType: "none", margin: "4px 0 0", padding: 0, display: "flex", flexDirection: "column", gap: "6px" },
  box: { marginLeft: "-8px" },
});

interface Props {
  refused: readonly RefusedFile[];
  files: readonly CollectedFile[];
  cells: readonly DerivedCell[];
  missing: readonly string[];
  choice: CollectChoice;
  onChoose: (choice: CollectChoice) => void;
}

const toggled = (set: ReadonlySet<string>, id: string, isIn: boolean): Set<string> => {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
};

/** What the files contain: what cannot be taken, what needs a decision, what is new; and which units are missing. */
export function ReturnedFiles({ refused, files, cells, missing, choice, onChoose }: Props) {
  const styles = useStyles();
  const typed = cells.filter(({ kind }) => kind === "typed");
  const disputes = cells.filter(({ kind }) => kind === "dispute");
  const sums = cells.filter(({ kind, note }) => kind === "take" && note !== "");
  return (
    <>
      {refused.length > 0 && (
        <section className={`${styles.group} ${styles.bad}`} aria-label={t("没有采用的文件")}>
          <h2 className={styles.title}>{t("没有采用的文件（{{count}}）", { count: refused.length })}</h2>
          <span className={styles.quiet}>{say(refusedNote)}</span>
          <div className={styles.told}>
            <Expandable
              items={refused}
              render={({ file, problem, about }) => (
                <li key={file}>
                  {file}
                  <span className={styles.quiet}>{refusalText(problem, about ?? "", problemText(problem, about))}</span>
                </li>
              )}
            />
          </div>
        </section>
      )}
      {(typed.length > 0 || disputes.length > 0) && (
        <section className={styles.group} aria-label={t("与表中不同")}>
          <h2 className={styles.title}>{t("需要您决定（{{count}}）", { count: typed.length + disputes.length })}</h2>
          <ul className={styles.items}>
            {typed.map((cell) => (
              <li key={cellId(cell)}>
                <Checkbox
                  className={styles.box}
                  checked={choice.replaced.has(cellId(cell))}
                  label={t("{{place}}：表中为“{{before}}”，填报为“{{after}}”；勾选则用填报的替换", {
                    place: cell.place,
                    before: String(cell.before),
                    after: String(cell.after),
                  })}
                  onChange={(_, { checked }) =>
                    onChoose({ ...choice, replaced: toggled(choice.replaced, cellId(cell), checked === true) })
                  }
                />
                {cell.note !== "" && <span className={styles.quiet}>{say(cell.note)}</span>}
              </li>
            ))}
            {disputes.map((cell) => (
              <li key={cellId(cell)}>
                {t("{{place}}：几个单位填的不同，没有写入", { place: cell.place })}
                <span className={styles.warn}>
                  {t("{{note}}，请核实后在责任矩阵中填写；各单位填的都记在“填报明细”，“备注”空着的也写明。", {
                    note: say(cell.note),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sums.length > 0 && (
        <section className={styles.group} aria-label={t("合计的数")}>
          <h2 className={styles.title}>{t("由几个单位的数得来（{{count}}）", { count: sums.length })}</h2>
          <div className={styles.told}>
            <Expandable
              items={sums}
              render={(cell) => (
                <li key={cellId(cell)} className={styles.quiet}>
                  {t("{{place}}：{{after}}（{{note}}）", {
                    place: cell.place,
                    after: String(cell.after),
                    note: say(cell.note),
                  })}
                </li>
              )}
            />
          </div>
        </section>
      )}
      <Expandable
        items={files}
        render={(file) => (
          <li key={file.file} className={styles.group}>
            <FileCard file={file} choice={choice} onChoose={onChoose} />
          </li>
        )}
      />
      <Missing units={missing} />
    </>
  );
}

function FileCard({
  file: { file, unit, items, known, notes, dropped },
  choice,
  onChoose,
}: { file: CollectedFile } & Pick<Props, "choice" | "onChoose">) {
  const styles = useStyles();
  const fresh = items.filter(({ kind }) => kind === "new" || kind === "changed");
  const doubtful = items.filter(({ kind }) => kind === "offer" || kind === "unreadable");
  const others = items.filter(({ kind }) => kind === "notAsked" || kind === "late");
  const unwritten = others.length + dropped.length;
  const told = [
    fresh.length > 0 && t("新填 {{count}} 项", { count: fresh.length }),
    known > 0 && t("{{count}} 项已收过", { count: known }),
    doubtful.length > 0 && t("{{count}} 项没有认出", { count: doubtful.length }),
    unwritten > 0 && t("{{count}} 项不写入责任矩阵", { count: unwritten }),
  ]
    .filter(Boolean)
    .join(t("，"));
  return (
    <>
      <Checkbox
        className={styles.box}
        checked={!choice.left.has(file)}
        label={<strong>{unit}</strong>}
        onChange={(_, { checked }) => onChoose({ ...choice, left: toggled(choice.left, file, checked !== true) })}
      />
      <span className={styles.quiet}>{t("{{name}}：{{text}}", { name: file, text: told || t("没有新的内容") })}</span>
      {notes.map((note, index) => (
        <span key={index} className={styles.warn}>
          {say(note)}
        </span>
      ))}
      <ul className={styles.items}>
        {doubtful.map((item) => (
          <li key={item.id}>
            <Doubtful item={item} choice={choice} onChoose={onChoose} />
          </li>
        ))}
        {others.map(({ id, place, before, reason }) => (
          <li key={id}>
            {t("{{place}}：填的是“{{before}}”", { place, before: String(before) })}
            <span className={styles.warn}>
              {t("{{reason}}。原文记在“填报明细”，矩阵不写。", { reason: say(reason) })}
            </span>
          </li>
        ))}
        {dropped.map((one) => (
          <li key={droppedKey(one)}>
            <DroppedRow dropped={one} />
          </li>
        ))}
        {fresh.map(({ id, place, before, after }) => (
          <li key={id} className={styles.quiet}>
            {t("{{name}}：{{text}}", {
              name: place,
              text: before === "" ? String(after) : `${String(before)} → ${String(after)}`,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Doubtful({
  item: { id, kind, place, before, after, reason },
  choice,
  onChoose,
}: { item: CollectedItem } & Pick<Props, "choice" | "onChoose">) {
  const styles = useStyles();
  if (kind === "offer") {
    return (
      <Checkbox
        className={styles.box}
        checked={choice.accepted.has(id)}
        label={t("{{place}}：填的是“{{before}}”（{{reason}}），勾选则按 {{after}} 收入", {
          place,
          before: String(before),
          reason: say(reason),
          after: String(after),
        })}
        onChange={(_, { checked }) => onChoose({ ...choice, accepted: toggled(choice.accepted, id, checked === true) })}
      />
    );
  }
  return (
    <>
      {t("{{place}}：填的是“{{before}}”", { place, before: String(before) })}
      <span className={styles.warn}>
        {t("无法识别：{{reason}}。原文记在“填报明细”，矩阵不写。", { reason: say(reason) })}
      </span>
    </>
  );
}

function DroppedRow({ dropped }: { dropped: Dropped }) {
  const styles = useStyles();
  const place = placeInForm(dropped.printed);
  return (
    <>
      {place === "" ? say(writtenIn(dropped)) : t("{{name}}：{{text}}", { name: place, text: say(writtenIn(dropped)) })}
      <span className={styles.warn}>
        {t("{{reason}}。原文记在“填报明细”，矩阵不写。", { reason: say(whyDropped(dropped)) })}
      </span>
    </>
  );
}

function Missing({ units }: { units: readonly string[] }) {
  const styles = useStyles();
  if (units.length === 0) return null;
  return (
    <section className={styles.group} aria-label={t("未交单位")}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t("未交单位（{{count}}）", { count: units.length })}</h2>
        <Button size="small" onClick={() => void navigator.clipboard?.writeText(listed(units))}>
          {t("复制名单")}
        </Button>
      </div>
      <Text className={mergeClasses(styles.quiet, styles.told)}>{listed(units)}</Text>
    </section>
  );
}
