/** How often an open page checks for a new version, ms. */
const asking = 60 * 60 * 1000;

/**
 * Registers the service worker, where the browser allows it (https or localhost), so that the page works offline.
 * @param told called when a new version is ready; its argument activates that version, after which the page must be
 * reloaded
 */
export async function keepForOffline(told: (takeOver: () => Promise<void>) => void): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const registration = await serviceWorker
    .register("service-worker.js", { updateViaCache: "none" })
    .catch(() => undefined);
  if (!registration) return;
  const tell = (worker: ServiceWorker | null): void => {
    // The first worker is not a new version.
    if (!worker || !serviceWorker.controller) return;
    told(
      () =>
        new Promise((resolve) => {
          serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
          worker.postMessage("take over");
        }),
    );
  };
  if (registration.waiting) tell(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && tell(worker));
  });
  setInterval(() => void registration.update().catch(() => undefined), asking);
}
