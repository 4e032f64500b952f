import { wrap, type Remote } from 'comlink';
import { html, nothing, type TemplateResult } from 'lit';
import { readerSource } from 'virtual:redzone-reader';
import type { PackShown } from 'redzone-wasm/party';
import { columnsOf, enough } from '../../batch/columns';
import { recordBatch } from '../../batch/record';
import { Run } from '../../batch/run';
import type { Columns, Field, Form, How, Look, ReaderApi } from '../../batch/shapes';
import type { Pack } from '../../engine/pack';
import type { Fault } from '../../engine/protocol';
import { starter } from '../../engine/start';
import { count, say, today } from '../../text/text';
import { PageElement } from '../base';
import { save } from '../deal/draft';
import { faultWords } from '../fault';
import { summary as problemSummary, type Problems } from '../problems';
import { chosenStrictness } from '../strictness';
import { chooseStep, columnsStep, type Chooser } from './choose';
import { progress, summary, type Steering } from './progress';

const startReader = starter('redzone-reader', readerSource);

const STEPS = ['choose', 'columns', 'run', 'review'] as const;
type Step = (typeof STEPS)[number];
/** How often the figures of a run are drawn anew, in milliseconds. */
const REDRAWN = 250;

/**
 * "Check many": a file of rows through all cores, then the rows to look at, then the file of results. Nothing of it is kept: the file is read
 * from where it is, and what was found and decided goes with the page.
 */
