/**
 * The kill switch: an operator who serves this file under the service worker's name (`sw.js`) makes every kept release go away at the next visit.
 * Open pages keep what they hold in memory and come from the network again when they are loaded next.
 */
interface Scope extends EventTarget {
  skipWaiting(): Promise<void>;
  registration: { unregister(): Promise<boolean> };
}
declare const self: Scope;
type Waiting = Event & { waitUntil(work: Promise<unknown>): void };

self.addEventListener('install', (event) => (event as Waiting).waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => (event as Waiting).waitUntil(
  caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => self.registration.unregister()),
));
export {};
