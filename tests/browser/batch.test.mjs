// "Check many" as a person meets it: files good and bad, the run, the rows to look at, the file of results.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { hears, listening } from './heard.mjs';
import { bentEngine, check, launch, visit } from './visit.mjs';

const require = createRequire(new URL('../../www/package.json', import.meta.url));
const { zipSync, strToU8 } = require('fflate');
const Papa = require('papaparse');

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const LISTED = 'Huawei Tecnologies Co';
const NOBODY = 'Margaret Honeychurch';
/** Opens the view. Several engines stand up in it, each slower on a busy machine than the one that other suites wait for. */
const go = async (page) => { page.setDefaultTimeout(60_000); await page.click('nav a[href="#batch"]'); await page.waitForSelector('#batch-file'); };
const file = (name, bytes) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
const give = async (page, bytes, name = 'rows.csv') => {
  // What was said of the file before goes away first.
  const before = await page.$('redzone-batch .summary');
  await page.setInputFiles('#batch-file', file(name, bytes));
  await before?.waitForElementState('hidden');
  await page.waitForSelector('#batch-columns-title, redzone-batch .summary');
};
const run = async (page) => {
  await page.click('redzone-batch form button[type=submit]');
  await page.waitForSelector('redzone-batch .ledger-line');
};
const ledger = (page) => page.innerText('redzone-batch .ledger-line');
const problem = (page) => page.innerText('redzone-batch .summary li');
const chosen = (page, id) => page.locator(`#${id} option:checked`).innerText();
const value = (page, id) => page.locator(`#${id}`).inputValue();
const saved = async (page, button) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
};
const table = (text) => Papa.parse(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

test('a file is checked, reviewed by keyboard and saved; every row gets the answer that it gets alone, and nothing of it is anywhere else', async () => {
  const { page, seen, violations, close } = await visit(browser, { init: listening });
  const names = [LISTED, NOBODY, 'Рособоронэкспорт', 'HIKVISION', 'Zyxwvutsrq Canaryname'];
  const alone = [];
  for (const name of names) { await check(page, name); alone.push(/Possible/.test(await page.innerText('redzone-party .verdict h2')) ? 'hit' : 'no-match'); }
  assert.deepEqual(alone, ['hit', 'no-match', 'hit', 'hit', 'no-match']);
  const before = seen.requests.length;
  await go(page);
  await give(page, ['Customer name;Country;Customer ID', ...names.map((name, at) => `${name};;=A${at}`), ';China;none'].join('\r\n'));
  assert.equal(await chosen(page, 'batch-delimiter'), 'Semicolon');
  assert.deepEqual([await chosen(page, 'batch-column-name'), await chosen(page, 'batch-column-country'), await chosen(page, 'batch-column-reference')], ['Customer name', 'Country', 'Customer ID']);
  await page.locator('redzone-batch form button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('redzone-batch .ledger-line');
  assert.equal(await ledger(page), 'Rows in: 6 = rows out: 5 + rejected: 1');
  assert.match(await page.innerText('redzone-batch .verdict'), /Lines read: 7 = 1 of headings \+ 0 blank \+ 0 inside quoted cells \+ 6 rows/);
  // The heading has the focus; the list is a few tabs on. The best score comes first, and "d" wants a reason before it decides.
  assert.equal(await page.evaluate(() => document.activeElement.id), 'batch-run-title');
  await page.locator('.queue').focus();
  await page.locator('.queue [role=option]').nth(2).waitFor();
  assert.equal(await page.locator('.queue [role=option]').count(), 3);
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'queue-reason');
  await page.keyboard.type('=other registry number');
  await page.keyboard.press('Enter');
  assert.match(await page.innerText('redzone-queue [role=status]'), /Row 3 of 3 shown\. Decided: 1/);
  await page.keyboard.press('s');
  assert.match(await page.innerText('redzone-queue [role=status]'), /Decided: 2/);
  await page.keyboard.press('u');
  assert.match(await page.innerText('redzone-queue [role=status]'), /Decided: 1/);
  await page.locator('redzone-queue redzone-hit .law').first().waitFor();
  const { name, text } = await saved(page, 'Save the results');
  await hears(page, /^Checked: 3 rows with possible matches$/, /^Row 3 of 3 shown\. Decided: 1/, /Decided: 2/, /Decided: 1/, /^Results of 6 rows saved$/);
  assert.equal(name, 'redzone-results.csv');
  const rows = table(text);
  assert.deepEqual(rows.map((row) => row.redzone_result), [...alone, 'rejected']);
  assert.deepEqual(rows.map((row) => row['Customer name']), [...names, '']);
  assert.equal(rows[0]['Customer ID'], "'=A0");
  assert.equal(rows[5].redzone_why, 'name-empty');
  assert.deepEqual(rows.filter((row) => row.redzone_decision).map((row) => [row.redzone_decision, row.redzone_decision_reason]), [['different-party', "'=other registry number"]]);
  assert.ok(rows.filter((row) => row.redzone_result === 'hit').every((row) => row.redzone_best_id && row.redzone_best_name && row.redzone_best_list && row.redzone_pack.length === 64));
  const twin = table((await saved(page, 'Save the exact texts')).text.replace(/^[^\r]*/, (line) => Papa.parse(line).data[0].map((cell) => `"${JSON.parse(cell)}"`).join(',')));
  assert.deepEqual(twin.map((row) => JSON.parse(row['Customer ID'])), [...names.map((_name, at) => `=A${at}`), 'none']);
  const held = await page.evaluate(async () => JSON.stringify([location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }, await caches.keys(), await indexedDB.databases()]));
  for (const place of [held, ...seen.server, ...seen.console]) assert.doesNotMatch(place, /canary|honeychurch/i);
  assert.deepEqual(seen.requests.slice(before).filter((url) => !url.startsWith('blob:')), []);
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  await close();
});

