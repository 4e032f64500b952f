// Accessibility: no axe violation on any screen, in light and dark, at 320 px, in forced colours, with text twice as large, from right to left; no sideways
// scrolling, and no word of a drawing outside its frame. The same for the states in which something is wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { conditions, faults } from './axe.mjs';
import { ask, check, launch, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const SCREENS = {
  form: async () => {},
  invalid: ask,
  'invalid, further down': async (page) => {
    await page.locator('redzone-party form > details:not([open]) > summary').click();
    await page.fill('#name', 'Somebody');
    await page.fill('#identifiers', '--');
    await ask(page);
    await page.waitForSelector('#identifiers-problem');
    await page.fill('#identifiers', '');
  },
  'asked by number and address': async (page) => {
    await page.fill('#identifiers', 'IMO 9187629');
    await page.fill('#address', 'Room 1, 99 Example Road, Kowloon');
    await check(page, '');
    await page.locator('redzone-hit .sides', { hasText: 'Numbers' }).waitFor();
    await page.fill('#identifiers', '');
    await page.fill('#address', '');
  },
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
  'destination, invalid': async (page) => {
    await page.click('a[href="#destination"]');
    await page.fill('#place', 'Korea');
    await page.click('redzone-destination button[type=submit]');
    await page.waitForSelector('redzone-destination .summary');
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
    await page.fill('#deal-parties-0-name', 'Contoh Cloud Sdn Bhd');
    await page.fill('#deal-parties-0-owners-0-name', 'Huawei Technologies Co., Ltd.');
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
    await page.waitForSelector('figure.graph rect.hit', { state: 'attached' });
    await page.locator('redzone-deal section[aria-labelledby=deal-flags] summary').first().click();
    await page.getByRole('radio', { name: 'Another', exact: true }).first().check();
    await page.getByText('Without evidence and a day').first().waitFor();
  },
  'deal, a problem': async (page) => {
    await page.click('a[href="#deal"]');
    await page.setInputFiles('#deal-open', { name: 'deal.json', mimeType: 'application/json', buffer: Buffer.from('Prohibited') });
    await page.waitForSelector('redzone-deal .summary');
  },
  'batch, choose': async (page) => { await page.click('nav a[href="#batch"]'); await page.click('text=Use these rows'); await page.waitForSelector('redzone-batch .summary'); },
  'batch, columns': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.fill('#batch-paste', 'name,country,born\nHuawei Technologies,China,\nMargaret Honeychurch,,1962\n,,\nNobody Atall,Atlantis,');
    await page.click('text=Use these rows');
    await page.waitForSelector('#batch-columns-title');
  },
  'batch, paused': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.evaluate(() => addEventListener('submit', () => setTimeout(() => document.querySelector('redzone-batch').pause()), { once: true }));
    await page.click('text=Check all rows');
    await page.waitForSelector('#batch-resume');
  },
  'batch, review': async (page) => {
    await page.click('nav a[href="#batch"]');
    await page.click('#batch-resume');
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
  'record, signed': async (page) => { await page.click('nav a[href="#record"]'); await page.getByRole('button', { name: 'Make a key' }).click(); await page.getByText('The next records are signed').waitFor(); },
  'record, changed': async (page) => {
    await page.click('nav a[href="#record"]');
    await page.setInputFiles('#record-open', { name: 'case.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from('{"digest":"x"}') });
    await page.getByText('Changed: this is not the file that was written').waitFor();
  },
  lists: async (page) => { await page.click('nav a[href="#lists"]'); await page.waitForSelector('redzone-lists strong.sentence'); await page.getByText('SHA-256 of the file').click(); },
  'lists, a pack refused': async (page) => {
    await page.click('nav a[href="#lists"]');
    await page.setInputFiles('#newer-pack', { name: 'pack.tar.gz', mimeType: 'application/gzip', buffer: Buffer.from('no pack') });
    await page.getByText('Nothing was changed.').waitFor();
  },
  help: async (page) => { await page.click('nav a[href="#help"]'); await page.waitForSelector('redzone-help dl:not(.errors) dd'); },
  'prove it': async (page) => { await page.click('nav a[href="#proof"]'); await page.click('redzone-proof button'); await page.waitForSelector('redzone-proof .verdict'); },
};
const lost = (part) => ({ bend: (path, bytes) => (path.includes(part) ? null : bytes) });
/** What is wrong with the site, and how it is met. */
const SPOILT = {
  'no manifest': [lost('manifest'), (page) => page.getByText('Nothing can be checked').first().waitFor()],
  'a list missing': [lost('us-dpl.search'), async (page) => { await check(page, 'Qwyxzov Fjordbanane'); await page.getByText('was not loaded').waitFor(); await page.click('nav a[href="#lists"]'); await page.getByRole('heading', { name: 'Not loaded' }).waitFor(); }],
  'details missing': [lost('.detail.'), async (page) => { await check(page, 'Huawei Technologies'); await page.getByText('could not be loaded. The match itself stands').first().waitFor(); }],
  'past the last day': [{ today: '2031-01-01' }, (page) => check(page, 'Qwyxzov Fjordbanane')],
  'the other views missing': [lost('late-'), async (page) => { await page.click('nav a[href="#deal"]'); await page.getByRole('alert').waitFor(); }],
  'no network': [{}, async (page) => { await page.context().setOffline(true); await page.getByText('No network: none is needed').waitFor(); }],
};
for (const [condition, options] of conditions) {
  test(`axe finds nothing: ${condition}`, async () => {
    const wrong = [];
    const { page, close } = await visit(browser, options);
    for (const [screen, go] of Object.entries(SCREENS)) {
      await page.click('a[href="#party"]');
      await go(page);
      wrong.push(...(await faults(page, screen)));
    }
    await close();
    assert.deepEqual(wrong, []);
  });

  test(`axe finds nothing where something is wrong: ${condition}`, async () => {
    const wrong = [];
    for (const [state, [bend, look]] of Object.entries(SPOILT)) {
      const { page, close } = await visit(browser, { ...options, ...bend });
        await look(page);
      wrong.push(...(await faults(page, state)));
      await close();
    }
    assert.deepEqual(wrong, []);
  });
}
