/**
 * Stands where the pane's page takes Office.js, in the web edition only. It sets the bridge to the workbook of the page
 * around, loads Microsoft's own Excel script over it, and answers what a page asks of Office before it uses Excel.
 */
interface HostWindow {
  responsibilityMatrixHost: {
    connect(frame: Window): { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void };
    isSetSupported(set: string, version?: string): boolean;
    platform(): "PC" | "Mac";
    displayDialog(url: string): void;
    showPane(): void;
    updateRibbon(state: unknown): void;
  };
}

const target = window as unknown as Record<string, unknown> & { Office?: Record<string, unknown> };
const host = (window.parent as unknown as HostWindow).responsibilityMatrixHost;
const actions = new Map<string, unknown>();

target._richApiNativeBridge = host.connect(window);

const ready = new Promise<void>((resolve, reject) => {
  const script = document.createElement("script");
  script.src = new URL("officejs/excel-web-16.00.js", location.href).href;
  script.onload = () => {
    // The Excel script brings the empty shell of an Office of its own; the page's own scripts may come right after it.
    target.Office = office;
    resolve();
  };
  script.onerror = () => reject(new Error("the Excel script did not load"));
  document.head.append(script);
});

/**
 * Excel's themes, of which the web edition's own address asks for one (`web.html?theme=dark`). Asked again each time,
 * as it changes while the pane is open.
 */
const themes = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#FFFFFF",
    controlForegroundColor: "#242424",
  },
  dark: {
    bodyBackgroundColor: "#212121",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#0A0A0A",
    controlForegroundColor: "#FFFFFF",
  },
};

const info = { host: "Excel", platform: "PC" };
/** Office's language, as the address of the page around asks for it: `?lang=en-US`. */
const displayLanguage = new URLSearchParams(window.parent.location.search).get("lang") ?? "zh-CN";

function onReady(callback?: (about: typeof info) => unknown): Promise<typeof info> {
  return ready.then(async () => {
    await callback?.(info);
    return info;
  });
}

const office = {
  onReady,
  HostType: { Excel: "Excel" },
  PlatformType: { PC: "PC", Mac: "Mac" },
  context: {
    host: "Excel",
    get platform() {
      return host.platform();
    },
    displayLanguage,
    contentLanguage: "zh-CN",
    get officeTheme() {
      return new URLSearchParams(window.parent.location.search).get("theme") === "dark" ? themes.dark : themes.light;
    },
    requirements: { isSetSupported: (set: string, version?: string) => host.isSetSupported(set, version) },
    ui: { displayDialogAsync: (url: string) => host.displayDialog(url) },
  },
  addin: { showAsTaskpane: async () => host.showPane() },
  ribbon: { requestUpdate: async (state: unknown) => host.updateRibbon(state) },
  actions: {
    associate: (name: string, work: unknown) => void actions.set(name, work),
    _association: { mappings: actions },
  },
};

target.Office = office;

export {};
