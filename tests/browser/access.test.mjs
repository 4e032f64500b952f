// Accessibility: no axe violation on any screen, in light and dark, at 320 px, in forced colours, with text twice as large; no sideways scrolling.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ask, check, launch, visit } from './visit.mjs';

const axe = await readFile(new URL('../../www/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const SCREENS = {
  form: async () => {},
  invalid: ask,
  hits: async (page) => {
    await check(page, 'Huawei Technologies');
    await page.locator('redzone-hit .law').first().waitFor();
    await page.locator('redzone-hit .decide').first().waitFor();
    for (const summary of await page.locator('redzone-hit').first().locator('summary').all()) await summary.click();
  },
  'a decision that lacks its reason': async (page) => {
    await page.locator('redzone-hit').first().getByRole('button', { name: 'Add the decision' }).click();
    await page.locator('redzone-hit [id$=-reason]:focus').waitFor();
  },
  'a decision': async (page) => {
    const card = page.locator('redzone-hit').first();
    for (const [field, text] of [['reason', 'Founded in 1951'], ['by', 'A. Reviewer'], ['until', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)]]) await card.locator(`[id$=-${field}]`).fill(text);
    await card.getByRole('button', { name: 'Add the decision' }).click();
    await card.locator('.made').waitFor();
    page.once('dialog', (dialog) => dialog.accept());
  },
  'no match': (page) => check(page, 'Qwyxzov Fjordbanane Interkontinentale'),
  suggestions: async (page) => { await page.locator('#country').pressSequentially('unit'); await page.waitForSelector('#country[aria-expanded=true]'); await page.keyboard.press('ArrowDown'); },
  destination: async (page) => {
    await page.click('a[href="#destination"]');
    await page.fill('#place', 'China');
    await page.click('redzone-destination button[type=submit]');
    await page.waitForSelector('redzone-destination .verdict h2');
  },
  'deal, items': async (page) => {
    await page.click('a[href="#deal"]');
    await page.getByRole('radio', { name: 'Chip', exact: true }).check();
    await page.getByRole('button', { name: 'Add processing units' }).click();
    await page.fill('#deal-items-0-units-0-rates-0-tera_ops', '989.4');
    await page.fill('#deal-items-0-units-0-rates-0-bits', '16');
    await page.keyboard.press('Tab');
    await page.waitForSelector('redzone-deal .told');
  },
  'deal, parties': async (page) => {
    await page.click('a[href="#deal"]');
    await page.getByRole('button', { name: 'Parties', exact: true }).click();
    await page.getByRole('button', { name: 'Add an owner' }).click();
    await page.fill('#deal-parties-0-owners-0-name', 'Erika Beispiel');
    await page.keyboard.press('Tab');
    await page.waitForSelector('figure.graph');
  },
  'deal, route': async (page) => {
    await page.click('a[href="#deal"]');
    await page.getByRole('button', { name: 'Route', exact: true }).click();
    await page.getByRole('radio', { name: 'With stops' }).check();
    await page.fill('#deal-legs-0-place', 'Hong Kong');
    await page.fill('#deal-destination', 'Singapore');
    await page.keyboard.press('Tab');
  },
  'deal, use': async (page) => { await page.click('a[href="#deal"]'); await page.getByRole('button', { name: 'Use and payment' }).click(); },
  'deal, determination': async (page) => {
    await page.click('a[href="#deal"]');
    await page.getByRole('button', { name: 'Determination', exact: true }).click();
    await page.waitForSelector('redzone-deal .map svg');
    await page.locator('redzone-deal .asked summary').first().click();
  },
  'batch, choose': async (page) => { await page.click('nav a[href="#batch"]'); await page.click('text=Use these rows'); await page.waitForSelector('redzone-batch .summary'); },
  'batch, columns': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.fill('#batch-paste', 'name,country,born\nHuawei Technologies,China,\nMargaret Honeychurch,,1962\n,,\nNobody Atall,Atlantis,');
    await page.click('text=Use these rows');
    await page.waitForSelector('#batch-columns-title');
  },
  'batch, review': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.click('text=Check all rows');
    await page.locator('redzone-queue redzone-hit .law').first().waitFor();
    await page.click('#decide-same-party');
    await page.waitForSelector('#queue-reason-problem');
  },
  'batch, a rejected row': async (page) => { await page.click('nav a[href="#batch"]'); await page.selectOption('#queue-verdict', 'rejected'); await page.getByText('Nothing was searched for it').waitFor(); },
  'no record': async (page) => { await page.click('nav a[href="#record"]'); await page.waitForSelector('redzone-record h1'); },
  record: async (page) => {
    await page.fill('#country', '');
    await check(page, 'Huawei Technologies');
    await page.getByRole('button', { name: 'Save the record' }).click();
    await page.waitForSelector('redzone-record .record');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.waitForSelector('redzone-record .again');
    for (const summary of await page.locator('redzone-record summary').all()) await summary.click();
  },
  lists: async (page) => { await page.click('nav a[href="#lists"]'); await page.waitForSelector('redzone-lists strong.sentence'); await page.getByText('SHA-256 of the file').click(); },
  help: async (page) => { await page.click('nav a[href="#help"]'); await page.waitForSelector('redzone-help dl:not(.errors) dd'); },
  'prove it': async (page) => { await page.click('nav a[href="#proof"]'); await page.click('redzone-proof button'); await page.waitForSelector('redzone-proof .verdict'); },
};
const CONDITIONS = {
  light: {},
  dark: { colorScheme: 'dark' },
  '320 px': { viewport: { width: 320, height: 640 } },
  'forced colours': { forcedColors: 'active' },
  '200 % text': { fontSize: '200%' },
};

for (const [condition, { fontSize, ...context }] of Object.entries(CONDITIONS)) {
  test(`axe finds nothing: ${condition}`, async () => {
    const wrong = [];
    const { page, close } = await visit(browser, { context: { reducedMotion: 'reduce', ...context } });
    if (fontSize) await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, fontSize);
    await page.evaluate(axe);
    for (const [screen, go] of Object.entries(SCREENS)) {
      await page.click('a[href="#party"]');
      await go(page);
      const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      wrong.push(...found.violations.map((one) => `${screen}: ${one.id}: ${one.nodes.map((node) => node.target).join(' | ')}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push(`${screen}: scrolls sideways`);
    }
    await close();
    assert.deepEqual(wrong, []);
  });
}
