// A Consolidated Screening List in its official shape, many times as long as the starter edition: its own entries first, then copies in whose
// names every vowel and every consonant is moved on within its kind, so that lengths, shapes and rarities stay while no name is met twice.
// Usage: node tests/synthetic.mjs TIMES OUT.json
import { createWriteStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { once } from 'node:events';

/** What the publisher calls the lists. */
const SOURCES = {
  'us-capta': 'Capta List (CAP) - Treasury Department', 'us-cmic': 'Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department',
  'us-dpl': 'Denied Persons List (DPL) - Bureau of Industry and Security', 'us-dtc': 'ITAR Debarred (DTC) - State Department',
  'us-el': 'Entity List (EL) - Bureau of Industry and Security', 'us-isn': 'Nonproliferation Sanctions (ISN) - State Department',
  'us-mbs': 'Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department', 'us-meu': 'Military End User (MEU) List - Bureau of Industry and Security',
  'us-plc': 'Palestinian Legislative Council List (PLC) - Treasury Department', 'us-sdn': 'Specially Designated Nationals (SDN) - Treasury Department',
  'us-ssi': 'Sectoral Sanctions Identifications List (SSI) - Treasury Department', 'us-uvl': 'Unverified List (UVL) - Bureau of Industry and Security',
};
const [VOWELS, CONSONANTS] = ['AEIOU', 'BCDFGHJKLMNPQRSTVWXYZ'];

/** A name with its letters moved on by `steps`. */
function moved(name, steps) {
  return name.replace(/[A-Za-z]/g, (letter) => {
    const upper = letter.toUpperCase();
    const ring = VOWELS.includes(upper) ? VOWELS : CONSONANTS;
    const next = ring[(ring.indexOf(upper) + steps) % ring.length];
    return letter === upper ? next : next.toLowerCase();
  });
}

/** The entries of an edition: each field with its values. */
function* entries(text) {
  for (const block of text.split('\n\n').slice(1)) {
    const fields = new Map();
    for (const line of block.trimEnd().split('\n')) {
      const [name, value] = line.split(/: ?(.*)/s);
      fields.set(name, [...(fields.get(name) ?? []), value]);
    }
    yield (name) => fields.get(name) ?? [];
  }
}

const [times, out] = [Number(process.argv[2]), process.argv[3]];
const folder = new URL('../lists/editions/', import.meta.url);
const file = createWriteStream(out);
let rows = 0;
for (let copy = 0; copy < times; copy += 1) {
  for (const [list, source] of Object.entries(SOURCES)) {
    for (const of of entries(await readFile(new URL(`${list}.txt`, folder), 'utf8'))) {
      const row = {
        _id: `${copy}-${of('Id')[0]}`, source, entity_number: /^\d+$/.test(of('Id')[0]) ? String(copy * 1_000_000 + Number(of('Id')[0])) : '',
        type: (of('Kind')[0] ?? '').replace(/^./, (first) => first.toUpperCase()), name: moved(of('Name')[0], copy),
        alt_names: [...of('Alias'), ...of('Weak'), ...of('Former'), ...of('Now')].map((name) => moved(name, copy)), programs: of('Program'),
        addresses: of('Address').map((line) => ({ address: line.slice(3), country: line.startsWith('--') ? '' : line.slice(0, 2) })),
        federal_register_notice: of('Citation')[0] ?? '', license_requirement: of('License')[0] ?? '', license_policy: of('Policy')[0] ?? '',
        ids: of('Number').map((line) => { const [, country, type, number] = /^(\S\S) (.*?): (.*)$/s.exec(line); return { country: country === '--' ? '' : country, type, number: `${number}${copy || ''}` }; }),
        nationalities: of('Country').flatMap((codes) => codes.split(' ')), start_date: of('Listed')[0] ?? '', title: of('Title')[0] ?? '',
        dates_of_birth: of('Born').flatMap((dates) => dates.split(' ')), places_of_birth: of('Birthplace'), remarks: of('Remark').join('; '),
      };
      if (!file.write(`${rows === 0 ? '{"results":[' : ',\n'}${JSON.stringify(row)}`)) await once(file, 'drain');
      rows += 1;
    }
  }
}
file.end(`],"total":${rows}}\n`);
await once(file, 'close');
console.log(`   ${rows} rows in ${(await readdir(folder)).filter((name) => name.endsWith('.txt')).length} lists`);
