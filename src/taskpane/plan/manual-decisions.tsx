import { Button, Link, makeStyles, Text } from "@fluentui/react-components";
import { t } from "../../locale";
import { withoutMark } from "../../plan/by-hand/mark-passage";
import { taughtIn, withoutForm, withoutLabel, withUnitAgain } from "../../plan/by-hand/taught";
import type { Corrections } from "../../plan/corrections";
import type { LabelDecision } from "../../plan/decisions";
import { withoutMerge, withoutParting, withoutRenaming, type UnitDecisions } from "../../plan/units/decisions";
import { Expandable } from "../expandable";
import type { EditablePlan } from "../open-plan/use-open-plan";
import type { OpenSource } from "./source/with-source";
import { smallTextDense } from "../layout/small-text";

const useStyles = makeStyles({
  row: { display: "flex", gap: "8px", justifyContent: "space-between", alignItems: "baseline" },
  words: { overflowWrap: "anywhere", minWidth: 0, textAlign: "left" },
  quiet: smallTextDense,
});

const labelNames = (): Record<LabelDecision, string> => ({
  lead: t("牵头"),
  responsible: t("责任"),
  none: t("不是责任单位"),
});

/** One decision of the user about the reading, and how to take it back. */
interface ManualDecision {
  key: string;
  words: string;
  back: (before: Corrections) => Corrections;
  onOpen?: () => void;
}

/** Id of a question that was answered with 是两个单位. */
const pairId = /^pair (\S+) (\S+)$/;

export function manualDecisionCount(corrections: Corrections): number {
  const { labels, notUnits, forms } = taughtIn(corrections);
  return (
    corrections.marked.length +
    Object.keys(labels).length +
    notUnits.length +
    forms.length +
    Object.keys(corrections.safeguards).length +
    unitDecisions(corrections).length
  );
}

/** 保障措施 that the user has taken into the matrix. Without the units given to them they are safeguards again. */
function safeguardDecisions({ plan, corrections }: EditablePlan): ManualDecision[] {
  return Object.keys(corrections.safeguards).map((id): ManualDecision => {
    const title = plan.tasks.find((task) => task.id === id)?.title ?? id;
    return {
      key: `measure ${id}`,
      words: t("保障措施“{{title}}”列入矩阵", { title }),
      back: (before) => ({
        ...before,
        safeguards: Object.fromEntries(Object.entries(before.safeguards).filter(([one]) => one !== id)),
      }),
    };
  });
}

/** Decisions about units: merged, kept apart, renamed, shortened. */
function unitDecisions({ units, settled, shortNames }: Corrections): ManualDecision[] {
  const told = (key: string, words: string, back: (before: UnitDecisions) => UnitDecisions): ManualDecision => ({
    key,
    words,
    back: (before) => ({ ...before, units: back(before.units) }),
  });
  return [
    ...units.same.map((pair) =>
      told(`same ${pair[0]} ${pair[1]}`, t("“{{other}}”并入“{{name}}”", { name: pair[0], other: pair[1] }), (before) =>
        withoutMerge(before, pair),
      ),
    ),
    ...units.apart.map((name) =>
      told(`apart ${name}`, t("“{{name}}”是单独的单位", { name }), (before) => withoutParting(before, name)),
    ),
    ...Object.entries(units.renamed).map(([name, given]) =>
      told(`renamed ${name}`, t("“{{name}}”改称“{{given}}”", { name, given }), (before) =>
        withoutRenaming(before, name),
      ),
    ),
    ...Object.entries(shortNames)
      .filter(([, short]) => short !== "")
      .map(([name, short]): ManualDecision => ({
        key: `short ${name}`,
        words: t("“{{name}}”简称“{{short}}”", { name, short }),
        back: (before) => ({ ...before, shortNames: { ...before.shortNames, [name]: "" } }),
      })),
    ...settled.flatMap((id): ManualDecision[] => {
      const [, one, other] = pairId.exec(id) ?? [];
      return one === undefined || other === undefined
        ? []
        : [
            {
              key: id,
              words: t("“{{one}}”与“{{other}}”是两个单位", { one, other }),
              back: (before) => ({ ...before, settled: before.settled.filter((known) => known !== id) }),
            },
          ];
    }),
  ];
}

/** 手工标注: passages marked as tasks, and decisions about units, labels, names and notations. Each can be taken back. */
export function ManualDecisions({ openPlan, onOpen }: { openPlan: EditablePlan; onOpen: OpenSource }) {
  const styles = useStyles();
  const { corrections, correct } = openPlan;
  const { labels, notUnits, forms } = taughtIn(corrections);
  const told: ManualDecision[] = [
    ...corrections.marked.map(({ id, title, span }): ManualDecision => ({
      key: id,
      words: t("任务：{{title}}", { title }),
      back: (before) => withoutMark(before, id),
      onOpen: () => onOpen([{ span, note: title }]),
    })),
    ...Object.entries(labels).map(([label, decision]): ManualDecision => ({
      key: `label ${label}`,
      words: t("“{{label}}：”后面的是{{role}}", { label, role: labelNames()[decision] }),
      back: (before) => withoutLabel(before, label),
    })),
    ...unitDecisions(corrections),
    ...notUnits.map((name): ManualDecision => ({
      key: `not ${name}`,
      words: t("“{{name}}”不是单位", { name }),
      back: (before) => withUnitAgain(before, name),
    })),
    ...safeguardDecisions(openPlan),
    ...forms.map((form): ManualDecision => ({
      key: `form ${form.before} ${form.after}`,
      words: t("写作“{{form}}”的是{{role}}", { form: `${form.before}……${form.after}`, role: labelNames()[form.role] }),
      back: (before) => withoutForm(before, form),
    })),
  ];
  return (
    <>
      <Text className={styles.quiet}>{t("这些是您告诉面板的，随工作簿保存。")}</Text>
      <Expandable
        items={told}
        render={({ key, words, back, onOpen: open }) => (
          <li key={key} className={styles.row}>
            {open ? (
              <Link as="button" className={styles.words} onClick={open}>
                {words}
              </Link>
            ) : (
              <Text className={styles.words}>{words}</Text>
            )}
            <Button
              size="small"
              appearance="subtle"
              aria-label={t("取消：{{words}}", { words })}
              onClick={() => correct(back)}
            >
              {t("取消")}
            </Button>
          </li>
        )}
      />
    </>
  );
}
