import { useState } from "react";
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { makeList, type ListKind } from "../../excel/assessment";
import { asFailure, type ExcelFailure } from "../../excel/failure";
import { t } from "../../locale";
import { FailureBar } from "../failure-bar";
import { SmallText, Section } from "../layout/page";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  item: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "12px",
    padding: "8px 12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  action: { flexShrink: 0 },
});

interface ListOffer {
  kind: ListKind;
  name: string;
  text: string;
}

const offers = (): ListOffer[] => [
  { kind: "shortfalls", name: t("未达标清单"), text: t("差距、牵头单位、说明；整改措施填过的会保留") },
  { kind: "units", name: t("单位对照"), text: t("一个单位一行，看它牵头什么、完成多少") },
  { kind: "dashboard", name: t("看板"), text: t("各板块、各牵头单位的完成情况") },
];

/** Sheets that can be made again at any time from the matrix. */
export function MakeLists() {
  const styles = useStyles();
  const [state, setState] = useState<{
    busy?: ListKind;
    done?: { sheet: string; year: number };
    failure?: ExcelFailure;
    failed?: ListKind;
  }>({});
  const make = async ({ kind }: ListOffer): Promise<void> => {
    setState({ busy: kind });
    try {
      const { sheet, year } = await makeList(kind);
      setState({ done: { sheet, year } });
    } catch (error) {
      setState({ failure: asFailure(error), failed: kind });
    }
  };
  const all = offers();
  const again = all.find(({ kind }) => kind === state.failed);
  return (
    <Section id="make-lists" title={t("清单和看板")}>
      <SmallText>{t("做成工作表，可以打印；数变了再点一次就更新。")}</SmallText>
      <ul className={styles.list}>
        {all.map((offer) => (
          <li key={offer.kind} className={styles.item}>
            <span>
              <Text weight="semibold">{offer.name}</Text>
              <SmallText>{offer.text}</SmallText>
            </span>
            <Button
              size="small"
              className={styles.action}
              disabledFocusable={state.busy !== undefined}
              onClick={() => void make(offer)}
              aria-label={t("生成{{name}}", { name: offer.name })}
            >
              {state.busy === offer.kind ? <Spinner size="tiny" /> : t("生成")}
            </Button>
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {state.done !== undefined && (
          <SmallText>
            {t("“{{name}}”工作表已生成，按 {{year}} 年评估。", { name: state.done.sheet, year: state.done.year })}
          </SmallText>
        )}
        {state.failure && again && <FailureBar failure={state.failure} onRetry={() => void make(again)} />}
      </div>
    </Section>
  );
}
