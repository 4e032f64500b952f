// "Judge a deal" as a person uses it: step by step, by keyboard, with a file of their own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { hears, listening } from './heard.mjs';
import { handOver, launch, visit } from './visit.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A deal about which everything is known, but for the red flags. */
const QUIET = {
  as_of: '2026-08-01', ship_from: 'US', legs: [], destination: 'DE', installation: 'DE', payment: ['bank-transfer'], layers: [], end_use: { purposes: ['civil'], customers: [] },
  items: [{ name: 'office server', eccn: '5A992.c', kind: 'system', made_in: 'US', datacentre: false, units: [{ count: 2, area_mm2: '400', planar: false, rates: [{ tera_ops: '4', bits: 16 }] }] }],
  parties: [{ name: 'Nordlicht Rechenzentrum GmbH', roles: ['purchaser', 'ultimate-consignee', 'end-user'], user: ['civil'], country: 'DE', headquarters: 'DE', parent: 'itself', screening: 'no match', address_screening: 'no match',
    owners: [{ name: 'Erika Beispiel', share_percent: '100', controls: true, last: true, screening: 'no match' }] }],
};

/** One visit that must leave the console empty and break no policy, with every message in words. */
function journey(name, walk) {
  test(name, async () => {
    const one = await visit(browser, { today: '2026-08-01', hash: '#deal', init: listening });
    const { page } = one;
    try {
      await page.waitForSelector('redzone-deal h1');
      const before = one.seen.requests.length;
      await walk(page, one);
      assert.deepEqual(one.seen.console, []);
      assert.deepEqual(one.seen.errors, []);
      assert.deepEqual(await one.violations(), []);
      assert.deepEqual(one.seen.requests.slice(before).filter((url) => !url.startsWith('blob:')), []);
      assert.doesNotMatch(await page.innerText('body'), /\{[a-z][\w-]*\}/, 'a message without words');
      assert.doesNotMatch(await page.innerText('body'), /\b(clear|cleared|approved|safe)\b/i);
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
    } finally {
      await one.close();
    }
  });
}

const open = (page, question, name = 'question.json') => handOver(page, '#deal-open', { name, mimeType: 'application/json', buffer: Buffer.from(typeof question === 'string' ? question : JSON.stringify(question)) });
const step = (page, name) => page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name }).click();
const ruling = (page) => page.innerText('#deal-ruling');
async function determine(page) {
  await step(page, 'Determination');
  await page.waitForSelector('#deal-ruling');
}
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  return readFile(await download.path(), 'utf8');
}

journey('an empty question is not decided, and says what is missing', async (page) => {
  await determine(page);
  assert.equal(await ruling(page), 'This could not be decided. Do not rely on it');
  const told = await page.innerText('redzone-deal .verdict');
  for (const text of ['No destination is named.', 'How it is paid is not told.', 'What it is for is not told.']) assert.match(told, new RegExp(text));
});

