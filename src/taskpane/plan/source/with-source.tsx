import { useState, type ReactNode } from "react";
import type { Span } from "../../../plan/model";
import { WithOverlay } from "../../layout/with-overlay";
import type { EditablePlan } from "../../open-plan/use-open-plan";
import { SourceView } from "./source-view";

/** A place of the text that is gone to, and what is to be said of it. */
export interface SourcePlace {
  span: Span;
  note: string;
  /** Of what the reading left over: can be settled there. */
  unread?: string;
}

/** Opens the plan's text, at the first of some places; without any at its beginning. */
export type OpenSource = (places: readonly SourcePlace[]) => void;

/** A page from which the plan's text can be opened. */
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
