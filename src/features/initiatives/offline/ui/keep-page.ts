/** Where the page stands; its worker sees to no other (public/offline-worker.js). */
const page = "/offline";

/** The browser can seal, keep and open without network: not by plain http, not in a private window of some. */
export function canWorkOffline(): boolean {
  return globalThis.isSecureContext && "serviceWorker" in navigator && "indexedDB" in globalThis && "subtle" in crypto;
}

/** The page as it is now, with all it is made of, is on the device once this is done. Throws when it isn't. */
export async function keepPage(): Promise<void> {
  const registration = await navigator.serviceWorker.register("/offline-worker.js", { scope: page });
  const worker = await activeOf(registration);
  const files = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  await new Promise<void>((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<boolean>) => (data ? resolve() : reject(new Error("the page was not kept")));
    worker.postMessage({ files }, [port2]);
  });
  // asked, not demanded: without it a full phone may drop the page and what waits on it
  await navigator.storage?.persist?.().catch(() => false);
}

async function activeOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  if (registration.active && !registration.installing && !registration.waiting) return registration.active;
  const coming = registration.installing ?? registration.waiting;
  if (!coming) throw new Error("the page's worker did not start");
  return await new Promise((resolve, reject) => {
    const look = () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error("the page's worker did not start"));
    };
    coming.addEventListener("statechange", look);
    look();
  });
}