export class RedzoneBatch extends PageElement implements Chooser, Steering {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, step: { state: true }, look: { state: true }, columns: { state: true }, problems: { state: true }, run: { state: true }, busy: { state: true }, told: { state: true }, fault: { state: true }, head: { state: true } };
  declare pack: Pack;
  declare lists: PackShown | undefined;
  declare step: Step;
  declare look: Look | undefined;
  declare columns: Columns;
  declare problems: Problems;
  declare run: Run | undefined;
  /** What is being waited for, by its message. */
  declare busy: string;
  /** What a screen reader was last told of a run. */
  declare told: string;
  /** Why the file of results could not be made. */
  declare fault: Fault | undefined;
  /** The head of the case file that was saved last. */
  declare head: string;
  #worker: Worker | undefined;
  #reader: Remote<ReaderApi> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** How much was decided when the results were last saved. */
  #saved = 0;
  #leaving = (event: Event): void => { if (this.#unsaved) event.preventDefault(); };

  constructor() {
    super();
    this.step = 'choose';
    this.columns = {};
    this.problems = new Map();
    this.busy = this.told = this.head = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#leaving);
    this.#end();
  }

  protected override render(): TemplateResult {
    const { step, look, run } = this;
    return html`
      ${problemSummary(this.problems)}
      <h1 tabindex="-1" id="batch-title">${say('batch-title')}</h1>
      <p class="lede">${say('batch-lede')}</p>
      <ol class="stages">${STEPS.map((one) => html`<li aria-current=${one === step ? 'step' : nothing}>${say(`batch-step-${one}`)}</li>`)}</ol>
      <p role="status" class=${this.busy ? 'quiet' : 'unseen'}>${this.busy ? html`<span class="busy">${say(this.busy)}</span> ` : nothing}${this.told}</p>
      ${step === 'choose' ? chooseStep(this, this.problems) : nothing}
      ${step === 'columns' && look ? columnsStep(this, look, this.columns, this.lists, this.problems) : nothing}
      ${step === 'run' && run ? progress(run, this) : nothing}
      ${step === 'review' && run ? this.#review(run) : nothing}`;
  }

  #review(run: Run): TemplateResult {
    return html`
      ${summary(run)}
      <p class="files">
        <button type="button" id="batch-save" @click=${() => this.#save('guarded')}>${say('batch-save')}</button>
        <button type="button" class="second" @click=${() => this.#save('exact')}>${say('batch-save-exact')}</button>
        ${run.state === 'done' ? html`<button type="button" class="second" id="batch-record" @click=${() => this.#record(run)}>${say('batch-record')}</button>` : nothing}
        <button type="button" class="second" @click=${() => this.again()}>${say('batch-again')}</button>
      </p>
      <p class="hint">${say('batch-save-hint')}</p>
      ${this.head ? html`<p>${say('batch-record-head')} <code>${this.head}</code></p>` : nothing}
      ${this.fault ? html`<p class="problem" role="alert">${faultWords(this.fault)}</p>` : nothing}
      ${run.results.items > 0 ? html`<redzone-queue .run=${run} .pack=${this.pack} .lists=${this.lists}></redzone-queue>` : nothing}`;
  }

  open(file: Blob | string): void {
    const field = typeof file === 'string' ? 'batch-paste' : 'batch-file';
    void this.#look((reader) => reader.open(file), field, true);
  }

  reread(how: Partial<How>): void {
    const { look } = this;
    if (look) void this.#look((reader) => reader.look({ ...look.how, ...how }), 'batch-columns-title', false);
  }

  choose(field: Field, column: number | undefined): void {
    const { [field]: _before, ...others } = this.columns;
    this.columns = column === undefined ? others : { ...others, [field]: column };
  }

  example(): void {
    save('redzone-example.csv', 'text/csv', say('batch-example-rows').replaceAll(' / ', '\r\n'));
  }

  begin(): void {
    const reader = this.#reader;
    if (!reader) return;
    if (!enough(this.columns)) {
      this.problems = new Map([['batch-column-name', say('batch-problem-name')]]);
      void this.focusOn('.summary');
      return;
    }
    this.problems = new Map();
    const run = new Run(this.pack, reader, this.columns, { asOf: today(), threshold: chosenStrictness(this, 'batch-strictness', this.lists) });
    this.#saved = 0;
    [this.run, this.step] = [run, 'run'];
    // The page changes no lists while this stands (ui/app.ts): a run, its review and its file of results are about one pack.
    this.toggleAttribute('running', true);
    this.#timer = setInterval(() => this.#tick(run), REDRAWN);
    void run.go().then(() => this.#over(run));
    void this.focusOn('#batch-run-title');
  }

  pause(): void {
    this.run?.pause();
    this.#tell(say('batch-told-paused'), '#batch-resume');
  }

  resume(): void {
    this.run?.resume();
    this.#tell(say('batch-told-resumed'), '#batch-pause');
  }

  stop(): void {
    this.run?.stop();
    if (this.run) this.#over(this.run);
  }

  /** Back to the beginning, without what was found. */
  again(): void {
    if (this.#unsaved && !confirm(say('batch-unsaved'))) return;
    this.#end();
    [this.step, this.look, this.run, this.fault, this.problems, this.told, this.head] = ['choose', undefined, undefined, undefined, new Map(), '', ''];
    void this.focusOn('#batch-title');
  }

  async #look(call: (reader: Remote<ReaderApi>) => ReturnType<ReaderApi['open']>, field: string, fresh: boolean): Promise<void> {
    if (!this.#reader) {
      this.#worker = startReader();
      this.#reader = wrap<ReaderApi>(this.#worker);
    }
    this.busy = 'batch-looking';
    // What was wrong with another file is not said of this one.
    this.problems = new Map();
    const reply = await call(this.#reader);
    this.busy = '';
    if ('fault' in reply) {
      if (fresh) this.step = 'choose';
      this.problems = new Map([[field, faultWords(reply.fault)]]);
      return this.focusOn('.summary');
    }
    const before = this.look;
    this.look = reply.ok;
    // Another separator makes other columns; another encoding may give the headings their sense.
    this.columns = columnsOf(reply.ok.names);
    const width = Math.max(reply.ok.names.length, 0);
    if (width === 1 && !enough(this.columns)) this.columns = { name: 0 };
    if (!fresh && before) return;
    this.step = 'columns';
    await this.focusOn('#batch-columns-title');
  }

  /** The figures, and every tenth of the way a word about it. */
  #tick(run: Run): void {
    this.requestUpdate();
    const tenths = Math.floor(run.share * 10) * 10;
    if (run.state === 'running' && tenths > 0) this.told = say('batch-told', { percent: tenths, hits: run.results.counts.hit });
  }

  #tell(told: string, focus: string): void {
    this.told = told;
    this.requestUpdate();
    void this.focusOn(focus);
  }

  #over(run: Run): void {
    if (this.run !== run || this.step === 'review') return;
    clearInterval(this.#timer);
    this.step = 'review';
    this.told = '';
    void this.focusOn('#batch-run-title');
  }

  /** What the page would lose: a run that goes on, and decisions that are in no file. */
  get #unsaved(): boolean {
    return this.run !== undefined && (this.step === 'run' || this.run.results.decided !== this.#saved);
  }

  /** The numbers and names of the listed parties are asked for, each once; then the reader goes through the file again. */
  async #save(form: Form): Promise<void> {
    const { run, pack, lists } = this;
    const reader = this.#reader;
    if (!run || !reader || this.busy) return;
    this.busy = 'batch-saving';
    this.fault = undefined;
    this.told = '';
    const entries = new Map<string, [string, string]>();
    for (const [list, entry] of run.results.parties()) {
      const details = await pack.details(list, entry);
      if ('ok' in details) entries.set(`${list} ${entry}`, [details.ok.id, details.ok.names[0]?.text ?? '']);
    }
    const reply = await reader.write(run.results.found({ entries, ...run.settings, pack: lists?.digest ?? '' }), form);
    this.busy = '';
    if ('fault' in reply) {
      this.fault = reply.fault;
      return;
    }
    save(form === 'guarded' ? 'redzone-results.csv' : 'redzone-results-exact.csv', 'text/csv', reply.ok);
    this.#saved = run.results.decided;
    this.told = say('batch-saved', { rows: count(run.results.rows) });
  }

  /** The case file: every row is asked again and recorded with all its hits. */
  async #record(run: Run): Promise<void> {
    const reader = this.#reader;
    if (!reader || this.busy) return;
    const all = run.results.rows;
    this.busy = 'batch-recording';
    this.fault = undefined;
    this.told = '';
    let tenth = 0;
    // A screen reader hears of every tenth of the way.
    const told = (rows: number) => {
      if (Math.floor((rows / all) * 10) > tenth) this.told = say('batch-told-recording', { rows: count(rows), of: count(all) });
      tenth = Math.floor((rows / all) * 10);
    };
    const reply = await recordBatch(this.pack, reader, this.columns, run.settings, all, told);
    this.busy = '';
    if ('fault' in reply) {
      this.fault = reply.fault;
      return;
    }
    save('redzone-batch.jsonl', 'application/jsonl', reply.ok.file);
    this.head = reply.ok.head;
    this.told = say('batch-recorded', { rows: count(all) });
  }

  #end(): void {
    clearInterval(this.#timer);
    this.run?.stop();
    this.#worker?.terminate();
    this.#worker = this.#reader = undefined;
    this.toggleAttribute('running', false);
  }
}
