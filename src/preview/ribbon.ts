// The manifest as text: the preview's ribbon is read from what Excel reads, so the two never differ.
import manifest from "../../manifest.xml";

interface Doing {
  showPane(): void;
  /** Runs the function that the commands' page has associated with a name. */
  run(name: string): void;
}

/** Draws the add-in's tab as the manifest describes it. */
export function ribbon(tab: HTMLElement, buttons: HTMLElement, doing: Doing): void {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  const all = (name: string): Element[] => [...xml.getElementsByTagName("*")].filter(({ localName }) => localName === name);
  const resources = new Map(
    all("Resources").flatMap((root) => [...root.getElementsByTagName("*")].map((item) => [item.getAttribute("id"), item.getAttribute("DefaultValue")] as const)),
  );
  const child = (parent: Element, name: string): Element | undefined => [...parent.children].find(({ localName }) => localName === name);
  const resource = (element: Element | undefined): string => resources.get(element?.getAttribute("resid") ?? "") ?? "";
  const [customTab] = all("CustomTab");
  tab.textContent = customTab ? resource(child(customTab, "Label")) : "";
  for (const control of all("Control")) {
    const action = child(control, "Action")!;
    const button = document.createElement("button");
    button.type = "button";
    button.id = control.getAttribute("id")!.replace(".", "-");
    button.title = resource(child(child(control, "Supertip")!, "Description"));
    const image = document.createElement("img");
    image.alt = "";
    image.src = resource([...child(control, "Icon")!.children].find((icon) => icon.getAttribute("size") === "32")).replace(/^https:\/\/[^/]+\//, "");
    button.append(image, resource(child(control, "Label")));
    const functionName = child(action, "FunctionName")?.textContent;
    button.addEventListener("click", () => (functionName ? doing.run(functionName) : doing.showPane()));
    buttons.append(button);
  }
}
