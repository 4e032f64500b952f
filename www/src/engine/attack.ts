/** What the engine worker finds when it tries to get out: by the way tried, whether it was refused, or how many there are of what counts. */
export interface Inside {
  /** Ways that were refused. */
  refused: string[];
  /** Ways that were not. */
  out: string[];
  /** Interfaces of the page that a worker does not have. */
  absent: string[];
  /** Requests that the browser counted for the worker, these attempts aside. */
  requests: number;
}

/** How long one refusal is waited for, in milliseconds: all of them stay under the page's watchdog. */
const PATIENCE = 300;

/** Attacks from inside the worker: what sees the names tries to ask the page's own host. */
export async function attackFromInside(to: string): Promise<Inside> {
  const inside: Inside = { refused: [], out: [], absent: [], requests: 0 };
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(`${to}worker-fetch`),
    xhr: () => { const request = new XMLHttpRequest(); request.open('GET', `${to}worker-xhr`, false); request.send(); },
    socket: () => opened(new WebSocket(`${to.replace(/^http/, 'ws')}worker-socket`)),
    script: () => (self as unknown as { importScripts(url: string): void }).importScripts(`${to}worker-script`),
    worker: () => opened(new Worker(`${to}worker-worker`)),
  };
  for (const [way, attempt] of Object.entries(ways)) {
    // No refusal seen in time counts as no refusal.
    const late = new Promise<void>((done) => { setTimeout(done, PATIENCE); });
    const outcome = await Promise.race([late, Promise.resolve().then(attempt)]).then(() => inside.out, () => inside.refused);
    outcome.push(way);
  }
  inside.absent = ['RTCPeerConnection', 'open', 'document', 'localStorage'].filter((name) => !(name in self));
  inside.requests = performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(to)).length;
  return inside;
}

function opened(target: EventTarget): Promise<void> {
  return new Promise((done, fail) => {
    target.addEventListener('open', () => done());
    target.addEventListener('message', () => done());
    target.addEventListener('error', (event) => { event.preventDefault(); fail(new Error('refused')); });
  });
}
