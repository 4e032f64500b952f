import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PackShown } from 'redzone-wasm/party';
import type { CaseShown, Compared, KeyShown, RecordShown, ToDecide } from 'redzone-wasm/record';
import { digests } from 'virtual:redzone-assets';
import type { Pack } from '../../engine/pack';
import type { Fault, Letterhead, Reply } from '../../engine/protocol';
import { now, random } from '../../engine/stamp';
import { say } from '../../text/text';
import { PageElement } from '../base';
import { faulted } from '../fault';
import type { DecidedEvent, Decision, Recorded } from '../recorded';
import { keepPart, signPart } from './keep';
import { records } from './records';
import { FORMS, keySeed, save, saveForm, type Form } from './save';
import { discloseForm, putBackPart, sharePart } from './share';
import { state, status } from './status';

/** The most parties that a record holds, as at the terminal. */
const MOST_KEPT = 1_000;
/** The largest case file that the page opens, in bytes: some 500 checks. Longer ones are for the terminal. */
const LARGEST = 4_000_000;

/** "Records": a case file in memory, made here or opened; verified, asked again, decided about, shared in part, and kept as files. */
export class RedzoneRecord extends PageElement {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, asked: { attribute: false }, text: { state: true }, file: { state: true }, fault: { state: true }, again: { state: true }, key: { state: true }, good: { state: true }, busy: { state: true }, done: { state: true } };
  declare pack: Pack | undefined;
  declare lists: PackShown | undefined;
  /** A question whose record is to be added; each object once. */
  declare asked: Recorded | undefined;
  declare text: string;
  declare file: CaseShown | undefined;
  declare fault: Fault | undefined;
  declare again: ReadonlyMap<number, Compared> | undefined;
  declare key: KeyShown | undefined;
  /** The good-list with what was decided; empty without decisions. */
  declare good: string;
  declare busy: boolean;
  /** The name of a message that says what has just been done. */
  declare done: string;
  #head = '';
  #turn: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor() {
    super();
    this.text = this.good = this.done = '';
    this.busy = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { asked } = this;
    if (changed.has('asked') && asked) void this.#do(() => this.#add(asked));
  }

  protected override render(): TemplateResult {
    const { file, fault } = this;
    return html`<h1 tabindex="-1">${say('record-title')}</h1>
      <p class="lede">${say('record-lede')}</p>
      <div class="files">
        <label class="file">${say('record-open')} <input type="file" id="record-open" accept=".jsonl,.json" @change=${this.#open} /></label>
        ${this.text ? html`<button type="button" class="second" @click=${() => this.#do(() => this.#take(''))}>${say('record-new')}</button>` : nothing}
      </div>
      <p class="quiet">${say(this.text ? 'record-memory' : 'record-none')}</p>
      <div role="status">${this.busy ? html`<p class="busy">${say('record-busy')}</p>` : this.done ? html`<p><strong>${say(this.done)}</strong></p>` : nothing}${file && this.text ? state(file, this.#head) : nothing}</div>
      ${fault ? html`<div class="verdict hit" role="alert">${faulted(fault)}</div>` : nothing}
      ${file && this.text ? this.#opened(file) : nothing}
      ${signPart(this.key, this.#makeKey, this.#readKey)}`;
  }

  #opened(file: CaseShown): TemplateResult {
    const whole = file.findings.length === 0;
    return html`${status(file, this.again, this.#head, this.#heads, () => this.#do(this.#askAgain))}
      ${records(file, this.again ?? new Map(), (record) => this.#deciding(record))}
      ${whole ? html`${keepPart(this.good, (form, letterhead) => this.#export(form, letterhead), () => save('redzone-case.jsonl', 'application/jsonl', this.text), () => save('redzone-good-list.json', 'application/json', `${this.good}\n`))}
        ${file.redacted ? putBackPart(this.#putBack) : html`${sharePart(file.parts, this.#redact)}${discloseForm(file.parts, file.records, this.#disclose)}`}` : nothing}`;
  }

  /** The form of a decision: another record has another, with nothing of this one in it. */
  #deciding(record: RecordShown): unknown {
    return keyed(record.digest, html`<redzone-decide name=${record.line} .hits=${record.hits} ?busy=${this.busy}
      @redzone-decided=${({ decision }: DecidedEvent) => this.#do(() => this.#decide({ ...decision, line: record.line }))}></redzone-decide>`);
  }

  /**
   * One thing after the other: what is asked for meanwhile waits for its turn, and the view says that it works until all is done.
   * What went wrong with one stays in sight while the others are done.
   */
  #do(act: () => Promise<unknown>): Promise<void> {
    if (!this.busy) [this.fault, this.done] = [undefined, ''];
    this.busy = true;
    this.#waiting += 1;
    const turn = this.#turn.then(async () => {
      try {
        await act();
      } finally {
        this.#waiting -= 1;
        this.busy = this.#waiting > 0;
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** One call of what is done; a fault is shown. */
  async #run<T>(reply: () => Promise<Reply<T>>): Promise<T | undefined> {
    const came = await reply();
    if ('ok' in came) return came.ok;
    this.fault = came.fault;
    return undefined;
  }

  get #pack(): Pack {
    if (!this.pack) throw new Error('the view is drawn with a pack');
    return this.pack;
  }

  /** Takes a text as the case file and shows it, or leaves the one before. */
  async #take(text: string): Promise<boolean> {
    this.again = undefined;
    const heads = this.#head.trim() && text ? [this.#head.trim()] : [];
    const shown = await this.#run(() => this.#pack.showCase(text, heads));
    if (shown) [this.text, this.file] = [text, shown];
    return shown !== undefined;
  }

  async #line(kind: Recorded['kind'] | 'decision', body: string): Promise<boolean> {
    const wasm = kind === 'deal' || kind === 'destination' ? digests.rules : digests.record;
    const line = await this.#run(() => this.#pack.cases('nextLine', this.text, kind, body, now(), wasm, random(), this.key?.file ?? ''));
    return line !== undefined && this.#take(`${this.text}${line}\n`);
  }

  async #add(asked: Recorded): Promise<void> {
    const body = await this.#run(() => this.#body(asked));
    const added = body !== undefined && (await this.#line(asked.kind, body));
    if (added && asked.kind === 'check' && (await this.#decideAll(asked.decisions))) asked.kept();
    await this.focusOn('h1');
  }

  #body(asked: Recorded): Promise<Reply<string>> {
    switch (asked.kind) {
      case 'check': return this.#pack.record({ ...asked.question, limit: MOST_KEPT });
      case 'destination': return this.#pack.recordDestination(asked.question);
      case 'deal': return this.#pack.recordDeal(asked.question);
    }
  }

  /** Writes what was decided beside the answer, about the record that was just added. The first that can't be written is told, and ends it. */
  async #decideAll(decisions: readonly Decision[]): Promise<boolean> {
    const line = this.text.trimEnd().split('\n').length;
    for (const decision of decisions) if (!(await this.#decide({ ...decision, line }))) return false;
    return true;
  }

  async #decide(asked: ToDecide): Promise<boolean> {
    const decided = await this.#run(() => this.#pack.cases('decide', this.text, this.good, random(), asked));
    if (!decided || !(await this.#line('decision', decided.body))) return false;
    this.good = decided.goodList;
    return true;
  }

  #askAgain = async (): Promise<void> => {
    const found = new Map<number, Compared>();
    for (const { line, check, destination, deal } of this.file?.records ?? []) {
      const recorded = check || destination || deal;
      if (!recorded) continue;
      const answer = await this.#run(() => (check ? this.#pack.again(check) : destination ? this.#pack.againDestination(destination) : this.#pack.againDeal(deal)));
      const compared = answer === undefined ? undefined : await this.#run(() => this.#pack.cases('compareRecords', recorded, answer));
      if (!compared) return;
      found.set(line, compared);
    }
    this.again = found;
  };

  #heads = async (head: string): Promise<void> => {
    await this.#do(async () => {
      this.#head = head;
      await this.#take(this.text);
    });
  };

  #open = async (event: Event): Promise<void> => {
    const text = await textOf(event);
    if (text !== undefined) await this.#do(async () => {
      this.#head = '';
      if (text.length > LARGEST) this.fault = { code: 'record-too-large', message: '' };
      else await this.#take(text);
    });
  };

  #makeKey = async (): Promise<void> => {
    await this.#do(async () => {
      const seed = await keySeed();
      this.key = await this.#run(() => this.#pack.cases('keyOf', seed));
    });
  };

  #readKey = async (event: Event): Promise<void> => {
    const text = await textOf(event);
    if (text !== undefined) await this.#do(async () => { this.key = await this.#run(() => this.#pack.cases('readKey', text)); });
  };

  async #export(form: Form, letterhead: Letterhead): Promise<void> {
    const kind = form === 'report' ? FORMS.report[0] : form;
    await this.#do(async () => {
      const text = await this.#run(() => this.#pack.exportCase(this.text, kind, letterhead));
      if (text !== undefined) saveForm(form, text);
    });
  }

  #redact = async (hide: string[]): Promise<void> => {
    await this.#do(async () => {
      const text = await this.#run(() => this.#pack.cases('redactCase', this.text, hide));
      if (text !== undefined) save('redzone-redacted.jsonl', 'application/jsonl', text);
    });
  };

  #disclose = async (record: RecordShown, part: string, copy: File | undefined): Promise<void> => {
    const text = (await copy?.text()) ?? '';
    await this.#do(async () => {
      const openings = await this.#run(() => this.#pack.cases('openingsFor', this.text, text, record.line, [part]));
      if (openings !== undefined) save('redzone-openings.json', 'application/json', openings);
    });
  };

  #putBack = async (event: Event): Promise<void> => {
    const text = await textOf(event);
    if (text !== undefined) await this.#do(async () => {
      const opened = await this.#run(() => this.#pack.cases('openCase', this.text, text));
      if (opened === undefined) return;
      if (await this.#take(opened)) this.done = 'record-opened';
    });
  };
}

/** The text of the file that was chosen; the field is empty again, so that the same file can be chosen once more. */
async function textOf(event: Event): Promise<string | undefined> {
  const input = event.target as HTMLInputElement;
  const text = await input.files?.[0]?.text();
  input.value = '';
  return text;
}
