// Records on the page: written from an answer, verified, asked again, decided about, shared in part, kept as files; and the same at the terminal.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hears, listening } from './heard.mjs';
import { check, handOver, launch, visit } from './visit.mjs';

const NAME = 'Huawei Tecnologies Co';
const root = fileURLToPath(new URL('../../', import.meta.url));
let browser;
let dir;
before(async () => { browser = await launch(); dir = await mkdtemp(join(tmpdir(), 'redzone-records-')); });
after(async () => { await browser.close(); await rm(dir, { recursive: true }); });

/** A visit with the record of one answer in it. */
async function recorded() {
  const one = await visit(browser, { today: '2026-08-16', init: listening, context: { acceptDownloads: true } });
  await check(one.page, NAME);
  await one.page.getByRole('button', { name: 'Save the record' }).click();
  await one.page.waitForSelector('redzone-record .record');
  return one;
}

/** Does what starts a download, and gives its path and its text. */
async function download(page, name, act) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = join(dir, name);
  await file.saveAs(path);
  assert.doesNotMatch(file.suggestedFilename(), /huawei/i);
  return { path, text: await readFile(path, 'utf8') };
}

const button = (page, name) => () => page.locator('redzone-record').getByRole('button', { name, exact: true }).click();
const state = (page) => page.innerText('redzone-record .verdict h2');
const redzone = (...args) => promisify(execFile)('target/release/redzone', args, { cwd: root }).catch((error) => error);

test('a record is saved from an answer, asked again on the page with the same bytes, and at the terminal too', async () => {
  const { page, seen, violations, close } = await recorded();
  const before = seen.requests.length;
  assert.match(await state(page), /^Whole: 1 record/);
  await button(page, 'Ask again')();
  await page.waitForSelector('redzone-record .again');
  assert.match(await page.innerText('redzone-record .again'), /byte for byte/);
  await hears(page, /Whole: 1 record/, /^1 record: the same answer, byte for byte/);
  const shown = await page.locator('redzone-party redzone-hit').count();
  assert.equal(await page.locator('redzone-record .record tbody tr').count(), shown, 'the hits that were shown');
  const { path, text } = await download(page, 'case.jsonl', button(page, 'Download the case file'));
  assert.match(text, /"clock":"device"/);
  assert.match(text, /"wasm":"[0-9a-f]{64}"/);
  const head = await page.innerText('redzone-record .head code');
  const { stdout, code } = await redzone('record', 'verify', path, '--packs', 'dist/lists', '--head', head);
  assert.ok(!code && stdout.includes('byte for byte: 1 record') && stdout.includes(head), stdout);
  assert.equal(seen.requests.length, before, 'nothing is sent');
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await close();
});

