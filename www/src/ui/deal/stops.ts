import type { DealAnswer, DealQuestion } from 'redzone-wasm/rules';
import type { Pack } from '../../engine/pack';

/** A place on the way. */
export interface Stop {
  role: 'ship-from' | 'leg' | 'destination' | 'installation';
  /** As it was typed. */
  text: string;
  /** Its code; empty when the text names no place beyond doubt. */
  code: string;
  /** The strictest thing that a rule says about the place; empty when none says anything. */
  level: string;
}

/** The places of a route in the order in which it goes. What is not known is left out here; the determination says that it is missing. */
export async function stopsOf(pack: Pack, { ship_from, legs, destination, installation }: DealQuestion, answer: DealAnswer): Promise<Stop[]> {
  const named: [Stop['role'], string | undefined][] = [['ship-from', ship_from], ...(legs ?? []).map((leg): ['leg', string | undefined] => ['leg', leg.place]), ['destination', destination], ['installation', installation]];
  const typed = named.flatMap(([role, text]) => (text ? [{ role, text }] : []));
  return Promise.all(typed.map(async (one) => {
    const found = await pack.places(one.text);
    const code = 'ok' in found ? found.ok.exact : '';
    // Lines come strictest first.
    const level = code && answer.lines.find((line) => line.place === code && line.level !== 'note')?.level;
    return { ...one, code, level: level ?? '' };
  }));
}
