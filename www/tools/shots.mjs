// Pictures of every screen of the built site, for docs/screens: in light and dark, and on a phone; and of the kiosk and the frame on another page.
// Usage: node shots.mjs [DIR]
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openKiosk } from '../../tests/browser/kiosk.mjs';
import { ask, check, launch, visit } from '../../tests/browser/visit.mjs';
import { serve } from './serve.mjs';

const into = resolve(process.argv[2] ?? new URL('../../docs/screens', import.meta.url).pathname);
/** Ages of lists are told on this day, so that the pictures stay the same. */
const TODAY = '2026-11-22';

const PARTIES = `Name;Type;Country;Date of birth;Customer ID\n${['Huawei Tecnologies Co;company;China;', 'Рособоронэкспорт;company;Russia;', 'Margaret Honeychurch;person;United Kingdom;1962-05-17', 'HIKVISION;company;China;', ';company;Spain;', 'Al-Farouq Trading;company;Atlantis;', 'Lucia Brannigan;person;Ireland;1980'].map((row, at) => `${row};C-${at + 101}`).join('\n')}\n`;

const go = (page, view) => page.click(`nav a[href="#${view}"]`);
const SCREENS = {
  'check-a-party': async () => {},
  'form-with-a-problem': (page) => ask(page),
  'possible-match': async (page) => {
    await check(page, 'Huawei Tecnologies Co');
    await page.locator('redzone-hit .law').first().waitFor();
    await page.locator('redzone-hit').first().getByText('Why: how the score').click();
  },
  'asked-by-number': async (page) => {
    await page.locator('redzone-party form > details > summary').click();
    await page.fill('#identifiers', 'IMO 9187629');
    await page.fill('#address', 'Room 1, 99 Example Road, Kowloon');
    await check(page, '');
    await page.locator('redzone-hit .sides', { hasText: 'Numbers' }).waitFor();
  },
  'no-match': async (page) => { await page.getByRole('button', { name: 'Check another party' }).click(); await check(page, 'Margaret Honeychurch'); },
  'check-a-destination': async (page) => {
    await go(page, 'destination');
    await page.fill('#place', 'China');
    await page.click('redzone-destination button[type=submit]');
    await page.waitForSelector('redzone-destination .verdict h2');
  },
  'check-many-columns': async (page) => {
    await go(page, 'batch');
    await page.setInputFiles('#batch-file', { name: 'parties.csv', mimeType: 'text/csv', buffer: Buffer.from(PARTIES) });
    await page.waitForSelector('#batch-columns-title');
  },
  'check-many-review': async (page) => {
    await go(page, 'batch');
    await page.click('text=Check all rows');
    await page.locator('redzone-queue redzone-hit .law').first().waitFor();
    await page.fill('#queue-reason', 'Other registry number');
    await page.click('#decide-different-party');
    await page.locator('redzone-queue redzone-hit .law').first().waitFor();
  },
  'deal-parties': async (page) => {
    await go(page, 'deal');
    await page.setInputFiles('#deal-open', { name: 'deal.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(DEAL)) });
    await page.getByRole('button', { name: 'Parties', exact: true }).click();
  },
  'deal-determination': async (page) => {
    await go(page, 'deal');
    await page.getByRole('button', { name: 'Determination', exact: true }).click();
    await page.waitForSelector('#deal-ruling');
  },
  records: async (page) => {
    await check(page, 'Huawei Tecnologies Co');
    await page.getByRole('button', { name: 'Save the record' }).click();
    await page.waitForSelector('redzone-record .record');
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.waitForSelector('redzone-record .again');
  },
  lists: async (page) => { await go(page, 'lists'); await page.waitForSelector('redzone-lists strong.sentence'); },
  'prove-it': async (page) => { await go(page, 'proof'); await page.click('redzone-proof button'); await page.waitForSelector('redzone-proof .verdict'); },
  help: async (page) => { await go(page, 'help'); await page.waitForSelector('redzone-help dl'); },
};
/** The page's date, and nothing else of its clock, by which it counts its own requests; and what it draws by lot, which a record's head hangs on. */
const DATED = `const Real = Date; globalThis.Date = class extends Real { constructor(...given) { super(...(given.length ? given : ['${TODAY}T12:00:00'])); } }; crypto.getRandomValues = (bytes) => bytes.fill(7);`;
/** Servers that are made for data centres, by way of Hong Kong, to a company in Malaysia whose owner is in China. */
const DEAL = {
  as_of: TODAY, ship_from: 'US', legs: [{ place: 'Hong Kong' }], destination: 'MY', installation: 'MY', payment: ['bank-transfer'], layers: [],
  end_use: { purposes: ['training'], customers: [] },
  items: [{ name: 'GPU servers', eccn: '4A090.a', kind: 'system', made_in: 'TW', datacentre: true, units: [{ count: 8, area_mm2: '814', planar: false, rates: [{ tera_ops: '989.4', bits: 16 }] }] }],
  parties: [{ name: 'Contoh Cloud Sdn Bhd', roles: ['purchaser', 'ultimate-consignee', 'end-user'], user: ['civil'], country: 'MY', headquarters: 'MY', parent: { headquarters: 'CN' },
    owners: [{ name: 'Lizi Investment Co Ltd', share_percent: '60', controls: true, last: true }, { name: 'Erika Beispiel', share_percent: '40', controls: false, last: true }] }],
};
const CONDITIONS = {
  light: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
};

/** On a wide screen, touched. */
async function kiosk() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const { page } = await openKiosk(context, { init: { content: DATED } });
  const shot = (name) => page.screenshot({ path: join(into, `kiosk-${name}-light.png`) });
  await shot('start');
  await page.click('text=Operator');
  await shot('operator');
  await page.click('text=Back to the start');
  await page.click('.go');
  await check(page, 'Huawei Tecnologies Co');
  await page.locator('redzone-hit .law').first().waitFor();
  await page.locator('.answer').evaluate((one) => one.scrollIntoView());
  await shot('answer');
  await context.close();
}

/** On a partner's page, which is of another origin. */
async function frame() {
  const dir = fileURLToPath(new URL('../../dist/embed/v1', import.meta.url));
  const ours = await serve(dir, { headers: { 'Access-Control-Allow-Origin': '*' }, linger: false });
  const html = `<!doctype html><meta charset="utf-8"><title>Portal</title><h1 style="font-family: serif">A partner's portal</h1><script type="module" crossorigin src="${ours.url}redzone-check.js"></script><redzone-check theme="light"></redzone-check>`;
  const portal = await serve(dir, { linger: false, headers: {}, made: new Map([['/portal', Buffer.from(html)]]), types: { '/portal': 'text/html; charset=utf-8' } });
  const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript({ content: DATED });
  await page.goto(`${portal.url}portal`);
  // The element's own root is shut, to its host and to us.
  const inside = () => page.frames().find((one) => one.url().startsWith(ours.url));
  while (!inside()) await page.waitForTimeout(20);
  await inside().waitForSelector('[data-state=sealed]');
  await page.screenshot({ path: join(into, 'on-another-page-light.png') });
  await context.close();
  for (const server of [ours, portal]) await server.close();
}

await mkdir(into, { recursive: true });
const browser = await launch();
try {
  for (const [condition, context] of Object.entries(CONDITIONS)) {
    const { page, close } = await visit(browser, { init: { content: DATED }, context: { viewport: { width: 1100, height: 1000 }, reducedMotion: 'reduce', ...context } });
    for (const [screen, walk] of Object.entries(SCREENS)) {
      await go(page, 'party');
      await walk(page);
      await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
      const answer = page.locator(screen === 'check-many-review' ? '#queue-title' : 'main > :not([hidden]) .answer');
      if (await answer.count()) await answer.first().evaluate((one) => one.scrollIntoView());
      await page.screenshot({ path: join(into, `${screen}-${condition}.png`) });
    }
    await close();
    console.log(`   ${condition}: ${Object.keys(SCREENS).length} screens`);
  }
  await kiosk();
  await frame();
} finally {
  await browser.close();
}
