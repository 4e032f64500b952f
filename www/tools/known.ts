// What is fixed when the site is built: the answers that the engine must give again in every browser before it is asked anything else, and
// the lists of the catalog.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Known } from '../src/engine/protocol.ts';

/** Spelled wrongly, in another script, in capitals, and on no list. */
const QUESTIONS = ['Huawei Tecnologies Co', 'Рособоронэкспорт', 'HIKVISION', 'Qwyxzov Fjordbanane Interkontinentale'];
/** How many hits of each are kept. */
const KEPT = 5;

/** The best hits of each question, by the built engine over the search parts of the built pack. */
export async function knownAnswers(wasm: string, manifest: Uint8Array, files: { name: string; bytes: Uint8Array }[], keys: string[]): Promise<Known> {
  const glue = await import(pathToFileURL(resolve(wasm, 'party.js')).href) as typeof import('redzone-wasm/party');
  glue.initSync({ module: readFileSync(resolve(wasm, 'party_bg.wasm')) });
  const screener = new glue.Screener(manifest, keys);
  for (const { name, bytes } of files) screener.add(name, bytes);
  screener.ready(readFileSync(resolve(wasm, 'words.bin')));
  const { built: asOf, digest } = screener.lists('2000-01-01');
  const answers = QUESTIONS.map((name): Known['answers'][number] => {
    const { hits } = screener.check({ name, kind: 'unstated', countries: [], born: '', asOf, limit: KEPT });
    return { name, hits: hits.map((hit) => [hit.list, hit.entry, hit.score]) };
  });
  return { manifest: digest, asOf, answers };
}

/** The lists of lists/catalog.toml; the reader's own list has no publisher and is not one of them. */
export function catalogLists(catalog: string): { id: string; title: string; publisher: string }[] {
  const text = (part: string, field: string) => new RegExp(`^${field} = "([^"]+)"$`, 'm').exec(part)?.[1] ?? '';
  return readFileSync(catalog, 'utf8').split('[[list]]').slice(1)
    .map((part) => ({ id: text(part, 'id'), title: text(part, 'title'), publisher: text(part, 'publisher') }))
    .filter(({ id }) => id !== 'own');
}
