// Hostile text through every field: it is answered or refused by name, shown as text, and never runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENTRIES, hostilePack, SHARED } from './hostile-lists.mjs';
import { HOSTILE } from './hostile.mjs';
import { folder } from './kiosk.mjs';
import { check, handOver, launch, verdict, visit } from './visit.mjs';

let browser, one, temp;
before(async () => { browser = await launch(); one = await visit(browser); temp = await folder(); });
after(async () => { await one.close(); await browser.close(); await temp.gone(); });

const heading = async () => ((await one.page.locator('redzone-party .summary').count()) ? 'refused' : verdict(one.page));

/** Sets the field's value as a script would, for text that can't be typed. */
async function put(name) {
  await one.page.fill('#name', '');
  await one.page.evaluate((text) => { document.querySelector('#name').value = text; }, name);
  await one.page.click('redzone-party button[type=submit]');
  await one.page.waitForFunction(() => !document.querySelector('redzone-party .busy') && document.querySelector('redzone-party .verdict h2, redzone-party .summary'));
}

test('half a surrogate pair, NUL alone, and 10 MB are refused with the reason', async () => {
  await one.page.evaluate(() => { document.querySelector('#name').value = 'Huawei \ud800 Ltd'; });
  await one.page.click('redzone-party button[type=submit]');
  await one.page.waitForSelector('#name-problem');
  assert.match(await one.page.innerText('#name-problem'), /arrived broken/);
  await put('\u0000');
  assert.match(await one.page.innerText('#name-problem'), /at least one letter or digit/);
  await put('A'.repeat(10 * 1024 * 1024));
  assert.match(await one.page.innerText('#name-problem'), /shorter name/);
});

test('direction overrides and zero-width characters are shown as chips, and the name is still found', async () => {
  await check(one.page, 'Hua\u200bwei \u202eTechnologies\u202c Co Ltd');
  assert.match(await heading(), /Possible match/);
  const chips = await one.page.locator('redzone-party .verdict .chip').allInnerTexts();
  assert.deepEqual(chips.map((chip) => chip.match(/U\+[0-9A-F]+/)[0]), ['U+200B', 'U+202E', 'U+202C']);
  assert.match(await one.page.innerText('redzone-party .verdict'), /can't be seen/);
  // What a script stacks is writing.
  for (const name of ['လျှို့ဝှက်', 'שָׁלוֹם', 'ที่นั่น', 'Nguyễn Thị Ngọc'.normalize('NFD')]) {
    await check(one.page, name);
    assert.equal(await one.page.locator('redzone-party .verdict .chip').count(), 0, name);
  }
});

/** Nothing ran, nothing was put into the page but text, and no policy had to step in. */
async function untouched(elements, what) {
  assert.equal(await count(), elements, what);
  assert.deepEqual(await one.page.evaluate(() => [globalThis.ran, location.hash.slice(1).length < 12, document.querySelectorAll('base, meta[http-equiv=refresh]').length]), [undefined, true, 0], what);
  assert.match(await one.page.title(), /RedZone Screen/);
  assert.deepEqual([...one.seen.console, ...one.seen.errors, ...(await one.violations())], [], what);
}
const count = () => one.page.evaluate(() => document.querySelectorAll('script, img, iframe, video, style, template, svg [onload], a[href^="javascript:"]').length);

for (const [view, fields] of [['party', ['name', 'country', 'born', 'address', 'identifiers']], ['destination', ['place', 'headquarters', 'as-of']]]) {
  test(`${HOSTILE.length} hostile texts in every field of the view '${view}' are text`, async () => {
    const elements = await count();
    await one.page.click(`nav a[href="#${view}"]`);
    const { answered, refused } = await one.page.evaluate(async ([view, fields, texts]) => {
      const element = document.querySelector(`redzone-${view}`);
      const [form, [first, ...rest]] = [element.querySelector('form'), fields.map((id) => element.querySelector(`#${id}`))];
      const set = (input, text) => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); input.dispatchEvent(new Event('change', { bubbles: true })); };
      const told = { answered: 0, refused: 0 };
      const ask = async () => {
        form.requestSubmit();
        while (element.busy) await new Promise((done) => { setTimeout(done); });
        await element.updateComplete;
        told[element.querySelector('.summary') ? 'refused' : 'answered'] += 1;
      };
      for (const text of texts) {
        rest.forEach((input) => set(input, ''));
        set(first, text);
        await ask();
        // The other fields take it too; what they make of it is told beside them.
        rest.forEach((input) => set(input, text));
        await ask();
      }
      return told;
    }, [view, fields, HOSTILE]);
    assert.equal(answered + refused, HOSTILE.length * 2);
    // Nothing hostile is a place, and nearly all of it can be a name.
    assert.ok(view === 'party' ? answered > HOSTILE.length * 0.9 : refused === HOSTILE.length * 2, `${answered} answered, ${refused} refused`);
    await untouched(elements, view);
  });
}

