import { correctedIndicator, type Corrections } from "../../../plan/corrections";
import type { Indicator } from "../../../plan/model";
import { Expandable } from "../../expandable";
import { IndicatorEditor } from "./indicator-editor";

/** Indicators to be corrected, as a list. */
export function Indicators({
  indicators,
  correct,
}: {
  indicators: readonly Indicator[];
  correct: (change: (before: Corrections) => Corrections) => void;
}) {
  if (indicators.length === 0) return null;
  return (
    <Expandable
      items={indicators}
      first={5}
      render={(indicator) => (
        <li key={indicator.id}>
          <IndicatorEditor
            indicator={indicator}
            onChange={(change) => correct((before) => changeIndicator(before, indicator, change))}
            onRemove={() => correct((before) => removeIndicator(before, indicator))}
          />
        </li>
      )}
    />
  );
}

/** An indicator that the user added is changed directly; one that was read gets a correction. */
function changeIndicator(
  before: Corrections,
  indicator: Indicator,
  change: NonNullable<Corrections["indicators"][string]>,
): Corrections {
  if (!before.added.some(({ id }) => id === indicator.id)) {
    return {
      ...before,
      indicators: { ...before.indicators, [indicator.id]: { ...before.indicators[indicator.id], ...change } },
    };
  }
  return {
    ...before,
    added: before.added.map((one) => (one.id === indicator.id ? correctedIndicator(one, change) : one)),
  };
}

function removeIndicator(before: Corrections, { id }: Indicator): Corrections {
  if (before.added.some((one) => one.id === id))
    return { ...before, added: before.added.filter((one) => one.id !== id) };
  return { ...before, indicators: { ...before.indicators, [id]: null } };
}
