import { useState, type ReactNode } from "react";
import { WithOverlay } from "../../layout/with-overlay";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import type { SourcePlace } from "./source-place";
import { SourceView } from "./source-view";

/** Opens the plan's text at the first of the places, or at its beginning if there are none. */
export type OpenSource = (places: readonly SourcePlace[]) => void;

/** A page that can open the plan's text in its place. */
export function WithSource({
  openPlan,
  children,
}: {
  openPlan: EditablePlan;
  children: (open: OpenSource) => ReactNode;
}) {
  const [places, setPlaces] = useState<readonly SourcePlace[]>();
  return (
    <WithOverlay
      overlay={places && <SourceView openPlan={openPlan} places={places} onBack={() => setPlaces(undefined)} />}
    >
      {children(setPlaces)}
    </WithOverlay>
  );
}
