/** How often an open page asks whether there is a new version, ms. */
const asking = 60 * 60 * 1000;

/**
 * Has the site's files kept for work without a network, where the browser can (https or localhost).
 * @param told a new version is ready; what it is given has it take over, after which the page must be loaded again
 */
export async function keepForOffline(told: (takeOver: () => Promise<void>) => void): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const registration = await serviceWorker
    .register("service-worker.js", { updateViaCache: "none" })
    .catch(() => undefined);
  if (!registration) return;
  const tell = (worker: ServiceWorker | null): void => {
    // The very first one is no new version.
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
