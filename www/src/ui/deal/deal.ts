import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PackShown } from 'redzone-wasm/party';
import type { DealAnswer, DealQuestion, ItemClass } from 'redzone-wasm/rules';
import type { Pack } from '../../engine/pack';
import type { Fault } from '../../engine/protocol';
import { say, today } from '../../text/text';
import { PageElement } from '../base';
import { contents } from '../contents';
import { faulted } from '../fault';
import { summary, type Problems } from '../problems';
import type { Save } from '../recorded';
import { guards, program, variations } from './advice';
import { at, both, fieldId, opened, put, question, save, unscreen, type Draft, type Path } from './draft';
import type { Form } from './fields';
import { flags, hits, hitsOf, openFlags, questions } from './interview';
import { classified, itemsStep } from './items';
import { routeMap } from './map';
import { ownership } from './ownership';
import { partiesStep } from './parties';
import { routeStep, useStep } from './route';
import { screenParties } from './screen';
import { stopsOf, type Stop } from './stops';
import { decidingOf, trace, verdict } from './trace';

const STEPS = ['items', 'parties', 'route', 'use', 'answer'] as const;
type Step = (typeof STEPS)[number];
/** The step on which a part of the question is asked. */
const STEP_OF: Record<string, Step> = { parties: 'parties', ship_from: 'route', legs: 'route', destination: 'route', installation: 'route', end_use: 'use', payment: 'use', currency: 'use', signing: 'use', delivery: 'use', us_content_percent: 'use', answers: 'answer' };

const fresh = (): Draft => ({ as_of: today(), items: [{}], parties: [{}] });

