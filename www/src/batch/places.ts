import type { Pack } from '../engine/pack';
import type { Reply } from '../engine/protocol';
import { countryText } from './question';
import type { Row } from './shapes';

/** How many different texts for countries are kept. */
const MOST = 10_000;

/** The countries of rows, looked up as the field for a country does it: every text once. */
export class Places {
  #known = new Map<string, string | undefined>();
  #pack: Pack;

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  async look(rows: readonly Row[]): Promise<Reply<null>> {
    if (this.#known.size > MOST) this.#known.clear();
    for (const { fields } of rows) {
      const text = countryText(fields.country);
      if (text === '' || this.#known.has(text)) continue;
      // That a country can't be looked up says nothing about the row.
      const found = await this.#pack.places(text);
      if ('fault' in found) return found;
      this.#known.set(text, found.ok.exact.slice(0, 2) || undefined);
    }
    return { ok: null };
  }

  /** The code of a text that was looked up. */
  of = (text: string): string | undefined => this.#known.get(text);
}