// The same row in many encodings: guessed where the bytes tell, and shown.
const utf16 = (text, little) => { const bytes = Buffer.from(text, 'utf16le'); return little ? bytes : bytes.swap16(); };
const CYRILLIC = 'название,страна\nРособоронэкспорт,Россия\nИванова Ольга Сергеевна,Россия\n';
const windows1251 = (text) => Buffer.from([...text].map((one) => { const code = one.codePointAt(0); return code < 128 ? code : code - 0x350; }));
const ENCODED = {
  'UTF-8': ['utf-8', Buffer.from(CYRILLIC)],
  'UTF-8 with a mark': ['utf-8', Buffer.from(`\ufeff${CYRILLIC}`)],
  'UTF-16 LE with a mark': ['utf-16le', utf16(`\ufeff${CYRILLIC}`, true)],
  'UTF-16 BE with a mark': ['utf-16be', utf16(`\ufeff${CYRILLIC}`, false)],
  'UTF-16 LE without a mark': ['utf-16le', utf16(`name\n${'Rosoboroneksport\n'.repeat(3)}`, true)],
  'UTF-16 BE without a mark': ['utf-16be', utf16(CYRILLIC, false)],
  'Windows-1251': ['windows-1251', windows1251(CYRILLIC)],
  'Windows-1252': ['windows-1252', Buffer.from('name;pays\nSociété Générale;France\nMüller Söhne;Österreich\nRosoboroneksport;\n', 'latin1')],
  'GB18030': ['gb18030', Buffer.from('6e616d650ac9cfbaa3cab5d2b5d3d0cfdeb9abcbbe0a526f736f626f726f6e656b73706f72740a', 'hex')],
};

