// Every word of the page half as long again, accented, from right to left: nothing scrolls sideways, nothing is written in the code instead of
// the message files, and axe finds nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from '../../www/node_modules/vite/dist/node/index.js';
import { faults } from './axe.mjs';
import { ask, check, launch, visit } from './visit.mjs';

const www = fileURLToPath(new URL('../../www/', import.meta.url));
let browser, site;
before(async () => {
  site = await mkdtemp(join(tmpdir(), 'redzone-pseudo-'));
  await build({ root: www, configFile: join(www, 'vite.config.ts'), logLevel: 'error', plugins: [pseudo()], build: { outDir: site, emptyOutDir: true } });
  browser = await launch();
});
after(async () => { await browser.close(); await rm(site, { recursive: true }); });

const VOWELS = { a: 'åå', e: 'éé', i: 'îî', o: 'øø', u: 'ûû', y: 'ýý', A: 'ÅÅ', E: 'ÉÉ', I: 'ÎÎ', O: 'ØØ', U: 'ÛÛ' };
/** What of a message file is not text: comments, names of messages and variants, values. */
const NO_TEXT = /^#.*$|^[\w-]+ =|^\s*\*?\[\w+\]|\{ \$\w+ ->|\{[^{}]*\}/g;

/** The same site with every vowel of every message accented and doubled. */
function pseudo() {
  const long = (text) => text.replace(/[aeiouyAEIOU]/g, (one) => VOWELS[one]);
  const line = (text) => { let at = 0; let out = ''; for (const kept of text.matchAll(NO_TEXT)) { out += long(text.slice(at, kept.index)) + kept[0]; at = kept.index + kept[0].length; } return out + long(text.slice(at)); };
  return {
    name: 'pseudo',
    enforce: 'pre',
    load(id) {
      const [file, query] = id.split('?');
      return file.endsWith('.ftl') && query === 'raw' ? `export default ${JSON.stringify(readFileSync(file, 'utf8').split('\n').map(line).join('\n'))};` : undefined;
    },
  };
}

/** Runs in the page before its own script. */
const TURNED = () => addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; });

const SCREENS = {
  party: async () => {},
  invalid: (page) => ask(page),
  hits: async (page) => {
    await check(page, 'Huawei Technologies');
    await page.locator('redzone-hit .law').first().waitFor();
    for (const summary of await page.locator('redzone-hit').first().locator('summary').all()) await summary.click();
  },
  destination: async (page) => {
    await page.click('nav a[href="#destination"]');
    await page.fill('#place', 'China');
    await page.click('redzone-destination button[type=submit]');
    await page.waitForSelector('redzone-destination .verdict h2');
  },
  'batch, columns': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.fill('#batch-paste', 'name,country\nHuawei Technologies,China\nMargaret Honeychurch,');
    await page.click('redzone-batch form button');
    await page.waitForSelector('#batch-columns-title');
  },
  'batch, review': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.click('redzone-batch form button[type=submit]');
    await page.locator('redzone-queue redzone-hit .law').first().waitFor();
  },
  'deal, parties': async (page) => {
    await page.click('nav a[href="#deal"]');
    await page.setInputFiles('#deal-open', { name: 'deal.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(DEAL)) });
    await page.click('redzone-deal nav.steps li:nth-child(2) button');
    await page.waitForSelector('#deal-parties-0-owners-0-name');
  },
  'deal, route': async (page) => { await page.click('nav a[href="#deal"]'); await page.click('redzone-deal nav.steps li:nth-child(3) button'); await page.waitForSelector('#deal-destination'); },
  'deal, use': async (page) => { await page.click('nav a[href="#deal"]'); await page.click('redzone-deal nav.steps li:nth-child(4) button'); await page.waitForSelector('#deal-signing'); },
  'deal, determination': async (page) => { await page.click('nav a[href="#deal"]'); await page.click('redzone-deal nav.steps li:nth-child(5) button'); await page.waitForSelector('redzone-deal .map svg'); },
  record: async (page) => {
    await check(page, 'Huawei Technologies');
    await page.click('redzone-party .files button');
    await page.waitForSelector('redzone-record .record');
    await page.evaluate(() => document.querySelectorAll('redzone-record details').forEach((details) => { details.open = true; }));
  },
  lists: async (page) => { await page.click('nav a[href="#lists"]'); await page.waitForSelector('redzone-lists .lists strong.sentence'); },
  proof: async (page) => { await page.click('nav a[href="#proof"]'); await page.click('redzone-proof button'); await page.waitForSelector('redzone-proof .verdict'); },
  help: async (page) => { await page.click('nav a[href="#help"]'); await page.waitForSelector('redzone-help dl:not(.errors) dd'); },
};

const DEAL = { as_of: '2026-08-01', ship_from: 'US', legs: [{ place: 'HK' }], destination: 'MY', layers: ['1'], items: [{ name: 'x1', kind: 'chip', datacentre: true }], parties: [{ name: 'x2', roles: ['end-user'], country: 'MY', owners: [{ name: 'x3', share_percent: '60' }] }] };

/** Words of the page itself that did not come from a message file. */
const unworded = () => [...document.querySelectorAll('main :is(h1, h2, label, legend, button, summary, th[scope=col], .hint, .lede), nav a')]
  .filter((one) => one.checkVisibility() && /[a-z]{2}/i.test(one.innerText) && !/[åéîøûýÅÉÎØÛ]/.test(one.innerText)).map((one) => one.innerText);

for (const [name, context, style] of [['320 px', { viewport: { width: 320, height: 640 } }, ''], ['text at 200%', { viewport: { width: 640, height: 640 } }, 'html { font-size: 200% !important; }']]) {
  test(`pseudo-locale, right to left: ${name}`, async () => {
    const wrong = [];
    const { page, close } = await visit(browser, { dir: site, init: TURNED, context: { reducedMotion: 'reduce', ...context } });
    if (style) await page.evaluate((css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }, style);
    for (const [screen, go] of Object.entries(SCREENS)) {
      await page.click('nav a[href="#party"]');
      await go(page);
      wrong.push(...(await faults(page, screen)));
      wrong.push(...(await page.evaluate(unworded)).map((text) => `${screen}: not a message: ${text.slice(0, 40)}`));
    }
    await close();
    assert.deepEqual(wrong, []);
  });
}