test('what the list of each hit does in law stands with it, in the report too, where the rules are those of the record; else that it is not shown', async () => {
  const { page, seen, violations, close } = await recorded();
  const record = page.locator('redzone-record .record');
  const law = await record.locator('.law').allInnerTexts();
  assert.match(law.join('\n'), /Entity List[^]*What to do next[^]*15 CFR[^]*read on/);
  const cards = await page.locator('redzone-party redzone-hit .law h4').allTextContents();
  assert.deepEqual(new Set(await record.locator('.law h4').allTextContents()), new Set(cards), 'the same as in the answer');
  assert.equal(await record.locator('.unsaid').count(), 0);
  const report = await download(page, 'report.html', button(page, 'Download a report to print'));
  assert.match(report.text, /In law<\/th><td>[^]*Next step<\/th><td>[^]*Citation<\/th><td>[^<]*15 CFR/);
  const { path, text } = await download(page, 'case.jsonl', button(page, 'Download the case file'));
  const printed = join(dir, 'printed.html');
  const { code } = await redzone('record', 'export', path, '--to', 'html', '--out', printed, '--packs', 'dist/lists');
  assert.ok(!code && (await readFile(printed, 'utf8')) === report.text, 'the terminal prints the same');
  // Another digest of the rules: nothing is said by rules that the record does not name.
  await handOver(page, '#record-open', { name: 'other.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text.replace(/("rules":")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`)) });
  await page.getByText(`The rules with digest ${'0'.repeat(64)} are not at hand here`).waitFor();
  assert.equal(await record.locator('.law').count(), 0);
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  await close();
});

test('what the rules say of a destination is recorded, asked again on the page and at the terminal', async () => {
  const { page, seen, violations, close } = await visit(browser, { hash: '#destination', today: '2026-08-16', context: { acceptDownloads: true } });
  await page.fill('#place', 'Макао');
  await page.fill('#headquarters', 'China');
  await page.click('redzone-destination form button[type=submit]');
  await page.locator('redzone-destination').getByRole('button', { name: 'Save the record', exact: true }).click();
  await page.getByRole('heading', { name: /^Whole: 1 record/ }).waitFor();
  await button(page, 'Ask again')();
  await page.getByText('1 record: the same answer, byte for byte').waitFor();
  const { path, text } = await download(page, 'place.jsonl', button(page, 'Download the case file'));
  assert.match(text, /"headquarters":"CN","place":"MO"/);
  const { stdout, code } = await redzone('record', 'verify', path, '--packs', 'dist/lists');
  assert.ok(!code && stdout.includes('byte for byte: 1 record'), stdout);
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  await close();
});

test('a party is asked for by its numbers and its address too; the record says so, and the terminal answers the same', async () => {
  const { page, seen, violations, close } = await visit(browser, { today: '2026-08-16', context: { acceptDownloads: true } });
  await page.getByText('Address, numbers and role (optional)').click();
  await page.fill('#identifiers', '--\n');
  await page.click('redzone-party form button[type=submit]');
  assert.match(await page.innerText('#identifiers-problem'), /letters or digits/);
  await page.fill('#identifiers', 'IMO 9187629\n ');
  await page.fill('#address', 'Room 1, 99 Example Road, Kowloon');
  await page.selectOption('#role', 'end-user');
  await page.click('redzone-party form button[type=submit]');
  await page.locator('redzone-hit').first().waitFor();
  const card = page.locator('redzone-hit').first();
  assert.match(await card.innerText(), /score 100\.00 of 100/);
  // What was asked stands in the answer, and beside what the list says, each in its row.
  assert.match(await page.innerText('redzone-party .verdict'), /You asked for Room 1, 99 Example Road, Kowloon; IMO 9187629; End user[^]*compared with those that are listed themselves/);
  await card.locator('.sides', { hasText: 'Numbers' }).waitFor();
  assert.match(await card.locator('.sides').innerText(), /Name\s+Not given\s+ARTAVIL\s+Address\s+Room 1, 99 Example Road, Kowloon\s+Not said\s+Numbers\s+IMO 9187629\s+IMO: 9187629/);
  await page.locator('redzone-party').getByRole('button', { name: 'Save the record', exact: true }).click();
  await page.getByRole('heading', { name: /^Whole: 1 record/ }).waitFor();
  await button(page, 'Ask again')();
  await page.getByText('1 record: the same answer, byte for byte').waitFor();
  const { path, text } = await download(page, 'numbers.jsonl', button(page, 'Download the case file'));
  const { question, lists } = JSON.parse(text).record.body;
  assert.deepEqual([question.address, question.identifiers, question.name, question.role], ['Room 1, 99 Example Road, Kowloon', ['IMO 9187629'], '', 'end-user']);
  assert.ok(lists.every(({ sources }) => sources.length > 0 && sources.every((digest) => /^[0-9a-f]{64}$/.test(digest))));
  const { stdout, code } = await redzone('record', 'verify', path, '--packs', 'dist/lists');
  assert.ok(!code && stdout.includes('byte for byte: 1 record'), stdout);
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  await close();
});

test('the roles of a party are those of a deal', async () => {
  const { page, close } = await visit(browser);
  const roles = await page.locator('#role option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  const schema = JSON.parse(await readFile(new URL('../../crate/record/src/deal/schema.json', import.meta.url), 'utf8'));
  assert.deepEqual(roles, schema.$defs.party.properties.roles.items.enum);
  await close();
});

test('a determination is recorded too, beside the check, and both are asked again', async () => {
  const { page, seen, violations, close } = await recorded();
  const deal = { as_of: '2026-08-01', destination: 'MY', parties: [{ name: 'Contoh Cloud Sdn Bhd', roles: ['end-user'] }] };
  await page.click('a[href="#deal"]');
  await handOver(page, '#deal-open', { name: 'deal.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(deal)) });
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Determination' }).click();
  await page.locator('redzone-deal').getByRole('button', { name: 'Save the record', exact: true }).click();
  await page.getByRole('heading', { name: /^Whole: 2 records/ }).waitFor();
  assert.match(await page.innerText('redzone-record .record[data-line="2"]'), /Contoh Cloud Sdn Bhd, MY\s+Could not be checked in full/);
  await button(page, 'Ask again')();
  await page.getByText('2 records: the same answer, byte for byte').waitFor();
  const copy = await download(page, 'copy.jsonl', button(page, 'Download a redacted copy'));
  assert.doesNotMatch(copy.text, /contoh/i);
  const { path } = await download(page, 'case.jsonl', button(page, 'Download the case file'));
  const { stdout, code } = await redzone('record', 'verify', path, '--packs', 'dist/lists');
  assert.ok(!code && stdout.includes('byte for byte: 2 records'), stdout);
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  await close();
});

test('decisions stand beside their hits, signed; one that lacks its reason is refused', async () => {
  const { page, close } = await recorded();
  await button(page, 'Make a key')();
  await page.waitForSelector('redzone-record section p[role=status] code');
  const key = await page.innerText('redzone-record section p[role=status] code');
  await page.locator('redzone-record .decide summary').first().click();
  await button(page, 'Add the decision')();
  await page.waitForSelector('redzone-record [id$=-reason]:focus');
  assert.deepEqual(await page.locator('redzone-record .problem').allTextContents(), ['Error: Enter why', 'Error: Enter your name', 'Error: Enter a last day within 365 days from today']);
  await page.getByRole('radio', { name: 'It is another party' }).check();
  await page.fill('redzone-record [id$=-reason]', 'Founded in 1951, the listed company in 1987');
  await page.fill('redzone-record [id$=-by]', 'A. Reviewer');
  await page.fill('redzone-record [id$=-until]', '2027-08-16');
  // Pressed twice in a breath, it is one decision.
  await page.locator('redzone-record .decide form').first().evaluate((form) => { form.requestSubmit(); form.requestSubmit(); });
  await page.waitForSelector('redzone-record .record[data-line="2"]');
  assert.match(await state(page), /^Whole: 2 records/);
  assert.match(await page.locator('redzone-record tbody tr').first().innerText(), /Different party/);
  assert.match(await page.innerText('.record[data-line="2"]'), new RegExp(key));
  const good = await download(page, 'good.json', button(page, 'Good-list'));
  assert.match(good.text, /"different-party"/);
  assert.doesNotMatch(good.text, /Tecnologies/);
  const file = await download(page, 'decided.jsonl', button(page, 'Download the case file'));
  const { stdout } = await redzone('record', 'verify', file.path, '--packs', 'dist/lists');
  assert.match(stdout, /The chain is whole\. Head 2-/);
  await close();
});

test('what is asked for while the view works waits for its turn: nothing is lost', async () => {
  const { page, close } = await recorded();
  const downloads = [page.waitForEvent('download', (one) => /redacted/.test(one.suggestedFilename())), page.waitForEvent('download', (one) => /report/.test(one.suggestedFilename()))];
  await page.evaluate((names) => {
    const buttons = [...document.querySelectorAll('redzone-record button')];
    for (const name of names) buttons.find((one) => one.textContent.trim() === name).click();
  }, ['Ask again', 'Make a key', 'Download a redacted copy', 'Download a report to print']);
  await Promise.all(downloads);
  await page.getByText('1 record: the same answer, byte for byte').waitFor();
  await page.getByText('The next records are signed with the key').waitFor();
  await page.waitForFunction(() => !document.querySelector('redzone-record .busy'));
  await close();
});

test('a redacted copy verifies, tells no name, and opens the one part that was handed over', async () => {
  const { page, close } = await recorded();
  const head = await page.innerText('redzone-record .head code');
  const copy = await download(page, 'copy.jsonl', button(page, 'Download a redacted copy'));
  assert.doesNotMatch(copy.text, /huawei|tecnologies/i);
  await page.getByText('Open one hidden part for somebody').click();
  await page.setInputFiles('#disclose-copy', copy.path);
  const openings = await download(page, 'openings.json', button(page, 'Download the openings'));
  await page.setInputFiles('#record-open', copy.path);
  await page.getByText('Parts are hidden').waitFor();
  assert.match(await state(page), /^Whole: 1 record/);
  assert.equal(await page.innerText('redzone-record .head code'), head);
  assert.doesNotMatch(await page.innerText('redzone-record'), /huawei|tecnologies/i);
  await page.setInputFiles('#record-openings', openings.path);
  await page.getByText('What was opened fits').waitFor();
  assert.match(await page.innerText('redzone-record .record h3'), new RegExp(NAME));
  await close();
});

test('a file that was changed is told with its line, and nothing can be added to it or made of it', async () => {
  const { page, close } = await recorded();
  const { text } = await download(page, 'whole.jsonl', button(page, 'Download the case file'));
  const altered = join(dir, 'altered.jsonl');
  await writeFile(altered, text.replace('Tecnologies', 'Technologies'));
  await page.setInputFiles('#record-open', altered);
  await page.waitForSelector('redzone-record .verdict.hit');
  assert.match(await page.innerText('redzone-record .verdict'), /^Changed[^]*Line 1: its content was altered/);
  assert.equal(await page.getByRole('button', { name: 'Download the case file' }).count(), 0);
  await page.click('nav a[href="#party"]');
  await page.getByRole('button', { name: 'Save the record' }).click();
  await page.getByText('Nothing was added or written').waitFor();
  await writeFile(altered, 'name,score\n');
  await page.setInputFiles('#record-open', altered);
  await page.locator('redzone-record .verdict.hit').getByText(/^Line 1: not a record/).waitFor();
  await close();
});

test('the report has the head as text and as a code, and the tables no active cell', async () => {
  const { page, close } = await recorded();
  const head = await page.innerText('redzone-record .head code');
  await page.fill('#record-organisation', 'Example & Co');
  const report = await download(page, 'report.html', button(page, 'Download a report to print'));
  assert.ok(report.text.includes(head) && report.text.includes('<svg ') && report.text.includes('Example &amp; Co'));
  assert.doesNotMatch(report.text, /<script|src=|href=/);
  const table = await download(page, 'table.csv', button(page, 'Table (CSV)'));
  assert.equal(table.text.split('\r\n').length, 3);
  await close();
});
