import { pathText } from "../../plan/path-text";
import { useState } from "react";
import { Button, makeStyles, Text } from "@fluentui/react-components";
import { t } from "../../locale";
import type { Safeguard } from "../../plan/model";
import { UnitNames } from "./checking/unit-names";
import { Expandable } from "../expandable";
import type { EditablePlan } from "../open-plan/use-open-plan";
import { smallTextDense } from "../layout/small-text";

const useStyles = makeStyles({
  quiet: { display: "block", ...smallTextDense },
  form: { display: "flex", flexDirection: "column", gap: "6px", marginTop: "6px" },
});

/** 保障措施: duties without units. The user can name units and so take one into the matrix. */
export function SafeguardList({ openPlan }: { openPlan: EditablePlan }) {
  const styles = useStyles();
  const { safeguards } = openPlan.plan;
  if (safeguards.length === 0) return <Text>{t("没有未写明单位的保障措施。")}</Text>;
  return (
    <>
      <Text className={styles.quiet}>{t("这些内容没有写明单位，不作为任务。需要时可以指定单位，列入矩阵。")}</Text>
      <Expandable
        items={safeguards}
        render={(safeguard) => (
          <li key={safeguard.id}>{<SafeguardItem safeguard={safeguard} openPlan={openPlan} />}</li>
        )}
      />
    </>
  );
}

function SafeguardItem({ safeguard, openPlan }: { safeguard: Safeguard; openPlan: EditablePlan }) {
  const styles = useStyles();
  const [naming, setNaming] = useState(false);
  const [lead, setLead] = useState<string[]>([]);
  const [responsible, setResponsible] = useState<string[]>([]);
  const take = (): void =>
    openPlan.correct((before) => ({
      ...before,
      safeguards: { ...before.safeguards, [safeguard.id]: { lead, responsible } },
    }));
  return (
    <>
      <Text>
        {pathText(safeguard.path)} {safeguard.title}
      </Text>
      <span className={styles.quiet}>
        {safeguard.text.length > 60 ? `${safeguard.text.slice(0, 59)}…` : safeguard.text}
      </span>
      {naming ? (
        <div className={styles.form}>
          <UnitNames label={t("牵头单位")} names={lead} onChange={setLead} />
          <UnitNames label={t("责任单位")} names={responsible} onChange={setResponsible} />
          <Button size="small" disabled={lead.length + responsible.length === 0} onClick={take}>
            {t("列入矩阵")}
          </Button>
        </div>
      ) : (
        <Button size="small" appearance="subtle" onClick={() => setNaming(true)}>
          {t("指定单位，列入矩阵…")}
        </Button>
      )}
    </>
  );
}
