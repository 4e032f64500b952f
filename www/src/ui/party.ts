import { html, nothing, type TemplateResult } from 'lit';
import type { PackShown, PartyAnswer, PartyQuestion } from 'redzone-wasm/party';
import type { Pack } from '../engine/pack';
import type { Fault } from '../engine/protocol';
import { say, today } from '../text/text';
import { PageElement } from './base';
import { answerOf } from './answer';
import { AnsweredEvent } from './answered';
import { placeProblem, type RedzonePlace } from './place';
import { problem, summary, type Problems } from './problems';
import { DecidedEvent, type Decision, type Save } from './recorded';
import { chosenStrictness, strictness } from './strictness';

const KINDS = ['unstated', 'individual', 'entity', 'vessel', 'aircraft'] as const;

/** What a party may do in a deal: the words of the schema of deals, which comes later than this view. */
const ROLES = ['purchaser', 'intermediate-consignee', 'ultimate-consignee', 'end-user', 'freight-forwarder', 'bank', 'payer', 'insurer', 'broker', 'anchor', 'member', 'builder', 'owner', 'operator', 'supplier', 'service-provider'];

/** The most parties shown for one question; the answer says how many more there are. */
const SHOWN = 20;

/** Faults of a question that the person who asked can mend, and the field they are shown at. */
const MENDABLE = new Map([['name-empty', 'name'], ['name-too-long', 'name'], ['broken-text', 'name'], ['address', 'address'], ['identifier', 'identifiers'], ['born', 'born'], ['country', 'country']]);

