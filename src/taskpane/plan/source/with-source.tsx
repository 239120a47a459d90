import { useState, type ReactNode } from "react";
import { Behind } from "../../layout/behind";
import type { Reading } from "../../reading/use-reading";
import type { SourcePlace } from "./source-place";
import { SourceView } from "./source-view";

/** Opens the plan's text, at the first of some places; without any at its beginning. */
export type OpenSource = (places: readonly SourcePlace[]) => void;

/** A page from which the plan's text can be opened. */
export function WithSource({ reading, children }: { reading: Reading; children: (open: OpenSource) => ReactNode }) {
  const [places, setPlaces] = useState<readonly SourcePlace[]>();
  return (
    <Behind front={places && <SourceView reading={reading} places={places} onBack={() => setPlaces(undefined)} />}>
      {children(setPlaces)}
    </Behind>
  );
}
