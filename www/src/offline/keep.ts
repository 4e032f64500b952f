/**
 * Keeping the page on the device, for use without a network. Nothing is kept unless somebody asks: then the page loads once more under the
 * name below, and the service worker takes in the whole release before the page seals itself. So every request is made before the seal, here too.
 */
const ASKED = '#offline';
/** Where the person who asked comes back to. */
const BACK = '#proof';
const WORKER = 'sw.js';

/** The one address from which a service worker may start. After the seal none may. */
const policy = window.trustedTypes?.createPolicy('redzone-offline', {
  createScriptURL: (url: string) => {
    if (url !== WORKER) throw new TypeError('only the release\'s own service worker may be registered');
    return url;
  },
});

/** Loads the page again to keep it. */
export function askToKeep(): void {
  history.replaceState(null, '', ASKED);
  location.reload();
}

/** Whether this load is one that keeps: somebody asked, or installed the page as an application. */
export function isAsked(): boolean {
  return location.hash === ASKED || (matchMedia('(display-mode: standalone)').matches && !navigator.serviceWorker?.controller);
}

/** Registers the service worker and waits until it holds the whole release. Says whether it does. */
export async function keep(): Promise<boolean> {
  if (location.hash === ASKED) history.replaceState(null, '', BACK);
  try {
    const { installing, waiting, active } = await navigator.serviceWorker.register((policy?.createScriptURL(WORKER) ?? WORKER) as string);
    const worker = installing ?? waiting ?? active;
    if (!worker) return false;
    while (!['activated', 'installed', 'redundant'].includes(worker.state)) await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker.state !== 'redundant';
  } catch {
    return false;
  }
}

/** The release that is kept, if any; none where a page can keep nothing. Asks for nothing over the network. */
export async function kept(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker?.getRegistration();
  } catch {
    return undefined;
  }
}

/** Calls back once when a newer release is whole on the device and waits; the argument makes it take over and loads the page again. */
export async function whenNewer(told: (use: () => void) => void): Promise<void> {
  const registration = await kept();
  if (!registration || !navigator.serviceWorker.controller) return;
  const tell = () => {
    const { waiting } = registration;
    if (!waiting) return;
    told(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take-over');
    });
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
  tell();
}

/** Takes the kept release off the device. */
export async function forget(): Promise<void> {
  await (await kept())?.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
