import type { Screener } from 'redzone-wasm/party';
import type { Fault, Known } from './protocol';

/** More hits than were kept when the site was built. */
const LIMIT = 20;

/**
 * Asks the known questions, over the pack they belong to, and compares list, entry and score, to the point. Hits on lists that were refused are not expected: adding or
 * taking away a list changes no hit on another.
 *
 * @throws a fault with the code `self-test` at the first difference.
 */
export function selfTest(screener: Screener, { manifest, asOf, answers }: Known): void {
  const { digest, lists } = screener.lists(asOf);
  if (digest !== manifest) return;
  const ready = new Set(lists.filter((list) => list.ready).map(({ id }) => id));
  for (const { name, hits } of answers) {
    const found = screener.check({ name, kind: 'unstated', countries: [], born: '', asOf, limit: LIMIT }).hits;
    const agree = hits.every(([list, entry, score]) => !ready.has(list) || found.some((hit) => hit.list === list && hit.entry === entry && hit.score === score));
    if (!agree || (hits.length === 0 && found.length > 0)) throw { code: 'self-test', message: '' } satisfies Fault;
  }
}