/** "Judge a deal": the guided question, and the determination with what it rests on. It is kept nowhere but in the file that the user saves. */
export class RedzoneDeal extends PageElement implements Form {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, save: { attribute: false }, step: { state: true }, problems: { state: true }, busy: { state: true }, asked: { state: true }, answer: { state: true }, stops: { state: true }, fault: { state: true }, told: { state: true } };
  declare pack: Pack;
  declare lists: PackShown | undefined;
  /** Keeps the record of an answer; none where records are not written. */
  declare save: Save | undefined;
  declare step: Step;
  declare problems: Problems;
  declare busy: boolean;
  declare asked: DealQuestion | undefined;
  declare answer: DealAnswer | undefined;
  declare stops: Stop[];
  declare fault: Fault | undefined;
  /** What a screen reader is told of a determination that changed while the focus stayed where it was. */
  declare told: string;
  draft: Draft = fresh();
  #file = 0;
  #classes = new WeakMap<object, ItemClass>();
  #names = new Map<string, string>();

  constructor() {
    super();
    this.step = 'items';
    this.problems = new Map();
    this.busy = false;
    this.told = '';
    this.stops = [];
  }

  changed(path: Path): void {
    const last = path.at(-1);
    // What was screened under another name or address, of another sort or on another day is screened again.
    if (path[0] === 'as_of') unscreen(this.draft, 'parties');
    if (path[0] === 'parties' && (last === 'name' || last === 'person')) put(this.draft, [...path.slice(0, -1), 'screening'], undefined);
    // A person has none of these: what was told of a company goes with it.
    if (path[0] === 'parties' && last === 'person' && at(this.draft, path) === true) for (const key of ['headquarters', 'parent', 'owners']) put(this.draft, [...path.slice(0, -1), key], undefined);
    if (path[0] === 'parties' && last === 'address') put(this.draft, [...path.slice(0, -1), 'address_screening'], undefined);
    this.requestUpdate();
    if (path[0] === 'items') void this.#classify(path);
    if (this.step === 'answer') void this.#determine();
  }

  goTo(id = 'deal-title'): void {
    void this.focusOn(`#${CSS.escape(id)}`);
  }

  protected override render(): TemplateResult {
    return html`
      ${summary(this.problems)}
      <h1 tabindex="-1" id="deal-title">${say('deal-title')}</h1>
      <p class="lede">${say('deal-lede')}</p>
      <div class="files">
        <label class="file">${say('deal-open')} <input type="file" id="deal-open" accept="application/json,.json" @change=${this.#open} /></label>
        <button type="button" class="second" @click=${this.#save}>${say('deal-save')}</button>
        <button type="button" class="second" @click=${() => this.#start(fresh())}>${say('deal-new')}</button>
      </div>
      <nav class="steps" aria-label=${say('deal-steps')}><ol>${STEPS.map((step) => html`<li><button type="button" aria-current=${step === this.step ? 'step' : nothing} @click=${() => this.#go(step)}>${say(`deal-step-${step}`)}</button></li>`)}</ol></nav>
      <p role="status" class="unseen">${this.told}</p>
      ${keyed(`${this.#file}-${this.step}`, html`<div class="step">${this.step === 'answer' ? this.#answered() : this.#form(this.step)}</div>`)}`;
  }

  #form(step: Exclude<Step, 'answer'>): TemplateResult {
    const fields = { items: () => itemsStep(this, this.#classes), parties: () => partiesStep(this), route: () => routeStep(this), use: () => useStep(this) }[step];
    const next = STEPS[STEPS.indexOf(step) + 1] ?? 'answer';
    return html`<form novalidate autocomplete="off" @submit=${(event: Event) => { event.preventDefault(); void this.#go(next); }}>
      <h2 id="deal-step-title" tabindex="-1">${say(`deal-step-${step}`)}</h2>
      <p>${say('deal-unknown')}</p>
      ${fields()}
      <button type="submit">${say(next === 'answer' ? 'deal-determine' : 'deal-next')}</button>
      <span role="status" class="quiet">${this.busy ? html`<span class="busy">${say('checking')}</span>` : ''}</span>
    </form>`;
  }

  #answered(): TemplateResult {
    const { answer, asked, fault } = this;
    if (fault) return html`<div class="verdict doubt" role="alert"><h2 id="deal-ruling" tabindex="-1">${say('deal-ruling-indeterminate')}</h2>${faulted(fault)}</div>`;
    if (!answer || !asked) return html`<p role="status" class="quiet"><span class="busy">${say('checking')}</span></p>`;
    const found = hitsOf(asked);
    return html`<section class="answer" aria-labelledby="deal-ruling">
      ${verdict(answer)}
      <p class="files"><button type="button" class="second" @click=${() => save('deal-answer.json', 'application/json', both(asked, answer))}>${say('deal-save-answer')}</button>
        ${this.save ? html`<button type="button" class="second" @click=${() => this.save?.({ kind: 'deal', question: asked })}>${say('save-record')}</button>` : nothing}
        <button type="button" class="second" @click=${() => print()}>${say('print')}</button></p>
      ${contents(this.#sections(asked, answer, found.length))}
      ${hits(this, found, this.#names, this.lists)}
      ${asked.parties?.length ? ownership(asked.parties, html`<h2 id="deal-graph-all" tabindex="-1">${say('deal-graph-all')}</h2>`) : nothing}
      ${routeMap(this.stops)}
      ${trace(asked, answer)}
      ${variations(answer)}
      ${flags(this, answer)}
      ${questions(this, answer)}
      ${guards(answer, () => this.#calendar(asked))}
      ${program(answer)}
      <h2 id="deal-classes" tabindex="-1">${say('deal-classes')}</h2>
      ${answer.items.map((found, place) => html`<h3>${asked.items?.[place]?.name ?? say('deal-item', { number: place + 1 })}</h3>${classified(found)}`)}
      <p class="small quiet">${say('deal-foot', { id: answer.rules.id, day: answer.rules.as_of, review: answer.rules.review_by })}</p>
    </section>`;
  }

  /** What the determination holds, in its order. */
  #sections(asked: DealQuestion, answer: DealAnswer, found: number): [id: string, title: string][] {
    const all: [there: unknown, id: string, title?: string][] = [
      [found, 'deal-hits', say('deal-hits', { count: found })], [asked.parties?.length, 'deal-graph-all'], [this.stops.length, 'deal-map'],
      [true, 'deal-lines', say('deal-lines', { count: decidingOf(answer).length })], [answer.variations.length, 'deal-variations'], [true, 'deal-flags', openFlags(answer)],
      [answer.questions.length, 'deal-questions', say('deal-questions', { count: answer.questions.length })], [answer.guards.length, 'deal-guards'], [answer.program, 'deal-program'], [true, 'deal-classes'],
    ];
    return all.filter(([there]) => there).map(([, id, title = say(id)]) => [id, title]);
  }

  async #go(step: Step): Promise<void> {
    this.step = step;
    this.problems = new Map();
    if (step !== 'answer') return this.focusOn('#deal-step-title');
    // What was answered before is not shown for another question, not for a moment.
    [this.answer, this.fault] = [undefined, undefined];
    await this.#determine(true);
    await this.focusOn(this.problems.size > 0 ? '.summary' : '#deal-ruling');
  }

  /** Asks the rules; `screen`: after screening whom nobody screened. */
  async #determine(screen = false): Promise<void> {
    this.busy = true;
    try {
      let asked = question(this.draft);
      if (screen) {
        const filled = await screenParties(this.pack, asked, this.#names);
        if ('fault' in filled) return this.#refused(filled.fault);
        this.draft = filled.ok as unknown as Draft;
        asked = question(this.draft);
      }
      const reply = await this.pack.determine(asked);
      if ('fault' in reply) return this.#refused(reply.fault);
      const stops = await stopsOf(this.pack, asked, reply.ok);
      [this.asked, this.answer, this.stops, this.fault] = [asked, reply.ok, stops, undefined];
      this.problems = new Map();
      // After the step was taken the focus is on the ruling, which says it.
      this.told = screen ? '' : `${say(`deal-ruling-${reply.ok.ruling}`)}. ${openFlags(reply.ok)}`;
    } finally {
      this.busy = false;
    }
  }

  /** A question that can't be read leads back to its field; any other fault stands where the answer would. */
  #refused(fault: Fault): void {
    const [field = '', ...rest] = fault.message.split(': ');
    if (fault.code !== 'question' || rest.length === 0) {
      this.fault = fault;
      return;
    }
    this.step = STEP_OF[/^\w+/.exec(field)?.[0] ?? ''] ?? (field.startsWith('answers') ? 'answer' : 'items');
    this.problems = new Map([[fieldId(field), say('deal-problem', { why: rest.join(': ') })]]);
  }

  async #classify(path: Path): Promise<void> {
    const item = (this.draft['items'] as object[] | undefined)?.[Number(path[1])];
    const asked = item && question(this.draft).items?.[Number(path[1])];
    if (!item || !asked?.kind) return;
    const reply = await this.pack.item(asked);
    if ('fault' in reply) this.#classes.delete(item);
    else this.#classes.set(item, reply.ok);
    this.requestUpdate();
  }

  async #open(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      this.#start(opened(await file.text()));
    } catch {
      this.problems = new Map([['deal-open', say('deal-open-bad')]]);
      return this.focusOn('.summary');
    } finally {
      input.value = '';
    }
    const reply = await this.pack.determine(question(this.draft));
    if ('fault' in reply) {
      this.#refused(reply.fault);
      await this.focusOn('.summary');
    }
  }

  #start(draft: Draft): void {
    this.draft = draft;
    this.#file += 1;
    this.step = 'items';
    [this.asked, this.answer, this.fault, this.problems] = [undefined, undefined, undefined, new Map()];
    for (const [place] of ((draft['items'] as unknown[] | undefined) ?? []).entries()) void this.#classify(['items', place]);
    void this.focusOn('#deal-step-title');
  }

  #save(): void {
    save('deal-question.json', 'application/json', `${JSON.stringify(question(this.draft), null, 1)}\n`);
  }

  async #calendar(asked: DealQuestion): Promise<void> {
    const reply = await this.pack.calendar(asked);
    if ('ok' in reply) save('deal.ics', 'text/calendar', reply.ok);
    else this.fault = reply.fault;
  }
}
