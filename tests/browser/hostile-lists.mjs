// A list whose publisher, or whoever stands between, wants more than to be read: the hostile texts in everything that an edition holds.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { archive } from './kiosk.mjs';
import { HOSTILE } from './hostile.mjs';

const root = new URL('../../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

/** By this name every entry is found, whatever else it is called. */
export const SHARED = 'Zyqwort Kolvenbach';
/** How many entries share the hostile texts: as many as one answer shows. */
export const ENTRIES = 20;

/** A value as an edition holds it on one line (crate/compile/src/edition/escape.rs). */
const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\u{${c.codePointAt(0).toString(16)}}`).replace(/^ | $/g, '\\s');

/** What flows over its neighbours, breaks no line, or has no line to break at. */
export const FLOODS = [`Zalgo ${`a${'\u0301\u0353\u0489'.repeat(40)}`.repeat(6)}`, 'W'.repeat(400), `${SHARED} \u202egnitset rof\u202c`, `${SHARED}${'\u00a0'.repeat(120)}Ltd`, `${SHARED}\u200f\u200e\u2067 (not a match)`, '\u0635\u0644\u0649 '.repeat(60), `\ufdfd${'\ufdfa'.repeat(12)}`, 'x\u3164\u115f\uffa0y', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} family', `I${'\u0336'.repeat(30)}l1|`];

function entry(at) {
  const texts = [...FLOODS.slice(at % FLOODS.length, (at % FLOODS.length) + 1), ...HOSTILE.filter((_, number) => number % ENTRIES === at)];
  const line = (field, text) => `${field}: ${escaped(text)}`;
  const one = (number) => texts[number % texts.length];
  return [
    line('Id', `${String(at).padStart(2, '0')} ${one(1)}`), `Kind: ${['individual', 'entity', 'vessel', 'aircraft'][at % 4]}`, line('Name', `${SHARED} ${one(0)}`), line('Alias', SHARED), ...texts.map((text) => line(['Alias', 'Former', 'Now', 'Weak'][at % 4], text)),
    ...texts.map((text) => line('Program', text)), ...texts.map((text) => line('Citation', text)), line('License', one(2)), line('Policy', one(3)), ...texts.map((text, number) => `Address: ${number % 2 ? '--' : 'CN'} ${escaped(text)}`),
    ...texts.map((text) => line('Birthplace', text)), ...texts.map((text) => `Number: -- ${escaped(text).replaceAll(': ', ':\\s')}: ${escaped(text)}`), line('Title', one(4)),
    ...['Vessel', 'Call-Sign', 'Tonnage', 'Gross-Tonnage', 'Flag', 'Owner'].map((field, number) => line(field, one(5 + number))), 'Listed: 2026-01-02', ...texts.map((text) => line('Remark', text)),
  ].join('\n');
}

/** A signed pack in one file that holds that list, and no other: it takes the place of the built one. */
export function hostilePack(temp) {
  const entries = Array.from({ length: ENTRIES }, (_, at) => entry(at));
  const names = (field) => entries.reduce((sum, text) => sum + text.split('\n').filter((line) => line.startsWith(`${field}: `)).length, 0);
  const header = [
    'Edition: own-deny', 'Form: 1', `Title: ${escaped(`Own \u202etsil\u202c <img src=x onerror=globalThis.ran=1>`)}`, `Publisher: ${escaped(HOSTILE[0])} \u202eus`, `Authority: ${escaped(HOSTILE[1])}`, 'As-Of: 2026-07-31', 'Notice: starter data, not current',
    `Counts: ${ENTRIES} entries, ${names('Name')} primary names, ${names('Alias')} aliases, ${names('Former')} former, ${names('Now')} now, ${names('Weak')} weak`, `Rows: ${ENTRIES} in the source, 0 dropped, 0 problems named`,
  ].join('\n');
  mkdirSync(temp.at('hostile-editions'));
  writeFileSync(temp.at('hostile-editions/own-deny.txt'), `${header}\n\n${entries.join('\n\n')}\n`);
  execFileSync(path('target/release/redzone'), ['build', '--quiet', '--editions', temp.at('hostile-editions'), '--rules', path('lists/rules'), '--key', path('lists/keys/development.private'), '--number', '9', '--out', temp.at('hostile')]);
  return archive(temp, temp.at('hostile'), 'hostile');
}
