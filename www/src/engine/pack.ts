import type { Remote } from 'comlink';
import type { EntryShown, PackShown, PartyAnswer, PartyQuestion } from 'redzone-wasm/party';
import type { EffectShown, PlaceAnswer, PlaceQuestion, PlacesFound } from 'redzone-wasm/rules';
import { EngineClient } from './client';
import type { EngineApi, Fault, Late, Refused, Reply, Supply } from './protocol';

/** The verified pack and the engine over it: what the elements ask. Details and rules go to the worker when they are first asked for. */
export class Pack {
  readonly refused: Refused[] = [];
  #engine: EngineClient;
  #late: Late;

  constructor(supply: Supply, late: Late, refused: Refused[]) {
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
    return this.#withRules((engine) => engine.places(text));
  }

  destination(question: PlaceQuestion): Promise<Reply<PlaceAnswer>> {
    return this.#withRules((engine) => engine.destination(question));
  }

  effects(list: string): Promise<Reply<EffectShown[]>> {
    return this.#withRules((engine) => engine.effects(list));
  }

  details(list: string, entry: number): Promise<Reply<EntryShown>> {
    return this.#with('details-missing', this.#late.details.get(list), (engine, file) => engine.add(file), (engine) => engine.details(list, entry));
  }

  #withRules<T>(call: Call<T>): Promise<Reply<T>> {
    return this.#with('rules-missing', this.#late.rules, (engine, rules) => engine.addRules(rules), call);
  }

  /** A call that needs what came late: a new worker does not have it yet, and says so with `missing`. */
  async #with<L, T>(missing: string, late: Promise<L> | undefined, add: (engine: Remote<EngineApi>, late: L) => Promise<Reply<null>>, call: Call<T>): Promise<Reply<T>> {
    const first = await this.#engine.call(call);
    if (!late || !('fault' in first) || first.fault.code !== missing) return first;
    let came: L;
    try {
      came = await late;
    } catch (error) {
      return { fault: error as Fault };
    }
    const added = await this.#engine.call((engine) => add(engine, came));
    return 'fault' in added ? added : this.#engine.call(call);
  }
}

type Call<T> = (engine: Remote<EngineApi>) => Promise<Reply<T>>;
