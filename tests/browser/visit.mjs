// A visit to the built site in Debian's Chromium, watched from outside: console, requests, policy violations.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/tools/serve.mjs';

const require = createRequire(new URL('../../www/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const site = fileURLToPath(new URL('../../dist/site', import.meta.url));

/** The browser that build.sh found, with nothing of its own running in the background. */
const CHROMIUM = {
  executablePath: process.env.REDZONE_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
export const launch = () => chromium.launch(CHROMIUM);
/** Opens an address in a browser that nothing watches, in windows that a page may open itself; the answer ends it. */
export async function open(address) {
  const dir = await mkdtemp(join(tmpdir(), 'redzone-browser-'));
  const unhurried = ['--disable-popup-blocking', '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'];
  const browser = spawn(CHROMIUM.executablePath, ['--headless=new', ...CHROMIUM.args, ...unhurried, `--user-data-dir=${dir}`, address], { stdio: 'ignore', detached: true });
  return async () => {
    const ended = new Promise((done) => { browser.on('exit', done); });
    process.kill(-browser.pid);
    await ended;
    await rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
/** The same, as people use it: with a profile in a folder. */
export const launchWithProfile = (dir) => chromium.launchPersistentContext(dir, CHROMIUM);

/**
 * Opens the site and waits until it is sealed or has failed, or until something else is in sight.
 * `bend` may alter what the server answers; `dir` is another site than the built one; `headers` take the place of its own; `init` runs in the page before its own script; `today` sets the page's date.
 */
export async function visit(browser, { bend, dir = site, headers, init, today, context: options, hash = '', inSight = '[data-state=sealed], [data-state=failed]' } = {}) {
  const server = await serve(dir, { bend, headers, linger: false });
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  if (today) await page.clock.setFixedTime(new Date(`${today}T12:00:00`));
  const seen = { console: [], probes: [], errors: [], requests: [], server: server.requests };
  // The page tries one request on itself before the first check, which the browser refuses and tells on the console.
  page.on('console', (message) => (message.text().includes('redzone-probe/') ? seen.probes : seen.console).push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => blockedURI.includes('redzone-probe/') || globalThis.violations.push(`${effectiveDirective} ${blockedURI}`));
  });
  if (init) await page.addInitScript(init);
  await page.goto(server.url + hash);
  await page.waitForSelector(inSight);
  return {
    page, seen, server, url: server.url,
    violations: () => page.evaluate(() => globalThis.violations),
    close: async () => { await context.close(); await server.close(); },
  };
}

/** Holds back what is asked for by a path with `part` in it until `arrive` is called: `bend` is for [visit]. */
export function held(part) {
  let arrive;
  const late = new Promise((done) => { arrive = done; });
  return { arrive, bend: async (path, bytes) => { if (path.includes(part)) await late; return bytes; } };
}

/**
 * Makes the engine misbehave from outside, as a script for the beginning of a page: the text of every engine worker is the page's own, with a few lines
 * before it that give it what `bend`, the text of a function, makes of the engine's exports. Nothing that ships can do this.
 */
export const bentEngine = (bend) => `
  const { Blob: RealBlob } = globalThis;
  globalThis.Blob = class extends RealBlob {
    constructor(parts, options) {
      const text = parts[0];
      super(typeof text === 'string' && text.includes('WebAssembly.Instance') ? ['(' + bent + ')();' + text] : parts, options);
    }
  };
  function bent() {
    const Real = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) { return { exports: (${bend})(new Real(module, imports).exports) }; };
  }`;

/** Waits until it holds, for as long as a slow machine may need, in milliseconds; fails with `what` when it never does. */
export async function until(holds, what, longest = 30_000) {
  for (const end = Date.now() + longest; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) if (await holds()) return;
  throw new Error(`never came true: ${what}`);
}

/** Gives a file to a field that the page empties when it has read it, and waits for that: what is pressed before is done to what was there before. */
export async function handOver(page, field, file) {
  await page.setInputFiles(field, file);
  await page.waitForFunction((field) => document.querySelector(field).value === '', field);
}

/** Types a name, asks, and waits for the answer or for the form's objection. */
export async function check(page, name) {
  await page.fill('#name', name);
  await ask(page);
}

/** Asks with what the form holds. */
export async function ask(page) {
  await page.click('redzone-party button[type=submit]');
  await page.waitForSelector('redzone-party .verdict h2, redzone-party .summary');
  await page.waitForFunction(() => !document.querySelector('redzone-party .busy'));
}

/** The heading of the answer. */
export const verdict = (page) => page.innerText('redzone-party .verdict h2');
