import type { Remote } from 'comlink';
import type { EntryShown, PackShown, PartyAnswer, PartyQuestion } from 'redzone-wasm/party';
import type { CaseShown } from 'redzone-wasm/record';
import type { Inside } from './attack';
import type { DealAnswer, DealItem, DealNamed, DealQuestion, DealScreened, EffectShown, ItemClass, PlaceAnswer, PlaceQuestion, PlacesFound } from 'redzone-wasm/rules';
import { today } from '../text/text';
import { EngineClient, STAND_UP } from './client';
import type { Cases, EngineApi, Fault, Known, Late, Letterhead, PackFile, Refused, Reply, RowAnswer, RowRecorded, Supply } from './protocol';

/** The verified pack and the engine over it: what the elements ask. Details and rules go to the worker when they are first asked for. */
export class Pack {
  readonly refused: Refused[] = [];
  /** What the engine must have answered before it stood up. */
  readonly known: Known;
  #engine: EngineClient;
  #supply: Supply;
  #late: Late;
  #sealed: Promise<boolean>;
  #opened: Promise<Reply<PackShown>> | undefined;
  #adding = new Map<string, Promise<Reply<null>>>();

  /** `sealed`: whether the page is. */
  constructor(supply: Supply, late: Late, sealed: Promise<boolean>) {
    this.#engine = new EngineClient(supply);
    this.#supply = supply;
    this.#late = late;
    this.#sealed = sealed;
    this.known = supply.known;
  }

