import type { EntryShown, PackShown, PartyAnswer, PartyQuestion } from 'redzone-wasm/party';
import type { CaseShown } from 'redzone-wasm/record';
import type { Inside } from './attack';
import type { DealAnswer, DealItem, DealNamed, DealQuestion, DealScreened, EffectShown, ItemClass, PlaceAnswer, PlaceQuestion, PlacesFound } from 'redzone-wasm/rules';

/** The functions from text to text that work on case files. */
export type Cases = Omit<typeof import('redzone-wasm/record'), 'default' | 'initSync' | 'start' | 'Screener' | 'BatchRecord' | 'loadTables'>;

/** What stands at the top of a report: who reports, what about, who prepared it. */
export type Letterhead = [organisation: string, matter: string, by: string];

/** What an engine call comes back as. A fault is an answer too: it never looks like an empty one. */
export type Reply<T> = { ok: T } | { fault: Fault };

/** What went wrong: a stable code to choose words by, and the engine's own sentence. */
export interface Fault {
  code: string;
  message: string;
}

/** A file of the pack, under the name by which the manifest knows it. */
export interface PackFile {
  name: string;
  bytes: ArrayBuffer;
}

/** What a worker begins with; the files of the lists are added to it as they come. */
export interface Beginning {
  module: WebAssembly.Module;
  /** The public keys this site was built to trust, 64 hexadecimal digits each. */
  keys: string[];
  manifest: ArrayBuffer;
  /** The words that the engine knows, which it verifies itself. */
  words: ArrayBuffer;
  tightened?: Tightened | undefined;
}

/** Everything a worker needs to stand up, asked for and perhaps still on its way; kept by the page, so that a new worker needs no network. */
export interface Supply {
  module: Promise<WebAssembly.Module>;
  keys: string[];
  manifest: Promise<PackFile>;
  words: Promise<ArrayBuffer>;
  /** By the name of the file. */
  files: Map<string, Promise<PackFile>>;
  tightened?: Tightened | undefined;
  /** What the engine must answer over these lists before it is asked anything else. */
  known: Known;
}

/** Questions asked when the site was built, over the pack whose manifest has this SHA-256. Over another pack they have other answers. */
export interface Known {
  manifest: string;
  asOf: string;
  answers: KnownAnswer[];
}

/** A question and the hits that it got: each a list, an entry and a score. */
export interface KnownAnswer {
  name: string;
  hits: [list: string, entry: number, score: number][];
}

/** What an embedder may change: to report more and to rely on less. What would loosen the pack's policy or a question changes nothing. */
export interface Tightened {
  /** From how many days on a list is amber, red, and no longer an answer. */
  ages?: [amber: number, red: number, stop: number];
  /** The highest threshold of any question, in basis points. */
  threshold?: number;
}

/** The rules: their own Wasm module, and the pack's file. */
export interface RulesSupply {
  module: WebAssembly.Module;
  file: PackFile;
}

/** Asked for with everything else, and read when it is first called: a first answer waits for none of it, and reading it takes as long. */
export type Later<T> = () => Promise<T>;

/** What may come after the first answer. */
export interface Late {
  /** By list. */
  details: Map<string, Later<PackFile>>;
  /** What reads the entries of the lists: the Wasm module of the rules. */
  entries: Later<WebAssembly.Module>;
  /** None when the pack has no rules. */
  rules: Later<RulesSupply> | undefined;
  /** The whole engine, which reads names in every script and writes records. */
  record: Later<WebAssembly.Module>;
  /** For names in Chinese, Japanese or Korean writing. */
  tables: Later<PackFile>;
}

/** A file of the pack that was refused or did not come, and why. */
export interface Refused {
  name: string;
  fault: Fault;
}

