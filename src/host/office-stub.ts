/**
 * Loaded by the pane's page instead of Office.js, in the web edition only. It connects the bridge to the workbook of
 * the surrounding page, loads Microsoft's Excel script, and answers what a page asks of Office before it uses Excel.
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
    // The Excel script sets an incomplete `Office`; the page's own scripts may run right after it.
    target.Office = office;
    resolve();
  };
  script.onerror = () => reject(new Error("the Excel script did not load"));
  document.head.append(script);
});

/**
 * Excel's themes; the web edition's address chooses one (`web.html?theme=dark`). Read again each time, since it can
 * change while the pane is open.
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
/** Office's display language, from the address of the surrounding page: `?lang=en-US`. */
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
