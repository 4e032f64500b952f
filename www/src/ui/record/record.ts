import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import type { CaseShown, Compared, KeyShown, RecordShown, ToDecide } from 'redzone-wasm/record';
import { digests } from 'virtual:redzone-assets';
import type { Pack } from '../../engine/pack';
import type { Fault, Reply } from '../../engine/protocol';
import { say, sayIf } from '../../text/text';
import { PageElement } from '../base';
import { summary, type Problems } from '../problems';
import type { Recorded } from '../recorded';
import { decideForm, lacking } from './decide';
import { keepPart, signPart } from './keep';
import { records } from './records';
import { FORMS, keySeed, now, random, save, saveForm, type Form } from './save';
import { discloseForm, putBackPart, sharePart } from './share';
import { state, status } from './status';

/** The most parties that a record holds, as at the terminal. */
const MOST_KEPT = 1_000;
/** The largest case file that the page opens, in bytes: some 500 checks. Longer ones are for the terminal. */
const LARGEST = 4_000_000;

/** "Records": a case file in memory, made here or opened; verified, asked again, decided about, shared in part, and kept as files. */
export class RedzoneRecord extends PageElement {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, asked: { attribute: false }, text: { state: true }, file: { state: true }, fault: { state: true }, again: { state: true }, problems: { state: true }, key: { state: true }, good: { state: true }, busy: { state: true }, done: { state: true } };
  declare pack: Pack | undefined;
  declare lists: PackShown | undefined;
  /** A question whose record is to be added; each object once. */
  declare asked: Recorded | undefined;
  declare text: string;
  declare file: CaseShown | undefined;
  declare fault: Fault | undefined;
  declare again: ReadonlyMap<number, Compared> | undefined;
  declare problems: Problems;
  declare key: KeyShown | undefined;
  /** The good-list with what was decided; empty without decisions. */
  declare good: string;
  declare busy: boolean;
  /** The name of a message that says what has just been done. */
  declare done: string;
  #head = '';

  constructor() {
    super();
    this.text = this.good = this.done = '';
    this.problems = new Map();
    this.busy = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('asked') && this.asked) void this.#add(this.asked);
  }

  protected override render(): TemplateResult {
    const { file, fault } = this;
    return html`${summary(this.problems)}
      <h1 tabindex="-1">${say('record-title')}</h1>
      <p class="lede">${say('record-lede')}</p>
      <div class="files">
        <label class="file">${say('record-open')} <input type="file" id="record-open" accept=".jsonl,.json" @change=${this.#open} /></label>
        ${this.text ? html`<button type="button" class="second" @click=${() => this.#take('')}>${say('record-new')}</button>` : nothing}
      </div>
      <p class="quiet">${say(this.text ? 'record-memory' : 'record-none')}</p>
      <div role="status">${this.busy ? html`<p class="busy">${say('record-busy')}</p>` : this.done ? html`<p><strong>${say(this.done)}</strong></p>` : nothing}${file && this.text ? state(file, this.#head) : nothing}</div>
      ${fault ? html`<div class="verdict hit" role="alert"><p><strong>${sayIf(`record-fault-${fault.code}`, sayIf(`fault-${fault.code}`, fault.message))}</strong></p><p class="small">${fault.message}</p></div>` : nothing}
      ${file && this.text ? this.#opened(file) : nothing}
      ${signPart(this.key, this.#makeKey, this.#readKey)}`;
  }

  #opened(file: CaseShown): TemplateResult {
    const whole = file.findings.length === 0;
    return html`${status(file, this.again, this.#head, this.#heads, this.#askAgain)}
      ${records(file, this.again ?? new Map(), (record) => decideForm(record, this.problems, (asked) => this.#decide(asked)))}
      ${whole ? html`${keepPart(this.good, (form, letterhead) => this.#export(form, letterhead), () => save('redzone-case.jsonl', 'application/jsonl', this.text), () => save('redzone-good-list.json', 'application/json', `${this.good}\n`))}
        ${file.redacted ? putBackPart(this.#putBack) : html`${sharePart(file.parts, this.#redact)}${discloseForm(file.parts, file.records, this.#disclose)}`}` : nothing}`;
  }

  /** One call at a time; a fault is shown. */
  async #run<T>(reply: () => Promise<Reply<T>>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.fault = undefined;
    this.done = '';
    try {
      const came = await reply();
      if ('ok' in came) return came.ok;
      this.fault = came.fault;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  get #pack(): Pack {
    if (!this.pack) throw new Error('the view is drawn with a pack');
    return this.pack;
  }

  /** Takes a text as the case file and shows it. */
  async #take(text: string): Promise<void> {
    this.problems = new Map();
    this.again = this.fault = undefined;
    this.done = '';
    const heads = this.#head.trim() && text ? [this.#head.trim()] : [];
    const shown = await this.#run(() => this.#pack.cases('showCase', text, heads));
    if (!shown) return;
    [this.text, this.file] = [text, shown];
  }

  async #line(kind: Recorded['kind'] | 'decision', body: string): Promise<boolean> {
    const wasm = kind === 'deal' ? digests.rules : digests.record;
    const line = await this.#run(() => this.#pack.cases('nextLine', this.text, kind, body, now(), wasm, random(), this.key?.file ?? ''));
    if (line === undefined) return false;
    await this.#take(`${this.text}${line}\n`);
    return true;
  }

  async #add(asked: Recorded): Promise<void> {
    const body = await this.#run(() => (asked.kind === 'deal' ? this.#pack.recordDeal(asked.question) : this.#pack.record({ ...asked.question, limit: MOST_KEPT })));
    if (body !== undefined) await this.#line(asked.kind, body);
    await this.focusOn('h1');
  }

  async #decide(asked: ToDecide): Promise<void> {
    this.problems = lacking(asked);
    if (this.problems.size > 0) return this.focusOn('.summary');
    const decided = await this.#run(() => this.#pack.cases('decide', this.text, this.good, random(), asked));
    if (decided && (await this.#line('decision', decided.body))) this.good = decided.goodList;
  }

  #askAgain = async (): Promise<void> => {
    const found = new Map<number, Compared>();
    for (const { line, check, deal } of this.file?.records ?? []) {
      if (!check && !deal) continue;
      const answer = await this.#run(() => (check ? this.#pack.again(check) : this.#pack.againDeal(deal)));
      const compared = answer === undefined ? undefined : await this.#run(() => this.#pack.cases('compareRecords', check || deal, answer));
      if (!compared) return;
      found.set(line, compared);
    }
    this.again = found;
  };

  #heads = async (head: string): Promise<void> => {
    this.#head = head;
    await this.#take(this.text);
  };

  #open = async (event: Event): Promise<void> => {
    const text = await textOf(event);
    if (text === undefined) return;
    this.#head = '';
    if (text.length > LARGEST) this.fault = { code: 'record-too-large', message: say('record-too-large') };
    else await this.#take(text);
  };

  #makeKey = async (): Promise<void> => {
    const seed = await keySeed();
    this.key = await this.#run(() => this.#pack.cases('keyOf', seed));
  };

  #readKey = async (event: Event): Promise<void> => {
    const text = await textOf(event);
    if (text !== undefined) this.key = await this.#run(() => this.#pack.cases('readKey', text));
  };

  async #export(form: Form, [organisation = '', matter = '', by = '']: string[]): Promise<void> {
    const kind = form === 'report' ? FORMS.report[0] : form;
    const text = await this.#run(() => this.#pack.cases('exportCase', this.text, kind, organisation, matter, by));
    if (text !== undefined) saveForm(form, text);
  }

  #redact = async (hide: string[]): Promise<void> => {
    const text = await this.#run(() => this.#pack.cases('redactCase', this.text, hide));
    if (text !== undefined) save('redzone-redacted.jsonl', 'application/jsonl', text);
  };

  #disclose = async (record: RecordShown, part: string, copy: File | undefined): Promise<void> => {
    const text = (await copy?.text()) ?? '';
    const openings = await this.#run(() => this.#pack.cases('openingsFor', this.text, text, record.line, [part]));
    if (openings !== undefined) save('redzone-openings.json', 'application/json', openings);
  };

  #putBack = async (event: Event): Promise<void> => {
    const text = await textOf(event);
    const opened = text === undefined ? undefined : await this.#run(() => this.#pack.cases('openCase', this.text, text));
    if (opened === undefined) return;
    await this.#take(opened);
    this.done = 'record-opened';
  };
}

/** The text of the file that was chosen; the field is empty again, so that the same file can be chosen once more. */
async function textOf(event: Event): Promise<string | undefined> {
  const input = event.target as HTMLInputElement;
  const text = await input.files?.[0]?.text();
  input.value = '';
  return text;
}
