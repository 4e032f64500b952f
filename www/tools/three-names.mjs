// Screens three names through the built WebAssembly, over the built pack, and prints the explained answers.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readFile } from 'node:fs/promises';
import { openPack } from '../../tests/browser/engine.mjs';

const NAMES = ['Huawei Tecnologies Co', 'Рособоронэкспорт', 'Qwyxzov Fjordbanane Interkontinentale'];
const SHOWN = 2;
const points = (basis) => (basis / 100).toFixed(2);

const messages = new FluentBundle('en-GB');
messages.addResource(new FluentResource(await readFile(new URL('../src/text/en/party.ftl', import.meta.url), 'utf8')));
const say = ({ code, asked, listed }) => [messages.getMessage(`reason-${code}`).value, [asked, listed].filter(Boolean).join(' = ')].filter(Boolean).join(': ');

const { screener, rulebook, asOf } = await openPack();
const { lists, notice } = screener.lists(asOf);
console.log(`   ${lists.length} lists of ${asOf}${notice ? `: ${notice} data, not current` : ''}`);
for (const name of NAMES) {
  const answer = screener.check({ name, kind: 'unstated', countries: [], born: '', asOf, limit: 20 });
  const found = answer.hits.length + answer.omitted;
  const verdict = { hit: `possible match, ${found} listed ${found === 1 ? 'party' : 'parties'}: review needed`, 'no-match': `no match found in ${answer.lists} lists`, indeterminate: 'could not be checked in full: do not rely on it' };
  console.log(`\n   ${name}\n      ${verdict[answer.verdict]}`);
  for (const hit of answer.hits.slice(0, SHOWN)) {
    const entry = screener.details(hit.list, hit.entry);
    const list = lists.find(({ id }) => id === hit.list);
    console.log(`      ${points(hit.score)} of 100, ${hit.strength}: ${entry.names[hit.name].text} (${list.title}, ${entry.id})`);
    for (const reason of hit.reasons) console.log(`         ${points(reason.points).padStart(7)}  ${say(reason)}`);
    for (const effect of rulebook.effects(hit.list, [])) console.log(`      ${effect.name}: ${effect.meaning} (${effect.citation})`);
  }
}
