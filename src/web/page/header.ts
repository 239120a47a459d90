import { pageTitle, saveStateText, unnamed, type SaveState } from "../file/save-state";
import type { RecentFile } from "../recovery/store";
import { dateText } from "../time-text";
import { element } from "./element";

/** Shows what is open and whether it is saved, in the header and in the page's title. */
export function showSaveState(name: string | undefined, state: SaveState): void {
  const shown = element("file-name");
  shown.textContent = name ?? unnamed;
  shown.title = name ?? "";
  const label = element("file-state");
  label.textContent = saveStateText(state, name !== undefined);
  label.dataset.kind = state.kind;
  element<HTMLButtonElement>("save").disabled = state.kind === "saving";
  document.title = pageTitle(name, state);
}

/**
 * The menu of recent files.
 * @returns a function that sets the list
 */
export function recentMenu(open: (file: RecentFile) => void): (files: readonly RecentFile[]) => void {
  const opener = element<HTMLButtonElement>("recent");
  const list = element("recent-list");
  const show = (isShown: boolean): void => {
    list.hidden = !isShown;
    opener.setAttribute("aria-expanded", String(isShown));
    if (isShown) list.querySelector("button")?.focus();
  };
  opener.addEventListener("click", () => show(list.hidden));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key !== "Escape" && step === undefined) return;
    event.preventDefault();
    if (step === undefined) {
      show(false);
      opener.focus();
      return;
    }
    const items = [...list.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    items[(at + step + items.length) % items.length]?.focus();
  });
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget !== opener && !list.contains(relatedTarget as Node | null)) show(false);
  });
  const choice = (file: RecentFile): HTMLElement => {
    const item = document.createElement("li");
    item.setAttribute("role", "none");
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.textContent = file.name;
    button.title = `${file.name}，${dateText(file.at)} 打开过`;
    button.addEventListener("click", () => {
      show(false);
      open(file);
    });
    item.append(button);
    return item;
  };
  return (files) => {
    opener.hidden = files.length === 0;
    list.replaceChildren(...files.map(choice));
  };
}
