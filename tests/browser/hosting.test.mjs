// The headers for hosts: one policy, the page's own, in four spellings; and a page that is served with them works.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { check, launch, verdict, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const site = new URL('../../dist/site/', import.meta.url);
const read = (name) => readFile(new URL(name, site), 'utf8');
const FILES = ['_headers', '.htaccess', 'hosting/nginx.conf', 'hosting/Caddyfile'];

/** The headers of the `_headers` file for every path. */
async function headers() {
  const [all] = (await read('_headers')).split(/^\/assets/m);
  return Object.fromEntries(all.split('\n').slice(1).filter(Boolean).map((line) => line.trim().split(/: (.*)/s).slice(0, 2)));
}

test('the four files say the policy of the page, and that nobody may frame it', async () => {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(await read('index.html'))[1];
  assert.match(policy, /'sha256-/);
  for (const file of FILES) {
    const text = await read(file);
    assert.ok(text.includes(`${policy}; frame-ancestors 'none'`), file);
    for (const header of ['X-Content-Type-Options', 'Referrer-Policy', 'Cross-Origin-Opener-Policy', 'Cross-Origin-Embedder-Policy', 'Permissions-Policy', 'immutable', 'no-cache']) assert.ok(text.includes(header), `${file}: ${header}`);
  }
});

test('with these headers the page opens, seals itself, answers, and breaks no policy', async () => {
  const { page, seen, violations, close } = await visit(browser, { headers: await headers() });
  await check(page, 'Huawei Technologies Co Ltd');
  assert.match(await verdict(page), /Possible match/);
  assert.deepEqual([...seen.console, ...seen.errors, ...(await violations())], []);
  await close();
});

test('no site may put the page in a frame', async () => {
  const { page, url, close } = await visit(browser, { headers: await headers() });
  const other = await page.context().newPage();
  await other.goto('data:text/html,<title>other</title>');
  await other.setContent(`<iframe src="${url}"></iframe>`);
  await other.waitForTimeout(500);
  assert.equal(await other.frames()[1].locator('redzone-app').count().catch(() => 0), 0);
  await close();
});