test(`${HOSTILE.length} hostile rows, and a deal and a case file made of hostile texts, are text`, async () => {
  const elements = await count();
  const { page } = one;
  const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  page.setDefaultTimeout(60_000);
  await page.click('nav a[href="#batch"]');
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  await page.setInputFiles('#batch-file', file('rows.csv', ['Name,Country,Born,Address,Numbers,Customer ID', ...HOSTILE.map((text) => Array.from({ length: 6 }, () => quoted(text)).join(','))].join('\n')));
  await page.click('redzone-batch form button[type=submit]');
  await page.waitForSelector('redzone-batch .ledger-line');
  assert.match(await page.innerText('redzone-batch .ledger-line'), new RegExp(`^Rows in: ${HOSTILE.length} =`));
  await untouched(elements, 'batch');
  await page.getByRole('button', { name: 'Check other rows' }).click();

  await page.click('nav a[href="#deal"]');
  const at = (number) => HOSTILE[number % HOSTILE.length];
  const party = (_, number) => ({ name: at(number * 5), country: at(number * 5 + 1), headquarters: at(number * 5 + 2), roles: ['end-user'], owners: [{ name: at(number * 5 + 3), share_percent: '60' }], parent: { name: at(number * 5 + 4) } });
  const deal = { as_of: '2026-08-01', destination: at(1), installation: at(2), ship_from: at(3), legs: [{ place: at(4) }], items: HOSTILE.slice(0, 20).map((name) => ({ name, eccn: name })), parties: Array.from({ length: 30 }, party), answers: [{ code: 'RF01', reply: 'no', date: '2026-07-30', evidence: at(5) }] };
  await handOver(page, '#deal-open', file('deal.json', JSON.stringify(deal)));
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Parties' }).click();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Determination' }).click();
  await page.waitForSelector('#deal-ruling');
  await untouched(elements, 'deal');

  await page.click('nav a[href="#record"]');
  await page.setInputFiles('#record-open', file('case.jsonl', HOSTILE.map((text) => JSON.stringify({ digest: text, record: { body: text, kind: text } })).join('\n')));
  await page.getByText('Changed: this is not the file that was written').waitFor();
  await untouched(elements, 'record');
  await page.getByRole('button', { name: 'Begin another' }).click();
  await page.click('nav a[href="#party"]');
});

test('floods, mixtures and strange scripts are answered within the watchdog', async () => {
  const texts = ['a'.repeat(1024), 'a '.repeat(512), 'á'.normalize('NFD') + '\u0301'.repeat(900), '𝐇𝐮𝐚𝐰𝐞𝐢', 'Ｈｕａｗｅｉ', 'Нuаwеі', '习近平', '김정은', 'محمد', '🙂'.repeat(200) + 'x', 'ﷺ'.repeat(50), '\ufeffHuawei', 'x\u2028y\u2029z', 'İstanbul ŞIRKETI', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} Ltd'];
  for (const text of texts) {
    await put(text);
    assert.ok((await heading()).length > 0, text.slice(0, 20));
    // An engine that is given up by the watchdog answers with a fault.
    assert.doesNotMatch(await one.page.innerText('redzone-party'), /Nothing was decided/, text.slice(0, 20));
  }
  assert.deepEqual([...one.seen.console, ...one.seen.errors, ...(await one.violations())], []);
});

