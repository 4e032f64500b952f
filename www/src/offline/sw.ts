/**
 * The service worker: holds one whole release and answers from it, so that the page opens without a network. It is registered only for
 * somebody who asked for that (keep.ts). It is told nothing by the page but to take over, and asks for nothing but the files of a release,
 * each under its digest: a release that does not come whole, or has one byte changed, is not installed and the one before it stays.
 */
import { precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching/_types';

/** Put in by tools/offline.ts. */
declare const RELEASE: PrecacheEntry[];
declare const self: EventTarget & { skipWaiting(): Promise<void> };

precacheAndRoute(RELEASE, { cleanURLs: false });

/** A newer release waits until the person at the page says so. */
self.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === 'take-over') void self.skipWaiting();
});
