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
  "connect-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function seal(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
}
