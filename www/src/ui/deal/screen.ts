import type { DealNamed, DealQuestion, DealScreened } from 'redzone-wasm/rules';
import type { Pack } from '../../engine/pack';
import type { Reply } from '../../engine/protocol';

/** How many hits a party are taken over, as at the terminal; more make its screening incomplete. */
const MOST_HITS = 50;

/**
 * Screens everybody whose screening the question leaves open and fills in what was found: the engine says whom and how. `names` takes up what the
 * hits are called. A name or address that can't be read counts as not done.
 */
export async function screenParties(pack: Pack, question: DealQuestion, names: Map<string, string>): Promise<Reply<DealQuestion>> {
  const open = await pack.unscreened(question);
  if ('fault' in open) return open;
  const found: DealScreened[] = [];
  for (const one of open.ok) found.push(await screenOne(pack, one, question.as_of, names));
  return pack.screened(question, found);
}

async function screenOne(pack: Pack, { name, address, person }: DealNamed, asOf: string, names: Map<string, string>): Promise<DealScreened> {
  const notDone = { verdict: 'indeterminate', omitted: 0, hits: [] };
  const answer = await pack.check({ name, ...(address && { address }), kind: person ? 'individual' : 'unstated', countries: [], born: '', asOf, limit: MOST_HITS });
  if ('fault' in answer) return notDone;
  const hits = [];
  for (const { list, entry } of answer.ok.hits) {
    const details = await pack.details(list, entry);
    if ('fault' in details) return notDone;
    hits.push({ list, entry: details.ok.id });
    names.set(`${list}/${details.ok.id}`, details.ok.names[0]?.text ?? details.ok.addresses[0]?.text ?? '');
  }
  return { verdict: answer.ok.verdict, omitted: answer.ok.omitted, hits };
}