/** Nothing of somebody else's text makes an element, turns the text around it, hides, or flows out of the page. */
async function plain(what) {
  const wrong = await one.page.evaluate(() => {
    const told = [...document.querySelectorAll('bdi *')].filter((element) => !element.matches('.chip, .unseen, mark, bdi')).map((element) => `made ${element.outerHTML.slice(0, 80)}`);
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    // The isolates of first strong direction are ours: they stand around text in the choices of a field.
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/[\u200b-\u200f\u202a-\u202e\u2060\u2066\u2067\ufeff\u3164]|[\p{Mn}\p{Me}]{6}/u.test(node.data)) told.push(`raw ${JSON.stringify(node.data.slice(0, 80))}`);
    if (document.documentElement.scrollWidth > innerWidth) told.push(`${document.documentElement.scrollWidth} px wide`);
    return told;
  });
  assert.deepEqual(wrong, [], what);
}

test(`${HOSTILE.length} hostile texts in every field of ${ENTRIES} entries of a list are text: in hits, entries, rows, records, the ledger and print`, async () => {
  const { page } = one;
  const elements = await count();
  const at = async (view) => { await page.click(`nav a[href="#${view}"]`); await untouched(elements, view); };
  await page.setViewportSize({ width: 360, height: 800 });
  await page.click('nav a[href="#lists"]');
  await page.setInputFiles('#newer-pack', hostilePack(temp));
  await page.getByText('are in use now').waitFor();
  await plain('lists');
  // What the pack in use does not hold is said of that pack, not of the one that the page came with.
  assert.match(await page.innerText('redzone-lists'), /does not hold.*Specially Designated Nationals/s);

  await at('party');
  await check(page, SHARED);
  assert.match(await verdict(page), new RegExp(`${ENTRIES} listed parties`));
  await page.waitForFunction((hits) => document.querySelectorAll('redzone-hit dl.facts').length === hits, ENTRIES);
  await page.evaluate(() => document.querySelectorAll('redzone-hit details').forEach((details) => { details.open = true; }));
  await plain('hits');
  await page.emulateMedia({ media: 'print' });
  await plain('print');
  await page.emulateMedia({ media: null });
  // Every text stands there, whole: what is seen of it, beside the chips.
  const seen = (text) => text.replace(/[\p{C}\p{Z}\p{M}\s]/gu, '');
  const facts = new Set((await page.evaluate(() => [...document.querySelectorAll('redzone-hit dl.facts bdi')].map((bdi) => [...bdi.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('')))).map(seen));
  assert.deepEqual(HOSTILE.filter((text) => !facts.has(seen(text))), []);
  await untouched(elements, 'hits');

  await page.getByRole('button', { name: 'Save the record' }).click();
  await page.locator('redzone-record .record tbody tr').nth(ENTRIES - 1).waitFor();
  await page.evaluate(() => document.querySelectorAll('redzone-record details').forEach((details) => { details.open = true; }));
  await plain('record');
  // What a person writes beside it is text as well: reasons and names of decisions, the head that was noted, the letterhead.
  const told = await page.evaluate(async (texts) => {
    const record = document.querySelector('redzone-record');
    const [done, parts] = [async () => { while (record.busy) await new Promise((next) => { setTimeout(next); }); await record.updateComplete; }, 12];
    for (let part = 0; part < parts; part += 1) {
      const form = record.querySelector('redzone-decide form');
      form.closest('details').open = true;
      form.elements.reason.value = texts.filter((_, at) => at % parts === part).join(' ');
      form.elements.by.value = texts[part];
      form.elements.until.value = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      form.requestSubmit();
      await done();
    }
    const decided = record.querySelectorAll('.record').length - 1;
    for (const text of texts) {
      record.querySelector('#record-heads').value = text;
      record.querySelector('#record-heads').form.requestSubmit();
      await done();
    }
    record.querySelector('#record-heads').value = '';
    record.querySelector('#record-heads').form.requestSubmit();
    await done();
    return decided;
  }, HOSTILE);
  assert.equal(told, 12);
  await plain('decisions');
  await untouched(elements, 'decisions');

  await at('batch');
  await page.fill('#batch-paste', ['Name', ...HOSTILE.map((text) => `"${text.replaceAll('"', '""')}"`)].join('\n'));
  await page.click('text=Use these rows');
  await page.click('text=Check all rows');
  await page.locator('redzone-queue redzone-hit dl.facts').first().waitFor({ state: 'attached' });
  await page.fill('#queue-reason', HOSTILE.join(' ').replace(/[\r\n]/g, ' '));
  await page.click('#decide-different-party');
  await page.getByText(/Decided: 1\./).waitFor();
  await plain('batch');
  for (const view of ['deal', 'proof', 'help']) await at(view);
});
