// Firefox and WebKitGTK, where they are installed: `open` a page, `run` a function in it, `until` it gives something.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

const require = createRequire(new URL('../../www/package.json', import.meta.url));
const found = (...paths) => paths.find((path) => path && existsSync(path));

const FIREFOX = found(process.env.REDZONE_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox');
const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
const MINI = existsSync(LIBRARIES) ? readdirSync(LIBRARIES).filter((name) => name.startsWith('webkit2gtk-4')).map((name) => `${LIBRARIES}/${name}/MiniBrowser`).filter(existsSync).at(-1) : undefined;
const WEBKIT = found('/usr/bin/WebKitWebDriver') && found('/usr/bin/Xvfb') && MINI;

/** The longest that anything may take, in milliseconds: these browsers start cold. */
const PATIENCE = 60_000;

/** Runs `page` again and again until it gives something. */
const untilOf = (run) => async (page, ...given) => {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const value = await run(page, ...given).catch(() => undefined);
    if (value) return value;
  }
  throw new Error(`never came true: ${page}`);
};

async function firefox() {
  const puppeteer = require('puppeteer-core');
  // Puppeteer opens files to each other; people's Firefox does not.
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true } });
  const page = await browser.newPage();
  const run = (call, ...given) => page.evaluate(call, ...given);
  return { open: (url) => page.goto(url), run, until: untilOf(run), close: () => browser.close() };
}

async function webkit() {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const display = String(await new Promise((done) => screen.stdout.once('data', done))).trim();
  const port = await new Promise((done) => { const free = createServer().listen(0, '127.0.0.1', () => { const { port } = free.address(); free.close(() => done(port)); }); });
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' } });
  const ask = async (path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, { method: body ? 'POST' : 'DELETE', ...(body && { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    return value;
  };
  const started = untilOf(() => ask('', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: WEBKIT, args: ['--automation'] } } } }));
  const stop = () => { driver.kill(); screen.kill(); };
  const { sessionId } = await started('a session').catch((error) => { stop(); throw error; });
  const run = (call, ...given) => ask(`/${sessionId}/execute/async`, { script: `const done = arguments[arguments.length - 1]; Promise.resolve((${call})(...[...arguments].slice(0, -1))).then(done, (error) => done(String(error)));`, args: given });
  return { open: (url) => ask(`/${sessionId}/url`, { url }), run, until: untilOf(run), close: async () => { await ask(`/${sessionId}`).catch(() => undefined); stop(); } };
}

/** By name: how to start it, or what is missing. */
export const OTHERS = {
  Firefox: FIREFOX ? firefox : 'firefox-esr is not installed',
  WebKitGTK: WEBKIT ? webkit : 'webkit2gtk-driver and xvfb are not installed',
};