test('a long table that is pasted goes straight on to its columns, and no field has to hold it', async () => {
  const { page, close } = await visit(browser);
  await go(page);
  const paste = (rows) => page.evaluate((rows) => {
    const held = new DataTransfer();
    held.setData('text/plain', ['Name\tCountry', ...Array.from({ length: rows }, (_, at) => `Maria Ivanova-${at}\tSpain`)].join('\n'));
    return document.querySelector('#batch-paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }));
  }, rows);
  assert.equal(await paste(10), true, 'a short one is left to the field');
  assert.equal(await paste(30_000), false);
  await page.waitForSelector('#batch-columns-title');
  assert.equal(await page.inputValue('#batch-column-country'), '1');
  await page.click('redzone-batch form button[type=submit]');
  await page.waitForFunction(() => document.querySelector('redzone-batch').run.results.rows > 300);
  await page.click('#batch-stop');
  assert.match(await page.innerText('redzone-batch .ledger-line'), /rejected: 0$/);
  await close();
});

test('encodings are told from the bytes, and can be changed', async () => {
  const { page, close } = await visit(browser);
  await go(page);
  for (const [name, [encoding, bytes]] of Object.entries(ENCODED)) {
    await give(page, bytes);
    assert.equal(await page.locator('#batch-encoding').count(), 1, name);
    assert.equal(await value(page, 'batch-encoding'), encoding, name);
    await page.click('text=Choose another file');
  }
  await give(page, ENCODED['Windows-1251'][1]);
  await page.selectOption('#batch-encoding', 'windows-1252');
  await page.getByText('íàçâàíèå').first().waitFor();
  await page.selectOption('#batch-encoding', 'windows-1251');
  await page.getByRole('columnheader', { name: 'название' }).waitFor();
  assert.equal(await value(page, 'batch-column-name'), '0');
  await run(page);
  assert.equal(await ledger(page), 'Rows in: 2 = rows out: 2 + rejected: 0');
  assert.match(await page.innerText('redzone-batch .verdict h2'), /1 row with a possible match/);
  await close();
});

// Each is refused with what to do, and the page goes on.
const REFUSED = {
  empty: [Buffer.alloc(0), /no rows in it/],
  blank: [Buffer.from('\n\n \n'), /no rows in it/],
  binary: [Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 256)), /no table of text/],
  PDF: [Buffer.from('%PDF-1.7 and more'), /PDF/],
  'old Excel': [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old Excel/],
  'a ZIP file that is no XLSX': [Buffer.from(zipSync({ 'a.txt': strToU8('a') })), /no whole Excel file/],
  'half an XLSX': [Buffer.from(xlsx([['Name'], ['A']])).subarray(0, 400), /no whole Excel file/],
};

test('files that are no tables are refused with what to do', async () => {
  const { page, seen, close } = await visit(browser);
  await go(page);
  for (const [name, [bytes, words]] of Object.entries(REFUSED)) {
    await give(page, bytes);
    assert.match(await problem(page), words, name);
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains('summary')), true, name);
  }
  await page.fill('#batch-paste', LISTED);
  await page.click('text=Use these rows');
  await page.waitForSelector('#batch-columns-title');
  await run(page);
  assert.equal(await ledger(page), 'Rows in: 1 = rows out: 1 + rejected: 0');
  assert.deepEqual(seen.errors, []);
  await close();
});

