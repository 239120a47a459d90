import { createContext } from "react";
import type { Opened } from "../reading/use-reading";

/** How another plan is opened, wherever in the pane: a file that is being read is nobody's page's, and outlives the page. */
export const OpeningContext = createContext<Pick<Opened, "opening" | "openFile" | "openPasted">>({ opening: {}, openFile: () => undefined, openPasted: () => undefined });
