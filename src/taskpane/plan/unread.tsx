import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { paragraph, say, t } from "../../locale";
import type { Finding } from "../../plan/model";
import { unreadOf } from "../../plan/questions";
import type { EditablePlan } from "../open-plan/use-open-plan";
import type { SourcePlace } from "./source/source-place";
import type { OpenSource } from "./source/with-source";

const useStyles = makeStyles({ note: { display: "block" } });

/** Places that were not understood, for `OpenSource`. */
const unreadPlaces = ({ plan, corrections }: Pick<EditablePlan, "plan" | "corrections">): SourcePlace[] =>
  unreadOf(plan, corrections).map(({ id, finding: { span, said, message } }) => ({
    span,
    note: say(said ?? message),
    unread: id,
  }));

/** Whether a finding is about an amount; the others are about who answers. */
const isOfNumbers = ({ rule }: Finding): boolean => /^(?:amount|quantity|indicator)/.test(rule);

/**
 * How much was read, how many places were not understood, and a button that leads to them. Renders nothing if
 * everything was understood.
 */
export function UnreadBar({ openPlan, onOpen }: { openPlan: EditablePlan; onOpen: OpenSource }) {
  const places = unreadPlaces(openPlan);
  if (places.length === 0) return null;
  const numbers = unreadOf(openPlan.plan, openPlan.corrections).filter(({ finding }) => isOfNumbers(finding)).length;
  const units = places.length - numbers;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {paragraph(
          units > 0 &&
            t("读出 {{tasks}} 项；有 {{places}} 处写明了单位但没有读懂。", {
              tasks: openPlan.plan.tasks.length,
              places: units,
            }),
          numbers > 0 && t("有 {{places}} 处数字没有读懂。", { places: numbers }),
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => onOpen(places)}>
          {t("逐处查看")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Tells the user before the matrix is generated what it will lack. Renders nothing if it lacks nothing. */
export function UnreadNote({
  openPlan,
  onGo,
}: {
  openPlan: Pick<EditablePlan, "plan" | "corrections">;
  onGo?: () => void;
}) {
  const styles = useStyles();
  const { length } = unreadOf(openPlan.plan, openPlan.corrections);
  if (length === 0) return null;
  return (
    <span className={styles.note}>
      {t("有 {{places}} 处没有读懂，那里的任务、单位或指标不会出现在表中。", { places: length })}{" "}
      {onGo && (
        <Link as="button" onClick={onGo}>
          {t("去看")}
        </Link>
      )}
    </span>
  );
}
