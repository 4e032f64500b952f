// Hostile text through the name field: it is answered or refused by name, shown as text, and never runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, launch, verdict, visit } from './visit.mjs';

let browser, one;
before(async () => { browser = await launch(); one = await visit(browser); });
after(async () => { await one.close(); await browser.close(); });

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
});

const MARKUP = ['<img src=x onerror=document.title=1>', '"><script>document.title=1</script>', '<svg/onload=document.title=1>', '${document.title=1}', '{{constructor.constructor("document.title=1")()}}',
  'javascript:document.title=1', '</bdi><h1>x</h1>', '\u0000<b>', '&lt;b&gt;', '<!--', ']]>', "'; DROP TABLE x;--", '=HYPERLINK("http://x")', '%00%0a%0d', '../../etc/passwd'];
test('markup is text', async () => {
  const elements = await one.page.evaluate(() => document.querySelectorAll('script, img, h1').length);
  for (const text of MARKUP) {
    await put(`${text} Huawei`);
    assert.ok((await heading()).length > 0);
    assert.equal(await one.page.evaluate(() => document.querySelectorAll('script, img, h1').length), elements, text);
    assert.match(await one.page.title(), /RedZone Screen/);
  }
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
