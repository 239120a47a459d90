// The ribbon is read from the manifest, as in Excel, so that the two never differ.
import manifest from "../../../manifest.xml";

interface Doing {
  showPane(): void;
  /** Runs the function that the pane's page has associated with a name. */
  run(name: string): void;
}

/** The part of `Office.RibbonUpdaterData` that the add-in uses. */
export interface RibbonState {
  tabs: { groups?: { controls?: { id: string; enabled?: boolean }[] }[] }[];
}

/**
 * Draws the add-in's tab as the manifest describes it.
 * @returns the implementation of `Office.ribbon.requestUpdate`
 */
export function ribbon(tab: HTMLElement, groups: HTMLElement, doing: Doing): { update(state: RibbonState): void } {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  const all = (name: string, root: Element | Document = xml): Element[] =>
    [...root.getElementsByTagName("*")].filter(({ localName }) => localName === name);
  const resources = new Map(
    all("Resources").flatMap((root) =>
      [...root.getElementsByTagName("*")].map(
        (item) => [item.getAttribute("id"), item.getAttribute("DefaultValue")] as const,
      ),
    ),
  );
  const child = (parent: Element, name: string): Element | undefined =>
    [...parent.children].find(({ localName }) => localName === name);
  const resource = (element: Element | undefined): string => resources.get(element?.getAttribute("resid") ?? "") ?? "";
  const drawn = new Map<string, HTMLButtonElement>();

  const draw = (control: Element): HTMLButtonElement => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = resource(child(child(control, "Supertip")!, "Description"));
    const image = document.createElement("img");
    image.alt = "";
    image.src = resource(
      [...child(control, "Icon")!.children].find((icon) => icon.getAttribute("size") === "32"),
    ).replace(/^https:\/\/[^/]+\//, "");
    button.append(image, resource(child(control, "Label")));
    const functionName = child(child(control, "Action")!, "FunctionName")?.textContent;
    button.addEventListener("click", () => (functionName ? doing.run(functionName) : doing.showPane()));
    drawn.set(control.getAttribute("id")!, button);
    return button;
  };

  const [customTab] = all("CustomTab");
  tab.textContent = customTab ? resource(child(customTab, "Label")) : "";
  for (const group of all("Group")) {
    const section = document.createElement("section");
    const name = document.createElement("h2");
    name.textContent = resource(child(group, "Label"));
    const buttons = document.createElement("div");
    buttons.append(...all("Control", group).map(draw));
    section.append(buttons, name);
    groups.append(section);
  }
  return {
    update: ({ tabs }) => {
      for (const { id, enabled } of tabs.flatMap(({ groups: changed }) =>
        (changed ?? []).flatMap(({ controls }) => controls ?? []),
      )) {
        const button = drawn.get(id);
        if (!button) throw new Error(`no button ${id} in the manifest`);
        button.disabled = enabled === false;
      }
    },
  };
}
