/**
 * The ways out of a page that can be tried without giving anything away: each asks the page's own host for one constant address that
 * ends in the channel's name. Nothing of a question is in it, and on a page without a policy most of them would arrive.
 */
export interface Channel {
  id: string;
  /** Tries. Resolves to true when something came back, which must not happen; a thrown error is a refusal. */
  attempt: (to: string) => unknown;
}

/** Puts an element in the page for as long as the attack lasts. */
type Stage = (element: HTMLElement) => void;

export function channels(stage: Stage): Channel[] {
  const element = <K extends keyof HTMLElementTagNameMap>(tag: K, facts: Partial<Record<string, string>>): HTMLElementTagNameMap[K] => {
    const made = document.createElement(tag);
    Object.assign(made, facts);
    stage(made);
    return made;
  };
  const loads = (target: EventTarget, ...events: string[]) => new Promise<boolean>((done) => events.forEach((event) => target.addEventListener(event, () => done(true))));
  return [
    { id: 'fetch', attempt: (to) => fetch(to).then(() => true) },
    { id: 'fetch-post', attempt: (to) => fetch(to, { method: 'POST', body: 'probe', keepalive: true }).then(() => true) },
    { id: 'xhr', attempt: (to) => { const request = new XMLHttpRequest(); request.open('GET', to); request.send(); return loads(request, 'load'); } },
    { id: 'beacon', attempt: (to) => { navigator.sendBeacon(to, 'probe'); } },
    { id: 'socket', attempt: (to) => loads(new WebSocket(to.replace(/^http/, 'ws')), 'open') },
    { id: 'events', attempt: (to) => loads(new EventSource(to), 'open') },
    { id: 'image', attempt: (to) => loads(element('img', { src: to, alt: '' }), 'load') },
    { id: 'background', attempt: (to) => { element('div', {}).style.backgroundImage = `url(${JSON.stringify(to)})`; } },
    { id: 'media', attempt: (to) => loads(element('audio', { src: to, preload: 'auto' }), 'loadeddata') },
    { id: 'style', attempt: (to) => loads(element('link', { rel: 'stylesheet', href: to }), 'load') },
    { id: 'font', attempt: (to) => new FontFace('probe', `url(${JSON.stringify(to)})`).load().then(() => true) },
    { id: 'prefetch', attempt: (to) => loads(element('link', { rel: 'prefetch', href: to }), 'load') },
    { id: 'script', attempt: (to) => { element('script', {}).src = to; } },
    { id: 'module', attempt: (to) => import(/* @vite-ignore */ to).then(() => true) },
    { id: 'frame', attempt: (to) => { element('iframe', { src: to, title: 'probe' }); } },
    { id: 'form', attempt: (to) => { const frame = element('iframe', { name: 'redzone-probe', title: 'probe' }); element('form', { action: to, method: 'post', target: frame.name }).submit(); } },
    { id: 'worker', attempt: (to) => loads(new Worker(to), 'message') },
    { id: 'service-worker', attempt: (to) => navigator.serviceWorker.register(to).then(() => true) },
  ];
}

/** What the policy of a page can't stop, here: nothing of ours uses it, and the worker that sees what you type has none of it. */
export const OPEN = ['webrtc', 'popup', 'navigation', 'links'] as const;
