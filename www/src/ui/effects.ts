import type { ListShown } from 'redzone-wasm/party';
import type { EffectShown } from 'redzone-wasm/rules';
import type { Pack } from '../engine/pack';

/** What being on each list means in law, by the list's id; `missing` when the rules can't be asked. */
export async function listEffects(pack: Pack, lists: readonly ListShown[]): Promise<Map<string, EffectShown[]> | 'missing'> {
  const found = new Map<string, EffectShown[]>();
  for (const { id } of lists) {
    const reply = await pack.effects(id, []);
    if ('fault' in reply) return 'missing';
    found.set(id, reply.ok);
  }
  return found;
}
