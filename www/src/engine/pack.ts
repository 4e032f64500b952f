import type { Remote } from 'comlink';
import type { EffectShown, EntryShown, PackShown, PartyAnswer, PartyQuestion, PlaceAnswer, PlaceQuestion, PlacesFound } from 'redzone-wasm';
import { EngineClient } from './client';
import type { EngineApi, Fault, PackFile, Refused, Reply, Supply } from './protocol';

/** The verified pack and the engine over it: what the elements ask. Detail files go to the worker when a hit of their list is shown. */
export class Pack {
  readonly refused: Refused[] = [];
  #engine: EngineClient;
  #late: Map<string, Promise<PackFile>>;

  /** `late`: by list, the detail file that may still be on its way. */
  constructor(supply: Supply, late: Map<string, Promise<PackFile>>, refused: Refused[]) {
    this.#engine = new EngineClient(supply);
    this.#late = late;
    this.refused.push(...refused);
  }

  /** Stands the engine up. `ok` even when single files were refused: they are in `refused`, and every answer says so. */
  async open(): Promise<Reply<null>> {
    const up = await this.#engine.start();
    if ('fault' in up) return up;
    this.refused.push(...up.ok);
    return { ok: null };
  }

  lists(asOf: string): Promise<Reply<PackShown>> {
    return this.#engine.call((engine) => engine.lists(asOf));
  }

  check(question: PartyQuestion): Promise<Reply<PartyAnswer>> {
    return this.#engine.call((engine) => engine.check(question));
  }

  places(text: string): Promise<Reply<PlacesFound>> {
    return this.#engine.call((engine) => engine.places(text));
  }

  destination(question: PlaceQuestion): Promise<Reply<PlaceAnswer>> {
    return this.#engine.call((engine) => engine.destination(question));
  }

  effects(list: string): Promise<Reply<EffectShown[]>> {
    return this.#engine.call((engine) => engine.effects(list));
  }

  details(list: string, entry: number): Promise<Reply<EntryShown>> {
    return this.#withDetails(list, (engine) => engine.details(list, entry));
  }

  /** A call that reads a list's detail file: a new worker does not have it yet, and says so with `missing`. */
  async #withDetails<T>(list: string, call: (engine: Remote<EngineApi>) => Promise<Reply<T>>): Promise<Reply<T>> {
    const first = await this.#engine.call(call);
    if (!('fault' in first) || first.fault.code !== 'details-missing') return first;
    let file: PackFile | undefined;
    try {
      file = await this.#late.get(list);
    } catch (error) {
      return { fault: error as Fault };
    }
    if (!file) return first;
    const late = file;
    const added = await this.#engine.call((engine) => engine.add(late));
    return 'fault' in added ? added : this.#engine.call(call);
  }
}
