import { seemsToHoldMatrix, watchPresence } from "../excel/presence";

/** The tab in manifest.xml. */
export const tabId = "Tab.Matrix";
/** Buttons that need a matrix, by their groups in manifest.xml. */
export const needingMatrix: Record<string, string[]> = {
  "Group.Matrix": ["Button.Sync"],
  "Group.Reporting": ["Button.Send", "Button.Collect"],
  "Group.Assessment": ["Button.Check", "Button.Shortfalls", "Button.Units", "Button.Board", "Button.Report"],
};

const stateOf = (enabled: boolean): Office.RibbonUpdaterData => ({
  tabs: [
    {
      id: tabId,
      groups: Object.entries(needingMatrix).map(([id, buttons]) => ({
        id,
        controls: buttons.map((button) => ({ id: button, enabled })),
      })),
    },
  ],
});

/**
 * From now on disables the buttons that need a matrix while there is none. The manifest enables every button, and they
 * stay so if Excel cannot change them or is busy: an enabled button can say what is missing, a grey one cannot.
 */
export async function keepAvailability(): Promise<void> {
  if (!Office.context.requirements.isSetSupported("RibbonApi", "1.1")) return;
  const look = (): Promise<void> =>
    seemsToHoldMatrix()
      .then((there) => Office.ribbon.requestUpdate(stateOf(there)))
      .catch(() => undefined);
  await watchPresence(() => void look()).catch(() => undefined);
  await look();
}
