import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { say, today } from '../../text/text';
import { PageElement } from '../base';
import { problem, type Problems } from '../problems';
import { DecidedEvent, type Decision } from '../recorded';
import { plain, shown } from '../shown';

const DECISIONS = ['different-party', 'same-party', 'more-information'] as const;
/** The longest that a decision holds, in days. */
const LONGEST = 365;

/** A hit that can be decided about. */
interface Choice { list: string; id: string; name: string }

/** Who decided last on this page, and until when that holds: mostly the same person goes on. Held in memory alone. */
let last = { by: '', until: '' };

/** The form of a decision about one of some hits. It tells what was decided with a `redzone-decided` event, and nothing while something is missing: that is said at its field. */
export class RedzoneDecide extends PageElement {
  static override properties = { name: {}, hits: { attribute: false }, made: { attribute: false }, busy: { type: Boolean }, problems: { state: true } };
  /** What tells its fields from those of other forms on the page. */
  declare name: string;
  declare hits: readonly Choice[];
  /** What was decided here and is in no record yet. */
  declare made: Decision | undefined;
  /** Whether what was decided before is still being written: until then nothing more is taken. */
  declare busy: boolean;
  declare problems: Problems;

  constructor() {
    super();
    this.name = '';
    this.hits = [];
    this.busy = false;
    this.problems = new Map();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('made') && this.made) this.querySelector<HTMLElement>('.made')?.focus();
  }

  protected override render(): TemplateResult {
    const { hits, made } = this;
    const id = (field: string) => `decide-${this.name}-${field}`;
    const title = made ? 'record-decide-change' : hits.length === 1 ? 'record-decide-one' : 'record-decide';
    return html`
      ${made ? html`<p class="made" tabindex="-1"><strong>${say('record-decide-made', { decision: say(`record-result-${made.decision}`) })}</strong> ${shown(made.reason)}</p>` : nothing}
      <details class="decide" @toggle=${this.#begin}><summary>${say(title)}</summary>
        <form novalidate autocomplete="off" @submit=${this.#submit}>
          ${hits.length > 1 ? html`<div class="field"><label for=${id('hit')}>${say('record-decide-hit')}</label><select id=${id('hit')} name="hit">${hits.map((hit, at) => html`<option value=${at}>${plain(hit.name)} (${hit.list} ${plain(hit.id)})</option>`)}</select></div>` : nothing}
          <fieldset><legend>${say('record-decide-what')}</legend><div class="choices">${DECISIONS.map((decision) => html`<label><input type="radio" name="decision" value=${decision} ?checked=${decision === 'more-information'} />${say(`record-decide-${decision}`)}</label>`)}</div></fieldset>
          ${this.#field('reason', 'record-decide-reason-hint', (aria, invalid) => html`<textarea id=${id('reason')} name="reason" rows="3" dir="auto" aria-describedby=${aria} aria-invalid=${invalid}></textarea>`)}
          ${this.#field('by', '', (aria, invalid) => html`<input id=${id('by')} name="by" type="text" autocomplete="off" aria-describedby=${aria} aria-invalid=${invalid} />`)}
          ${this.#field('until', 'record-decide-until-hint', (aria, invalid) => html`<input id=${id('until')} name="until" type="date" aria-describedby=${aria} aria-invalid=${invalid} />`)}
          <button type="submit" aria-disabled=${this.busy ? 'true' : nothing}>${say('record-decide-do')}</button>
          <p class="small quiet">${say('record-decide-kept')}</p>
        </form></details>`;
  }

  #field(name: keyof Decision, hint: string, input: (describedBy: string | typeof nothing, invalid: 'true' | typeof nothing) => TemplateResult): TemplateResult {
    const id = `decide-${this.name}-${name}`;
    const wrong = this.problems.has(id);
    const described = [hint && `${id}-hint`, wrong && `${id}-problem`].filter(Boolean).join(' ');
    return html`<div class="field ${name === 'by' ? 'middle' : ''} ${wrong ? 'wrong' : ''}">
      <label for=${id}>${say(`record-decide-${name}`)}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${say(hint)}</p>` : nothing}
      ${problem(this.problems, id)}${input(described || nothing, wrong ? 'true' : nothing)}</div>`;
  }

  #begin = ({ target }: Event): void => {
    for (const field of ['by', 'until'] as const) {
      const input = (target as HTMLElement).querySelector<HTMLInputElement>(`[name=${field}]`);
      if (input?.value === '') input.value = last[field];
    }
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const details = form.closest('details');
    // Shut when it was just sent: twice in a breath is one decision.
    if (this.busy || !details?.open) return;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const hit = this.hits[Number(text('hit'))];
    if (!hit) return;
    const decision: Decision = { list: hit.list, id: hit.id, decision: (text('decision') || 'more-information') as Decision['decision'], reason: text('reason'), by: text('by'), decided: today(), until: text('until') };
    this.problems = lacking(decision, (field) => `decide-${this.name}-${field}`);
    const [first] = this.problems.keys();
    if (first) return void this.focusOn(`[id="${first}"]`);
    last = { by: decision.by, until: decision.until };
    details.open = false;
    this.dispatchEvent(new DecidedEvent(decision));
    // The form is shut: the focus stays at its door, or goes to what was decided where that is shown.
    details.querySelector('summary')?.focus();
  };
}

/** What is missing in a decision, by the id of its field. */
function lacking({ reason, by, decided, until }: Decision, id: (field: string) => string): Problems {
  const days = (Date.parse(until) - Date.parse(decided)) / 86_400_000;
  const wrong = { reason: !reason, by: !by, until: !(days >= 0 && days <= LONGEST) };
  return new Map(Object.entries(wrong).filter(([, is]) => is).map(([field]) => [id(field), say(`record-problem-${field}`)]));
}
