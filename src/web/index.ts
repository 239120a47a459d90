import { openBrowserHost } from "../host/browser";
import { switchNames } from "../host/switches";
import { download, droppedFile } from "./file/disk";
import { openTab } from "./open-tab";
import { element } from "./page/element";
import { inputLock } from "./page/input-lock";
import { notices } from "./page/notices";
import { showPane, surroundPane } from "./page/pane";
import { finishTyping, forgetUndo, openUniver } from "./page/univer";
import { Store } from "./recovery/store";
import { Tabs } from "./recovery/tabs";
import { keepForOffline } from "./service-worker/register";
import { untilUnchanged } from "./until-unchanged";
import { Workbench } from "./workbench";
import "./web.css";

/** Handles Ctrl+S, Ctrl+O and Ctrl+Shift+S, wherever on the page or in the pane the focus is. */
function watchKeys(target: Window, workbench: Workbench): void {
  target.addEventListener(
    "keydown",
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "s" && key !== "o") return;
      event.preventDefault();
      event.stopPropagation();
      void (key === "o" ? workbench.choose() : event.shiftKey ? workbench.saveAs() : workbench.save());
    },
    true,
  );
}

function watchDrops(workbench: Workbench): void {
  const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener(
    "dragover",
    (event) => {
      if (hasFile(event)) event.preventDefault();
    },
    true,
  );
  document.addEventListener(
    "drop",
    (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void droppedFile(event.dataTransfer!).then((file) => file && workbench.open(file));
    },
    true,
  );
}

async function start(): Promise<void> {
  const said = notices(element("notices"));
  const store = await Store.open();
  const tabs = await Tabs.claim();
  const univer = openUniver(element("sheet"));
  const host = openBrowserHost(univer);
  // `web.html?switches=noDownloads,printerWithoutA3` imitates other Excels (`host/switches.ts`).
  const asked = new URLSearchParams(location.search).get("switches")?.split(",") ?? [];
  for (const name of switchNames) if (asked.includes(name)) host.book.switches.add(name);
  const opened = await openTab(tabs.tab, host.book, store);
  if (!opened) return location.reload();
  forgetUndo(univer);
  const workbench = new Workbench({
    store,
    tabs,
    notices: said,
    record: opened.record,
    finishTyping: async () => {
      await finishTyping(univer);
      // Requests of the pane that are queued count too: generating, for example, may just have started.
      await host.book.inTurn(async () => undefined);
    },
    bytes: async () => {
      const { saveXlsx } = await import("../host/xlsx/save");
      // In a turn, so that no request is saved half done; and again if the user changes something at a pause of saving.
      return host.book.inTurn(() =>
        untilUnchanged(
          () => saveXlsx(host.book),
          () => changes,
        ),
      );
    },
  });
  let changes = 0;
  host.book.onChange = () => {
    changes++;
    workbench.changed();
  };
  const sheet = inputLock(element("sheet"));
  host.book.onPaused = sheet.lock;
  host.book.onResumed = sheet.unlock;
  host.book.onRefused = (sentence) => said.say("refused", sentence, [], "warning");
  // The web edition has no second window, so a workbook that Excel would open in one is downloaded.
  host.book.onOpen = (file) => download(file, "工作簿.xlsx");
  const pane = surroundPane(host);
  element("new").addEventListener("click", () => void workbench.newWorkbook());
  element("open").addEventListener("click", () => void workbench.choose());
  element("save").addEventListener("click", () => void workbench.save());
  element("save-as").addEventListener("click", () => void workbench.saveAs());
  element("close-pane").addEventListener("click", () => showPane(false));
  watchKeys(window, workbench);
  pane.addEventListener("load", () => watchKeys(pane.contentWindow!, workbench));
  watchDrops(workbench);
  window.addEventListener("beforeunload", (event) => {
    if (workbench.asksBeforeLeaving) event.preventDefault();
  });
  for (const sentence of opened.say) said.say(`opened ${sentence}`, sentence, [], "warning");
  if (opened.unshown.length > 0)
    said.say("kept", `这个工作簿里还有 ${opened.unshown.join("、")}。这里看不到，保存以后都还在文件里。`);
  await workbench.noteRecent();
  await workbench.checkOtherTabs();
  window.launchQueue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    if (handle?.kind === "file") void workbench.openHandle(handle as FileSystemFileHandle);
  });
  await keepForOffline((takeOver) =>
    said.say("version", "有新版本，刷新后使用。没有保存的改动会照原样带过去。", [
      { label: "现在刷新", act: () => void takeOver().then(() => workbench.reloadKeepingChanges()) },
    ]),
  );
}

start().catch((error: unknown) => {
  element("not-loaded").hidden = false;
  throw error;
});