journey('a deal is described step by step and by keyboard, and the trace names rule, citation and dates', async (page) => {
  await page.focus('#deal-items-0-name');
  await page.keyboard.type('accelerator');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3A090.a');
  await page.getByRole('radio', { name: 'Chip', exact: true }).check();
  await step(page, 'Parties');
  await page.fill('#deal-parties-0-name', 'Qwyxzov Fjordbanane Interkontinentale');
  await page.getByRole('checkbox', { name: 'End user' }).check();
  await page.getByRole('checkbox', { name: 'Ultimate consignee' }).check();
  await page.locator('#deal-parties-0-country').pressSequentially('chin');
  await page.waitForSelector('#deal-parties-0-country[aria-expanded=true]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await step(page, 'Route');
  await page.fill('#deal-ship_from', 'United States');
  await page.fill('#deal-destination', 'Chine');
  await page.fill('#deal-installation', '中国');
  await page.press('#deal-installation', 'Tab');
  await page.getByRole('radio', { name: 'With stops' }).check();
  await page.fill('#deal-legs-0-place', 'Hong Kong');
  await determine(page);
  assert.match(await ruling(page), /could not be decided/);
  assert.match(await page.innerText('redzone-deal .verdict'), /What is at stake: Prohibited|What is at stake: License needed/);
  const lines = await page.innerText('redzone-deal .answer');
  assert.match(lines, /15 CFR 742\.6/);
  assert.match(lines, /Seen in:/);
  assert.match(lines, /accelerator/);
  assert.equal(await page.locator('redzone-deal .map svg').getAttribute('aria-label'), 'Map of the route: 1 United States, 2 Hong Kong, 3 China, 4 China');
  assert.deepEqual(await page.locator('redzone-deal .map svg text').allTextContents(), ['1', '2', '3, 4']);
  assert.match(await page.innerText('redzone-deal .map table'), /1\. Shipped from\s+United States\s+None\s+2\. By way of\s+Hong Kong\s+License needed\s+3\. Destination\s+China\s+License needed/);
  const question = JSON.parse(await saved(page, 'Save the question'));
  assert.deepEqual([question.parties[0].country, question.parties[0].screening, question.legs], ['CN', 'no match', [{ place: 'Hong Kong' }]]);
});

journey('a saved question opens again, its flags are answered, and question and answer are what the terminal prints', async (page) => {
  await open(page, QUIET);
  await determine(page);
  assert.match(await ruling(page), /could not be decided/);
  const holding = page.locator('section[aria-labelledby=deal-flags] details:is([data-state=open], [data-state=raised])');
  const count = await holding.count();
  assert.ok(count >= 10, `${count} flags`);
  for (let left = count; left > 0; left = await holding.count()) {
    const flag = await holding.first().elementHandle();
    await (await flag.$('summary')).click();
    await (await flag.$('input[id$=-no]')).check();
    const [evidence, date] = [await flag.waitForSelector('input[id$=-evidence]'), await flag.$('input[id$=-date]')];
    assert.equal(await date.inputValue(), '2026-08-01');
    await evidence.fill('file note 7');
    await evidence.press('Tab');
    await page.waitForFunction((most) => document.querySelectorAll('section[aria-labelledby=deal-flags] details:is([data-state=open], [data-state=raised])').length < most, left);
  }
  await page.waitForFunction(() => /No rule triggered/.test(document.querySelector('#deal-ruling')?.textContent ?? ''));
  assert.match(await page.innerText('#deal-flags'), /: 0 of \d+ open$/);
  const { question, answer } = JSON.parse(await saved(page, 'Save question and answer'));
  assert.deepEqual([answer.ruling, answer.schema, question.answers.every(({ reply, evidence }) => reply === 'no' && evidence === 'file note 7')], ['no-rule-triggered', 'redzone-deal-1', true]);
  await step(page, 'Route');
  await page.getByRole('radio', { name: 'With stops' }).check();
  await page.fill('#deal-legs-0-place', 'Iran');
  await determine(page);
  assert.equal(await ruling(page), 'Prohibited');
  await hears(page, /^This could not be decided/, /^This could not be decided.*Red flags: \d+ of \d+ open$/, /^No rule triggered\. Red flags: 0 of \d+ open$/, /^Route$/, /^Prohibited$/);
  assert.match(await page.innerText('redzone-deal .answer'), /Another route, without the stop at Iran\s+No rule triggered/);
});

journey('a listed party is found when the determination is asked for, and counts until a person decides', async (page) => {
  const { screening: _, ...party } = QUIET.parties[0];
  await open(page, { ...QUIET, parties: [{ ...party, name: 'Huawei Technologies Co., Ltd.' }] });
  await determine(page);
  assert.match(await ruling(page), /could not be decided/);
  const hit = page.locator('section[aria-labelledby=deal-hits] details', { hasText: 'Entity List' }).first();
  assert.match(await hit.innerText(), /Huawei/i);
  // The contents lead to it; the party is marked in the graph, in words too.
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: /possible match/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'deal-hits');
  assert.match(await page.locator('figure.graph svg g', { has: page.locator('rect.hit') }).textContent(), /Huawei Technologies Co.*possible match/s);
  await hit.locator('summary').click();
  await hit.getByRole('radio', { name: 'The same' }).check();
  await page.locator('redzone-deal .answer', { hasText: '744' }).waitFor();
  await step(page, 'Parties');
  await page.fill('#deal-parties-0-name', 'Qwyxzov Fjordbanane');
  await determine(page);
  assert.equal(await page.locator('section[aria-labelledby=deal-hits]').count(), 0, 'another name is screened again');
  // The Entity List has this address without a name.
  await step(page, 'Parties');
  await page.fill('#deal-parties-0-address', '16/F Ho King Commercial Ctr, 2-16 Fa Yuen Street, Hong Kong');
  await determine(page);
  assert.match(await page.locator('section[aria-labelledby=deal-hits] details', { hasText: 'Entity List' }).first().innerText(), /Address 06/);
  await step(page, 'Parties');
  await page.getByRole('radio', { name: 'A person', exact: true }).check();
  await page.fill('#deal-parties-0-address', '');
  await determine(page);
  assert.doesNotMatch(await ruling(page), /can't be read/);
});

journey('figures of a data sheet are classified while they are typed', async (page) => {
  await page.getByRole('radio', { name: 'Chip', exact: true }).check();
  await page.waitForSelector('redzone-deal .told');
  assert.match(await page.innerText('redzone-deal .told'), /Missing for a firm answer/);
  await page.getByRole('group', { name: 'Is it designed or marketed' }).getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Add processing units' }).click();
  await page.fill('#deal-items-0-units-0-count', '1');
  await page.fill('#deal-items-0-units-0-area_mm2', '814');
  await page.getByRole('group', { name: 'Are its transistors planar?' }).getByRole('radio', { name: 'No', exact: true }).check();
  await page.fill('#deal-items-0-units-0-rates-0-tera_ops', '989.4');
  await page.fill('#deal-items-0-units-0-rates-0-bits', '16');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => /By its figures: 3A090\.a/.test(document.querySelector('.told')?.textContent ?? ''));
});

journey('what is wrong in a question leads to its field, and a file that is no question is refused', async (page) => {
  await open(page, 'Prohibited\n');
  await page.locator('.summary', { hasText: "can't be read" }).waitFor();
  await open(page, { ...QUIET, parties: [{ ...QUIET.parties[0], owners: [{ name: 'A', share_percent: '120' }] }] });
  await page.locator('.summary', { hasText: 'percentage up to 100' }).waitFor();
  await page.locator('.summary a').click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'deal-parties-0-owners-0-share_percent');
});

journey('a package is held against the AI Exports Program, and its owners are drawn', async (page) => {
  await open(page, { ...QUIET, layers: ['1', '3'], signing: '2026-11-02' });
  await step(page, 'Parties');
  assert.match(await page.locator('figure.graph svg').textContent(), /Erika Beispiel/);
  // On a phone they are a list in place of the drawing, which would be wider than it.
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('figure.graph svg').waitFor({ state: 'hidden' });
  assert.match(await page.locator('.graph .owners li li').innerText(), /^Erika Beispiel\s+100 %$/);
  await determine(page);
  const told = await page.innerText('redzone-deal .answer');
  assert.match(told, /AI Exports Program readiness/);
  assert.match(told, /All five layers are covered\s+No/);
  assert.match(await saved(page, 'Save the days as a calendar'), /^BEGIN:VCALENDAR[\s\S]*20261102/);
});