/** The answer about one row among many: enough to sort and count by. The rest is asked again when somebody looks at the row. */
export interface RowAnswer {
  /** `rejected`: the row's own data can't be read, and nothing was searched. */
  verdict: 'hit' | 'no-match' | 'indeterminate' | 'rejected';
  /** How many parties reached the threshold. */
  hits: number;
  /** Of the best one; 0 and empty when there is none. */
  score: number;
  list: string;
  entry: number;
  /** Why it is rejected or not complete: the code of a fault or of the first doubt. */
  why: string;
}

/** A row to be recorded: the file's own id for its party, and the question, or the code of why it can't be asked. */
export interface RowRecorded { party: string; ask: PartyQuestion | string }

/** What the worker answers. */
export interface EngineApi {
  /** Verifies the manifest. */
  begin(beginning: Beginning): Reply<null>;
  /** Verifies a file of the pack that is searched, and takes it in. A file that is refused stays missing. */
  add(file: PackFile): Reply<null>;
  /** Makes the search ready over the files that were added, and asks it the known questions: with another answer to them it does not stand up. */
  ready(known: Known): Reply<null>;
  /** Verifies a file of the pack with the entries of a list, and takes it in. */
  addDetails(file: PackFile): Reply<null>;
  /** Stands up what reads the entries. */
  addEntries(module: WebAssembly.Module): Reply<null>;
  addRules(rules: RulesSupply): Reply<null>;
  addTables(tables: PackFile): Reply<null>;
  /** Whether the pack in use may take the place of an older one, whose manifest is given, on a day. Needs the rules' module. */
  follows(older: ArrayBuffer, asOf: string): Reply<null>;
  lists(asOf: string): Reply<PackShown>;
  check(question: PartyQuestion): Reply<PartyAnswer>;
  /** Many questions in one call; a question that can't be read is rejected in its row, whatever else goes wrong is a fault of them all. */
  rows(questions: PartyQuestion[]): Reply<RowAnswer[]>;
  details(list: string, entry: number): Reply<EntryShown>;
  effects(list: string, programs: string[]): Reply<EffectShown[]>;
  places(text: string): Reply<PlacesFound>;
  destination(question: PlaceQuestion): Reply<PlaceAnswer>;
  determine(question: DealQuestion): Reply<DealAnswer>;
  item(sheet: DealItem): Reply<ItemClass>;
  unscreened(question: DealQuestion): Reply<DealNamed[]>;
  screened(question: DealQuestion, found: DealScreened[]): Reply<DealQuestion>;
  calendar(question: DealQuestion): Reply<string>;
  /** Needs the details of every list. */
  record(question: PartyQuestion): Reply<string>;
  /** The record of the answer that a record's question has now. */
  again(check: string): Reply<string>;
  /** The record of what the rules say of a destination, and that of the answer that its question has now. */
  recordDestination(question: PlaceQuestion): Reply<string>;
  againDestination(body: string): Reply<string>;
  /** The record of a determination, and that of the answer that its question has now. */
  recordDeal(question: DealQuestion): Reply<string>;
  againDeal(deal: string): Reply<string>;
  /** The case file of a batch, line after line: its first line, which needs a question with the settings of all rows; a line a row; the last, with the head. */
  beginBatch(question: PartyQuestion, source: string, wasm: string): Reply<string>;
  recordRows(rows: RowRecorded[]): Reply<string>;
  endBatch(): Reply<{ line: string; head: string }>;
  /** Stands up the whole engine, from the same beginning and files. It answers the known questions first, and everything from then on. */
  addWhole(module: WebAssembly.Module, files: PackFile[]): Reply<null>;
  /** A case file as it reads, and as a file for people; with what the lists of its hits do in law when that is wanted, which needs rules and details. */
  showCase(text: string, heads: string[], law: boolean): Reply<CaseShown>;
  exportCase(text: string, form: string, letterhead: Letterhead, law: boolean): Reply<string>;
  /** Any function of the module of case files. */
  cases<K extends keyof Cases>(name: K, ...given: Parameters<Cases[K]>): Reply<ReturnType<Cases[K]>>;
  /** Tries to get out; `to` is the page's own host and a constant path. */
  attack(to: string): Promise<Reply<Inside>>;
}
