import { cacheOf, fileFor, isHashed, staleCaches, type Site } from "./answers";

/** The part of a service worker's global scope that is used here: TypeScript's types cover either that or a page's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface World {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", take: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", take: (event: Asked) => void): void;
  addEventListener(kind: "message", take: (event: MessageEvent) => void): void;
}

const world = self as unknown as World;
/** The build inserts the site's list here (scripts/site/offline.mjs). */
const site = JSON.parse(decodeURIComponent("SITE-AS-BUILT")) as Site;
const { scope } = world.registration;
const addressOf = (file: string): string => scope + file;
/** How many files are loaded at the same time. */
const atOnce = 6;

/** Caches all files of a version or none, so that a page never gets scripts of two versions. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheOf(site));
  const waiting = [...site.files];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await keep(file, cache);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function keep(file: string, cache: Cache): Promise<void> {
  const address = addressOf(file);
  const known = isHashed(file) ? await caches.match(address) : undefined;
  const answer = known ?? (await fetch(address, { cache: isHashed(file) ? "default" : "no-cache" }));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  await cache.put(address, answer);
}

world.addEventListener("install", (event) => event.waitUntil(keepAll()));
world.addEventListener("activate", (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(staleCaches(names, cacheOf(site)).map((name) => caches.delete(name))))
      .then(() => world.clients.claim()),
  ),
);
world.addEventListener("message", ({ data }) => {
  if (data === "take over") void world.skipWaiting();
});
world.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET") return;
  const file = fileFor(url, scope, site);
  if (file !== undefined) event.respondWith(answered(event.request, addressOf(file), cacheOf(site)));
  // A page of the previous version may request a script that it has not loaded yet.
  else if (url.startsWith(scope) && isHashed(url)) event.respondWith(answered(event.request, url));
});

async function answered(request: Request, address: string, cacheName?: string): Promise<Response> {
  return (await caches.match(address, cacheName === undefined ? {} : { cacheName })) ?? fetch(request);
}