/** A spreadsheet of texts; a cell that is an object is a formula and what it last gave. */
function xlsx(rows) {
  const cell = (one, column, row) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (typeof one === 'object') return one.gave === undefined ? `<c r="${at}" t="str"><f>${one.formula}</f></c>` : `<c r="${at}" t="${one.type ?? 'str'}"><f>${one.formula}</f><v>${one.gave}</v></c>`;
    return typeof one === 'number' ? `<c r="${at}"><v>${one}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${one}</t></is></c>`;
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Parties" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((one, column) => cell(one, column, at)).join('')}</row>`).join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

// [what it is, the file, rows in = rows out + rejected, the reasons of the rejected rows]
const ROWS = [
  ['two columns of a spreadsheet with formulas: what they last gave counts, and one that gave nothing is an empty cell',
    xlsx([['Name', 'ID'], [{ formula: 'CONCATENATE("Hua","wei")', gave: LISTED }, 12345678901234567n.toString()], [{ formula: 'A2' }, 2], [{ formula: '1/0', gave: '#DIV/0!', type: 'e' }, 3], [NOBODY, 4]]), [4, 2, 2], ['name-empty', 'name-empty']],
  ['ragged rows', `name,country\n${LISTED},China\n${NOBODY}\nA,b,c\n${NOBODY},,\n`, [4, 2, 2], ['ragged', 'ragged']],
  ['a quotation mark that is not closed costs its row', `name,country\n"${LISTED},China\n${NOBODY},\n${LISTED},\n`, [3, 2, 1], ['quote']],
  ['a stray quotation mark costs its row, a cell in quotation marks may hold commas and lines', `name,country\n"${NOBODY} Ltd" x,\n"Foo\n${LISTED},China\nBar",France\n${LISTED},\n`, [3, 2, 1], ['quote']],
  ['cells of several lines are one row', `name,country\n"Huawei\nTecnologies Co","China"\n${NOBODY},\n`, [2, 2, 0], []],
  ['NUL bytes in a name', `name,country\n${NOBODY.replace('a', '\0a')},\n${NOBODY},\n${`${NOBODY},\n`.repeat(40)}`, [42, 42, 0], []],
  ['headings that are there twice', `Name,Name,Country\n${LISTED},${NOBODY},\n`, [1, 1, 0], []],
  ['dates and countries that are none', `name,born,country\n${NOBODY},17.05.1962,Spain\n${NOBODY},1962,España\n${NOBODY},yesterday,\n${NOBODY},,Atlantis\n`, [4, 2, 2], ['born', 'country']],
  ['names without a heading, with commas in them', `Huawei Technologies Co., Ltd.\n${NOBODY}\nHIKVISION\n`, [3, 3, 0], []],
  ['a name of 2,000 characters', `name\n${'a b'.repeat(700)}\n${NOBODY}\n`, [2, 1, 1], ['name-too-long']],
  ['given and family names', `Vorname;Name;Land\nMargaret;Honeychurch;\n;${LISTED};China\n`, [2, 2, 0], []],
];

test('a file of nothing but headings, and one that is cut short on the disk while it is read, are no answer', async () => {
  const { page, close } = await visit(browser);
  await go(page);
  await give(page, 'name,country\n');
  await run(page);
  assert.match(await page.innerText('redzone-batch .verdict'), /could not be finished[^]*no rows in it/);
  await page.click('text=Check other rows');
  const path = join(await mkdtemp(join(tmpdir(), 'redzone-batch-')), 'rows.csv');
  await writeFile(path, `name\n${`${NOBODY}\n`.repeat(100)}`);
  await page.setInputFiles('#batch-file', path);
  await page.waitForSelector('#batch-columns-title');
  await writeFile(path, `name\n${NOBODY}\n`);
  await run(page);
  assert.match(await page.innerText('redzone-batch .verdict'), /could not be finished[^]*changed/);
  await rm(dirname(path), { recursive: true });
  await close();
});

test('no row stops a run, and every row is counted', async () => {
  const { page, seen, close } = await visit(browser);
  await go(page);
  for (const [name, bytes, [all, out, bad], reasons] of ROWS) {
    await give(page, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    await run(page);
    assert.equal(await ledger(page), `Rows in: ${all} = rows out: ${out} + rejected: ${bad}`, name);
    const rows = table((await saved(page, 'Save the results')).text);
    assert.equal(rows.length, all, name);
    assert.deepEqual(rows.filter((row) => row.redzone_result === 'rejected').map((row) => row.redzone_why), reasons, name);
    const listed = rows.filter((row) => Object.values(row)[0].startsWith(LISTED.slice(0, 6)) && row.redzone_result !== 'rejected');
    assert.ok(listed.every((row) => row.redzone_result === 'hit'), name);
    await page.click('text=Check other rows');
    await page.waitForSelector('#batch-file');
  }
  assert.deepEqual([seen.console, seen.errors], [[], []]);
  await close();
});

/** Makes the engine trap over names that hold CRASH, always, and over those that hold STUMBLE in the first two workers of a run only. */
const CRASHING = `${bentEngine(`(exports) => {
    const trapped = ({ name }) => name.includes('CRASH') || (name.includes('STUMBLE') && Number(self.name) <= 1 + navigator.hardwareConcurrency);
    return { ...exports, screener_check: (at, question, ...rest) => exports.screener_check(trapped(question) ? 0xfffffff0 : at, question, ...rest) };
  }`)}
  const { Worker: RealWorker } = globalThis;
  let started = 0;
  globalThis.Worker = class extends RealWorker { constructor(url, options) { super(url, options.name === 'redzone-engine' ? { name: String(started += 1) } : options); } };`;

test('rows of an engine that crashed are asked again, and one that crashes twice is rejected with its reason', async () => {
  const { page, close } = await visit(browser, { init: CRASHING });
  await go(page);
  const names = Array.from({ length: 60 }, (_, at) => (at === 20 ? 'CRASH Ltd' : at === 41 ? 'STUMBLE Ltd' : at % 6 === 0 ? LISTED : NOBODY));
  await give(page, `name\n${names.join('\n')}\n`);
  await run(page);
  assert.equal(await ledger(page), 'Rows in: 60 = rows out: 59 + rejected: 1');
  assert.match(await page.innerText('redzone-batch .verdict h2'), /10 rows with possible matches/);
  await page.selectOption('#queue-verdict', 'rejected');
  await page.getByText('The engine stopped over this row, twice.').first().waitFor();
  await close();
});

test('a run is paused, goes on and is stopped; what was answered stays, the rest is said to be unchecked, and lists do not change meanwhile', async () => {
  const { page, close } = await visit(browser, { init: listening });
  await go(page);
  // More than any machine answers while three buttons are pressed.
  await give(page, `name\n${`${NOBODY} and Sons Trading\n`.repeat(400_000)}`);
  await page.click('redzone-batch form button[type=submit]');
  await page.click('#batch-pause');
  await page.waitForSelector('#batch-resume:focus');
  const done = () => page.locator('redzone-batch').evaluate((one) => one.run.results.rows);
  assert.equal(await page.evaluate(async () => (await document.querySelector('redzone-app').renew({})).code), 'running');
  await page.click('#batch-resume');
  await page.waitForFunction(() => document.querySelector('redzone-batch').run.results.rows > 500);
  await page.click('#batch-stop');
  const rows = await done();
  assert.match(await page.innerText('redzone-batch .verdict h2'), /Stopped/);
  assert.ok(rows > 500 && rows < 400_000);
  await hears(page, /^Paused$/, /^Going on$/, /^Stopped/);
  assert.match((await ledger(page)).replaceAll(',', ''), new RegExp(`Rows in: ${rows} = rows out: ${rows} \\+ rejected: 0`));
  await page.click('text=Check other rows');
  await give(page, `name\n${LISTED}\n`);
  await run(page);
  assert.equal(await done(), 1);
  // Letters that decide can be turned off, and stay off for the next file.
  await page.getByLabel('Single letters decide').uncheck();
  await page.locator('.queue').press('s');
  assert.equal(await page.locator('#queue-reason-problem').count(), 0);
  await page.click('text=Check other rows');
  await give(page, `name\n${LISTED}\n`);
  await run(page);
  assert.equal(await page.getByLabel('Single letters decide').isChecked(), false);
  await page.getByLabel('Single letters decide').check();
  await page.locator('.queue').press('s');
  await page.waitForSelector('#queue-reason-problem');
  await close();
});

// Markup, directions turned and characters that can't be seen, as headings and as names.
const HOSTILE = ['<img src=x onerror=document.title=1>', '<svg/onload=document.title=1>', '${document.title=1}', '</option><h1>x</h1>', 'Hua\u200bwei \u202eTechnologies Co', '=HYPERLINK("http://x")', '\u0000Huawei Technologies Co', '&lt;b&gt; Huawei Technologies', 'javascript:alert(1) HIKVISION', '__proto__', 'constructor'];

test('hostile text in headings and rows is text everywhere', async () => {
  const { page, seen, violations, close } = await visit(browser);
  await go(page);
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const elements = () => page.evaluate(() => document.querySelectorAll('script, img, h1').length);
  const before = await elements();
  await give(page, `name,${HOSTILE.map(cell).join(',')}\n${HOSTILE.map((text) => `${cell(text)},${HOSTILE.map(cell).join(',')}`).join('\n')}\n`);
  assert.equal(await elements(), before);
  await run(page);
  assert.equal(await ledger(page), 'Rows in: 11 = rows out: 11 + rejected: 0');
  await page.selectOption('#queue-verdict', '');
  for (const _row of await page.locator('.queue [role=option]').all()) { await page.locator('.queue').press('ArrowDown'); await page.locator('redzone-queue .verdict h2').waitFor(); }
  assert.ok(await page.locator('.queue .chip').count() > 0);
  assert.equal(await elements(), before);
  const { text } = await saved(page, 'Save the results');
  assert.doesNotMatch(text, /(^|[",;\n])[=+@]/);
  assert.deepEqual([seen.console, seen.errors, await violations(), await page.title()], [[], [], [], 'Check many - RedZone Screen']);
  await close();
});

test('thousands of rows to look at are a window of a few, and many are decided at once', async () => {
  const { page, close } = await visit(browser);
  await go(page);
  await give(page, `name,reference\n${Array.from({ length: 2000 }, (_, at) => `HIKVISION,${at}`).join('\n')}\n`);
  await run(page);
  await page.locator('.queue').focus();
  assert.ok(await page.locator('.queue [role=option]').count() < 12);
  await page.keyboard.press('End');
  await page.waitForSelector('.queue [role=option].at[aria-posinset="2000"]');
  // The list scrolls to it.
  await page.waitForFunction(() => { const one = document.querySelector('.queue [role=option].at'); const [row, list] = [one.getBoundingClientRect(), one.closest('.queue').getBoundingClientRect()]; return row.bottom <= list.bottom + 1 && row.top >= list.top - 1; });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('the camera maker');
  await page.click('#decide-same-party');
  assert.match(await page.innerText('redzone-queue [role=status]'), /Decided: 2,000/);
  await page.selectOption('#queue-decided', 'no');
  await page.getByText('No row is of this kind.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.match(await page.innerText('redzone-queue [role=status]'), /of 2,000 shown\. Decided: 0/);
  await page.keyboard.press(' ');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  assert.match(await page.innerText('redzone-queue [role=status]'), /Picked: 2\./);
  await page.keyboard.press('a');
  assert.match(await page.innerText('redzone-queue [role=status]'), /Picked: 2,000\./);
  await close();
});

test('the records of a batch are a case file: every row with all its hits, chained, with a head; the terminal asks every row again', async () => {
  const { page, seen, violations, close } = await visit(browser, { today: '2026-08-16' });
  await go(page);
  const rows = ['Customer name,IMO,Born,Customer ID', `${LISTED},,,A1`, `${NOBODY},,,A2`, 'Quiet Sailor,9187629,,A3', 'Somebody,,yesterday,A4', ...Array.from({ length: 120 }, (_, at) => `Person Number ${at},,,`)].join('\n');
  await give(page, rows);
  assert.equal(await chosen(page, 'batch-column-identifiers'), 'IMO');
  await run(page);
  assert.equal(await ledger(page), 'Rows in: 124 = rows out: 123 + rejected: 1');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#batch-record')]);
  assert.equal(download.suggestedFilename(), 'redzone-batch.jsonl');
  const path = await download.path();
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line).record);
  assert.deepEqual([lines[0].kind, lines.at(-1).kind, lines.length], ['batch', 'batch-end', 126]);
  assert.equal(lines[0].body.source, createHash('sha256').update(rows).digest('hex'));
  const by = new Map(lines.map(({ body }) => [body.party, body]));
  assert.deepEqual(['A1', 'A2', 'A3', 'A4'].map((party) => by.get(party).verdict), ['hit', 'no-match', 'hit', 'indeterminate']);
  assert.deepEqual([by.get('A3').question.identifiers, by.get('A4').rejected], [['9187629'], 'born']);
  const counts = lines.at(-1).body;
  assert.equal(counts.hit + counts.no_match + counts.indeterminate, 124);
  const head = await page.locator('redzone-batch code').last().innerText();
  const { stdout } = await promisify(execFile)('target/release/redzone', ['record', 'verify', path, '--packs', 'dist/lists', '--head', head], { cwd: new URL('../../', import.meta.url) });
  assert.match(stdout, /byte for byte: 123 records/);
  assert.deepEqual([seen.console, seen.errors, await violations()], [[], [], []]);
  await close();
});