/** "Check a party": the form, and the answer under it. */
export class RedzoneParty extends PageElement {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, save: { attribute: false }, problems: { state: true }, busy: { state: true }, asked: { state: true }, answer: { state: true }, fault: { state: true }, decisions: { state: true } };
  declare pack: Pack;
  declare lists: PackShown | undefined;
  /** Keeps the record of an answer; none where records are not written. */
  declare save: Save | undefined;
  declare problems: Problems;
  declare busy: boolean;
  declare asked: PartyQuestion | undefined;
  declare answer: PartyAnswer | undefined;
  declare fault: Fault | undefined;
  /** What was decided about the hits of this answer, by list and number. */
  declare decisions: ReadonlyMap<string, Decision>;

  constructor() {
    super();
    this.decisions = new Map();
    this.addEventListener(DecidedEvent.NAME, (event) => this.#decided((event as DecidedEvent).decision));
    this.problems = new Map();
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const { problems } = this;
    const aria = (field: string, hint = `${field}-hint`) => (problems.has(field) ? `${field}-problem ${hint}` : hint);
    return html`
      ${summary(problems)}
      <h1 tabindex="-1">${say('party-title')}</h1>
      <p class="lede">${say('party-lede')}</p>
      <form novalidate autocomplete="off" @submit=${this.#submit}>
        <div class="field ${problems.has('name') ? 'wrong' : ''}">
          <label for="name">${say('field-name')}</label>
          <p class="hint" id="name-hint">${say('field-name-hint')}</p>
          ${problem(problems, 'name')}
          <input id="name" type="text" dir="auto" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" translate="no"
            aria-describedby=${aria('name')} aria-invalid=${problems.has('name') ? 'true' : nothing} />
        </div>
        <fieldset>
          <legend>${say('field-kind')}</legend>
          <div class="choices">${KINDS.map((kind) => html`<label><input type="radio" name="kind" value=${kind} ?checked=${kind === 'unstated'} />${say(`choice-${kind}`)}</label>`)}</div>
        </fieldset>
        <div class="row">
          <redzone-place .pack=${this.pack} field="country" label=${say('field-country')} hint=${say('field-country-hint')} problem=${problems.get('country') ?? ''}></redzone-place>
          <div class="field short ${problems.has('born') ? 'wrong' : ''}">
            <label for="born">${say('field-born')}</label>
            <p class="hint" id="born-hint">${say('field-born-hint')}</p>
            ${problem(problems, 'born')}
            <input id="born" type="text" autocomplete="off" spellcheck="false" aria-describedby=${aria('born')} aria-invalid=${problems.has('born') ? 'true' : nothing} />
          </div>
        </div>
        <details>
          <summary>${say(this.save ? 'party-more-role' : 'party-more')}</summary>
          <div class="field ${problems.has('address') ? 'wrong' : ''}">
            <label for="address">${say('field-address')}</label>
            <p class="hint" id="address-hint">${say('field-address-hint')}</p>
            ${problem(problems, 'address')}
            <input id="address" type="text" dir="auto" autocomplete="off" spellcheck="false" translate="no" aria-describedby=${aria('address')} aria-invalid=${problems.has('address') ? 'true' : nothing} />
          </div>
          <div class="field ${problems.has('identifiers') ? 'wrong' : ''}">
            <label for="identifiers">${say('field-identifiers')}</label>
            <p class="hint" id="identifiers-hint">${say('field-identifiers-hint')}</p>
            ${problem(problems, 'identifiers')}
            <textarea id="identifiers" rows="2" dir="auto" autocomplete="off" spellcheck="false" translate="no" aria-describedby=${aria('identifiers')} aria-invalid=${problems.has('identifiers') ? 'true' : nothing}></textarea>
          </div>
          ${this.save ? html`<div class="field short">
            <label for="role">${say('field-role')}</label>
            <p class="hint" id="role-hint">${say('field-role-hint')}</p>
            <select id="role" aria-describedby="role-hint"><option value="">${say('role-unstated')}</option>${ROLES.map((role) => html`<option value=${role}>${say(`role-${role}`)}</option>`)}</select>
          </div>` : nothing}
        </details>
        ${strictness('strictness', this.lists)}
        <button type="submit">${say('party-check')}</button>
        <span role="status" class="quiet">${this.busy ? html`<span class="busy">${say('checking')}</span>` : ''}</span>
      </form>
      ${this.asked && (this.answer || this.fault) ? answerOf(this.asked, this.answer, this.fault, this.pack, this.lists, 'verdict-title', this.save !== undefined) : nothing}
      ${this.asked && this.answer && this.save ? this.#keeping(this.asked, this.answer, this.save) : nothing}
      ${this.asked && (this.answer || this.fault) ? html`<p><button type="button" class="second" @click=${() => this.#another()}>${say('party-another')}</button></p>` : nothing}`;
  }

  #keeping(question: PartyQuestion, answer: PartyAnswer, save: Save): TemplateResult {
    const decided = this.decisions.size;
    const keep = () => {
      const { decisions } = this;
      save({ kind: 'check', question, decisions: [...decisions.values()], kept: () => { if (decisions === this.decisions) this.#keep(true); } });
    };
    return html`<p class="hint">${say('save-record-hint')}</p>
      <p role="status">${decided > 0 ? html`${say('decided-of', { decided, matches: answer.hits.length + answer.omitted })} ${this.#unkept ? say('decided-keep') : nothing}` : nothing}</p>
      <p class="files"><button type="button" class=${this.#unkept ? '' : 'second'} @click=${keep}>${say('save-record')}</button>
      <button type="button" class="second" @click=${() => print()}>${say('print')}</button></p>`;
  }

  /** The form as it was at first, but for how strict; what was found goes. */
  #another(): void {
    if (!this.#leaving()) return;
    const form = this.querySelector('form');
    const strict = form?.querySelector<HTMLInputElement>('input[name=strictness]:checked');
    form?.reset();
    if (strict) strict.checked = true;
    this.asked = this.answer = this.fault = undefined;
    this.decisions = new Map();
    this.#keep(true);
    void this.focusOn('#name');
  }

  /** Whether what is in sight may go: decisions that stand in no record are asked after. */
  #leaving(): boolean {
    return !this.#unkept || confirm(say('decided-unsaved'));
  }

  #decided(decision: Decision): void {
    this.decisions = new Map(this.decisions).set(`${decision.list}:${decision.id}`, decision);
    this.#keep(false);
  }

  /** Whether something was decided that stands in no record. The page changes no lists until it does (ui/app.ts). */
  get #unkept(): boolean {
    return this.hasAttribute('running');
  }

  #keep(kept: boolean): void {
    this.toggleAttribute('running', !kept);
    this.requestUpdate();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy || !this.#leaving()) return;
    this.busy = true;
    this.answer = this.fault = undefined;
    this.decisions = new Map();
    this.#keep(true);
    this.problems = new Map();
    try {
      // What is typed while the lists are on their way is asked when they are there, and shown with their age.
      const opened = await this.pack.open();
      if ('ok' in opened) this.lists = opened.ok;
      await this.#ask();
    } finally {
      this.busy = false;
    }
  }

  async #ask(): Promise<void> {
    const text = (id: string) => this.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(`#${id}`)?.value ?? '';
    const place = await this.querySelector<RedzonePlace>('redzone-place')?.value();
    const wrong = place && placeProblem(place);
    if (wrong) return this.#refuse('country', wrong);
    const question: PartyQuestion = {
      name: text('name'),
      ...stated('address', text('address').trim()),
      ...stated('role', text('role')),
      ...stated('identifiers', text('identifiers').split('\n').map((line) => line.trim()).filter(Boolean)),
      kind: this.querySelector<HTMLInputElement>('input[name=kind]:checked')?.value ?? 'unstated',
      countries: place?.kind === 'place' ? [place.code.slice(0, 2)] : [],
      born: text('born').trim(),
      asOf: today(),
      threshold: chosenStrictness(this, 'strictness', this.lists),
      limit: SHOWN,
    };
    const reply = await this.pack.check(question);
    if ('fault' in reply) {
      const field = MENDABLE.get(reply.fault.code);
      if (field) return this.#refuse(field, say(`problem-${reply.fault.code}`));
      this.fault = reply.fault;
    } else {
      this.answer = reply.ok;
    }
    this.asked = question;
    this.dispatchEvent(new AnsweredEvent('party', this.answer?.verdict ?? 'indeterminate'));
    await this.focusOn('.verdict h2');
  }

  async #refuse(field: string, text: string): Promise<void> {
    this.problems = new Map([[field, text]]);
    // A field that is folded away can't be mended; what was opened stays open.
    const details = this.querySelector(`#${field}`)?.closest('details');
    if (details) details.open = true;
    await this.focusOn('.summary');
  }
}

/** A part of a question that is left out when nothing is stated: so it stands in the record. */
function stated<Key extends string, Value extends string | string[]>(key: Key, value: Value): { [key in Key]?: Value } {
  return value.length > 0 ? ({ [key]: value } as { [key in Key]: Value }) : {};
}
