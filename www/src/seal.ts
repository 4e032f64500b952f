/**
 * The page seals itself: policies only add up, so from here on neither the page nor any worker started later can make
 * a request, not even to the page's own host. Requests already sent are still answered, which is how the detail files
 * arrive without the first answer waiting for them. Removing the element does not lift the policy; only a reload does.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  'worker-src blob:',
  'img-src data:',
  'manifest-src data:',
  "connect-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** When the page sealed itself, in milliseconds since it was asked for; none before. */
export let sealedAt: number | undefined;

/**
 * Where the page's attempts on itself go: a constant address of its own host, which nothing answers. A file has no host, and Firefox refuses one
 * file another before it looks at any policy: from a file they go to the discard port of this machine.
 */
export const PROBE = location.protocol === 'file:' ? 'http://127.0.0.1:9/redzone-probe/' : 'redzone-probe/';

/** How long the refusal of the first attempt is waited for, in milliseconds. It comes within a few. */
const PATIENCE = 2_000;

export function seal(): void {
  sealedAt ??= performance.now();
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
}

/** Tries one request of the sealed page to its own host, and tells whether the policy refused it: the first check waits for that. */
export async function holds(): Promise<boolean> {
  const refused = new Promise<boolean>((done) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { if (effectiveDirective === 'connect-src') done(true); });
  });
  const late = new Promise<boolean>((done) => { setTimeout(() => done(false), PATIENCE); });
  return Promise.race([refused, late, fetch(`${PROBE}start`).then(() => false, () => refused)]);
}
