// The built kiosk, opened from its file in Debian's Chromium, watched from outside.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
export const KIOSK = fileURLToPath(new URL('dist/kiosk/redzone-kiosk.html', root));
export const ARCHIVE = fileURLToPath(new URL('dist/kiosk/redzone-lists.tar.gz', root));

/** A folder for one test, and how to take it away. */
export async function folder() {
  const dir = await mkdtemp(join(tmpdir(), 'redzone-kiosk-'));
  return { dir, at: (name) => join(dir, name), gone: () => rm(dir, { recursive: true, force: true }) };
}

/** Opens a kiosk's file and waits until it is sealed or has failed. `clock` takes the page's time in hand; `init` runs in the page before its own script. */
export async function openKiosk(context, { file = KIOSK, clock = false, init } = {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const seen = { console: [], errors: [], requests: [] };
  // The page tries one request on itself before the first check, which the browser refuses and tells on the console.
  page.on('console', (message) => { if (!message.text().includes('redzone-probe/')) seen.console.push(`${message.type()}: ${message.text()}`); });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      if (!blockedURI.includes('redzone-probe/')) globalThis.violations.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  if (init) await page.addInitScript(init);
  if (clock) await page.clock.install();
  await page.goto(pathToFileURL(file).href);
  await ready(page);
  return { page, seen, violations: () => page.evaluate(() => globalThis.violations) };
}

export const ready = (page) => page.waitForSelector('[data-state=sealed], [data-state=failed]');

const lists = (path) => fileURLToPath(new URL(`lists/${path}`, root));

/** A pack made with the command line, of the editions here or in a folder, and put into one file; `change(dir)` may alter it before. */
export function packFile({ at }, { name = 'pack', editions = lists('editions'), build = [], change = () => {} } = {}) {
  const dir = at(name);
  execFileSync(fileURLToPath(new URL('target/release/redzone', root)),
    ['build', '--quiet', '--editions', editions, '--rules', lists('rules'), '--key', lists('keys/development.private'), ...build, '--out', dir]);
  change(dir);
  return archive({ at }, dir, name);
}

/** A folder as one file, made as an operator would. */
export function archive({ at }, dir, name) {
  execFileSync('tar', ['-czf', at(`${name}.tar.gz`), '-C', dir, '.']);
  return at(`${name}.tar.gz`);
}