  /**
   * Stands the engine up, once, and gives the lists. `ok` even when single files were refused: they are in `refused`, and every answer says so. A
   * question that comes sooner waits for this, and for the page to be sealed.
   */
  open(): Promise<Reply<PackShown>> {
    return (this.#opened ??= this.#open());
  }

  async #open(): Promise<Reply<PackShown>> {
    const up = await this.#engine.start();
    if ('fault' in up) return up;
    this.refused.push(...up.ok);
    if (!(await this.#sealed)) return { fault: { code: 'not-sealed', message: '' } };
    return this.#engine.call((engine) => engine.lists(today()));
  }

  /**
   * Whether every file of the pack is there and genuine, the rules included, and the pack may take the place of an older one on a day.
   * The first thing that is wrong is the fault.
   */
  async whole(older: ArrayBuffer, asOf: string): Promise<Reply<null>> {
    const [refused] = this.refused;
    if (refused) return { fault: { code: refused.fault.code, message: `${refused.name}: ${refused.fault.message}` } };
    const known = await this.open();
    if ('fault' in known) return known;
    for (const { id, ready } of known.ok.lists) {
      const file = this.#late.details.get(id);
      if (!ready || !file) return { fault: { code: 'missing', message: id } };
      try {
        const came = await file();
        const added = await this.#ask((engine) => engine.addDetails(came));
        if ('fault' in added) return added;
      } catch (fault) {
        return { fault: fault as Fault };
      }
    }
    return this.#ask((engine) => engine.follows(older, asOf));
  }

  /** The same lists behind another engine with a worker of its own: many questions are shared among several. */
  twin(): Pack {
    return new Pack(this.#supply, this.#late, this.#sealed);
  }

  /** Ends the engine, for good. */
  close(): void {
    this.#engine.stop();
  }

  check(question: PartyQuestion): Promise<Reply<PartyAnswer>> {
    return this.#ask((engine) => engine.check(question));
  }

  rows(questions: PartyQuestion[]): Promise<Reply<RowAnswer[]>> {
    return this.#ask((engine) => engine.rows(questions));
  }

  /** What the engine worker finds when it tries to get out. */
  attack(to: string): Promise<Reply<Inside>> {
    return this.#ask((engine) => engine.attack(to));
  }

  record(question: PartyQuestion): Promise<Reply<string>> {
    return this.#ask((engine) => engine.record(question));
  }

  again(check: string): Promise<Reply<string>> {
    return this.#ask((engine) => engine.again(check));
  }

  recordDestination(question: PlaceQuestion): Promise<Reply<string>> {
    return this.#ask((engine) => engine.recordDestination(question));
  }

  againDestination(body: string): Promise<Reply<string>> {
    return this.#ask((engine) => engine.againDestination(body));
  }

  recordDeal(question: DealQuestion): Promise<Reply<string>> {
    return this.#ask((engine) => engine.recordDeal(question));
  }

  againDeal(deal: string): Promise<Reply<string>> {
    return this.#ask((engine) => engine.againDeal(deal));
  }

  /** The case file of a batch, line after line. */
  beginBatch(question: PartyQuestion, source: string, wasm: string): Promise<Reply<string>> {
    return this.#ask((engine) => engine.beginBatch(question, source, wasm));
  }

  recordRows(rows: RowRecorded[]): Promise<Reply<string>> {
    return this.#ask((engine) => engine.recordRows(rows));
  }

  endBatch(): Promise<Reply<{ line: string; head: string }>> {
    return this.#ask((engine) => engine.endBatch());
  }

  /** A case file as it reads, and as a file for people. */
  showCase(text: string, heads: string[]): Promise<Reply<CaseShown>> {
    return this.#lawful((law) => (engine) => engine.showCase(text, heads, law));
  }

  exportCase(text: string, form: string, letterhead: Letterhead): Promise<Reply<string>> {
    return this.#lawful((law) => (engine) => engine.exportCase(text, form, letterhead, law));
  }

  /** With what lists do in law, and where that can't be had, without: it says so then. */
  async #lawful<T>(call: (law: boolean) => Call<T>): Promise<Reply<T>> {
    const reply = await this.#ask(call(true));
    return 'fault' in reply ? this.#ask(call(false)) : reply;
  }

  /** One of the functions on case files. */
  cases<K extends keyof Cases>(name: K, ...given: Parameters<Cases[K]>): Promise<Reply<ReturnType<Cases[K]>>> {
    // Comlink's types do not follow a generic method.
    return this.#ask((engine) => (engine.cases as unknown as (name: K, ...given: Parameters<Cases[K]>) => Promise<Reply<ReturnType<Cases[K]>>>)(name, ...given));
  }

  places(text: string): Promise<Reply<PlacesFound>> {
    return this.#ask((engine) => engine.places(text));
  }

  destination(question: PlaceQuestion): Promise<Reply<PlaceAnswer>> {
    return this.#ask((engine) => engine.destination(question));
  }

  determine(question: DealQuestion): Promise<Reply<DealAnswer>> {
    return this.#ask((engine) => engine.determine(question));
  }

  item(sheet: DealItem): Promise<Reply<ItemClass>> {
    return this.#ask((engine) => engine.item(sheet));
  }

  unscreened(question: DealQuestion): Promise<Reply<DealNamed[]>> {
    return this.#ask((engine) => engine.unscreened(question));
  }

  screened(question: DealQuestion, found: DealScreened[]): Promise<Reply<DealQuestion>> {
    return this.#ask((engine) => engine.screened(question, found));
  }

  calendar(question: DealQuestion): Promise<Reply<string>> {
    return this.#ask((engine) => engine.calendar(question));
  }

  effects(list: string, programs: string[]): Promise<Reply<EffectShown[]>> {
    return this.#ask((engine) => engine.effects(list, programs));
  }

  details(list: string, entry: number): Promise<Reply<EntryShown>> {
    return this.#ask((engine) => engine.details(list, entry), list);
  }

  /**
   * One question. What came late is given to the engine when it says that it misses it, and the question is asked again; a new worker
   * misses everything, so this may happen once for each thing, and once more after a worker was thrown away.
   */
  async #ask<T>(call: Call<T>, list = ''): Promise<Reply<T>> {
    const opened = await this.open();
    if ('fault' in opened) return opened;
    for (let round = 0; ; round += 1) {
      const reply = await this.#engine.call(call);
      if (!('fault' in reply) || round === MOST_ROUNDS) return reply;
      const supply = this.#supplies(list)[reply.fault.code];
      if (!supply) return reply;
      const added = await this.#once(`${reply.fault.code} ${list}`, supply);
      if ('fault' in added) return added;
    }
  }

  /** Many questions miss the same thing at once, such as the details of every hit's list: it is given once. */
  #once(what: string, supply: () => Promise<Call<null>>): Promise<Reply<null>> {
    const started = this.#adding.get(what);
    if (started) return started;
    const added = supply().then((add) => this.#engine.call(add, STAND_UP)).catch((fault: Fault) => ({ fault })).finally(() => this.#adding.delete(what));
    this.#adding.set(what, added);
    return added;
  }

  /** The files of the lists that came. */
  async #searched(): Promise<PackFile[]> {
    const came = await Promise.allSettled(this.#supply.files.values());
    return came.filter((one) => one.status === 'fulfilled').map((one) => one.value);
  }

  /** By the engine's word for what it misses: waits for it, and gives the call that adds it. */
  #supplies(list: string): Record<string, () => Promise<Call<null>>> {
    const { details, entries, rules, record, tables } = this.#late;
    // A record needs the entries of every list; a question about one entry those of its own.
    const wanted = list ? [details.get(list)].filter((file) => file !== undefined) : [...details.values()];
    const whole = async (): Promise<Call<null>> => { const [came, files] = [await record(), await this.#searched()]; return (engine) => engine.addWhole(came, files); };
    return {
      'tables-missing': async () => { const came = await tables(); return (engine) => engine.addTables(came); },
      'entries-missing': async () => { const came = await entries(); return (engine) => engine.addEntries(came); },
      ...(rules && { 'rules-missing': async () => { const came = await rules(); return (engine) => engine.addRules(came); } }),
      'script-missing': whole,
      'records-missing': whole,
      ...(wanted.length > 0 && { 'details-missing': async () => { const came = await Promise.all(wanted.map((file) => file())); return (engine) => addAll(engine, came); } }),
    };
  }
}

async function addAll(engine: Remote<EngineApi>, files: PackFile[]): Promise<Reply<null>> {
  for (const file of files) {
    const added = await engine.addDetails(file);
    if ('fault' in added) return added;
  }
  return { ok: null };
}

type Call<T> = (engine: Remote<EngineApi>) => Promise<Reply<T>>;

/** Details, tables, entries, rules, the whole engine, and a worker that was replaced meanwhile. */
const MOST_ROUNDS = 8;
