import { html, nothing, type TemplateResult } from 'lit';
import type { FindingShown, PlaceAnswer, PlaceQuestion, RemarkShown } from 'redzone-wasm/rules';
import type { Pack } from '../engine/pack';
import type { Fault } from '../engine/protocol';
import { day, placeName, say, today } from '../text/text';
import { AnsweredEvent } from './answered';
import { PageElement } from './base';
import { faulted } from './fault';
import { placeProblem, type PlaceValue, type RedzonePlace } from './place';
import { problem, summary, type Problems } from './problems';
import type { Save } from './recorded';

/** A question, and its places by their names. */
interface Asked { place: string; headquarters: string; question: PlaceQuestion }

/** "Check a destination": where an item goes, who the recipient belongs to, on which day. */
export class RedzoneDestination extends PageElement {
  static override properties = { pack: { attribute: false }, save: { attribute: false }, problems: { state: true }, busy: { state: true }, asked: { state: true }, answer: { state: true }, fault: { state: true } };
  declare pack: Pack;
  /** Keeps the record of an answer; none where records are not written. */
  declare save: Save | undefined;
  declare problems: Problems;
  declare busy: boolean;
  declare asked: Asked | undefined;
  declare answer: PlaceAnswer | undefined;
  declare fault: Fault | undefined;

  constructor() {
    super();
    this.problems = new Map();
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const { problems } = this;
    return html`
      ${summary(problems)}
      <h1 tabindex="-1">${say('destination-title')}</h1>
      <p class="lede">${say('destination-lede')}</p>
      <form novalidate autocomplete="off" @submit=${this.#submit}>
        <redzone-place .pack=${this.pack} field="place" label=${say('field-place')} hint=${say('field-place-hint')} problem=${problems.get('place') ?? ''}></redzone-place>
        <redzone-place .pack=${this.pack} field="headquarters" label=${say('field-headquarters')} hint=${say('field-headquarters-hint')} problem=${problems.get('headquarters') ?? ''}></redzone-place>
        <div class="field short ${problems.has('as-of') ? 'wrong' : ''}">
          <label for="as-of">${say('field-as-of')}</label>
          <p class="hint" id="as-of-hint">${say('field-as-of-hint')}</p>
          ${problem(problems, 'as-of')}
          <input id="as-of" type="text" autocomplete="off" spellcheck="false" value=${today()} aria-describedby=${problems.has('as-of') ? 'as-of-problem as-of-hint' : 'as-of-hint'} aria-invalid=${problems.has('as-of') ? 'true' : nothing} />
        </div>
        <button type="submit">${say('destination-check')}</button>
        <span role="status" class="quiet">${this.busy ? html`<span class="busy">${say('checking')}</span>` : ''}</span>
      </form>
      ${this.asked ? this.#answered(this.asked) : nothing}`;
  }

  #answered(asked: Asked): TemplateResult | typeof nothing {
    const { answer, fault } = this;
    if (!answer && !fault) return nothing;
    const ruling = answer?.ruling ?? 'indeterminate';
    const tone = { prohibited: 'hit', 'license-needed': 'hit', 'no-rule-triggered': 'none' }[ruling] ?? 'doubt';
    return html`<section class="answer" aria-labelledby="ruling-title">
      <div class="verdict ${tone}">
        <h2 id="ruling-title" tabindex="-1">${say(`ruling-${ruling}`)}</h2>
        <p><strong>${asked.place}</strong>${asked.headquarters ? html`, ${say('asked-headquarters')} <strong>${asked.headquarters}</strong>` : nothing}, ${say('asked-on', { day: day(asked.question.asOf) })}</p>
        ${answer?.strictest && answer.strictest !== ruling && ['indeterminate', 'rule-changing'].includes(ruling) ? html`<p>${say('at-stake')} <strong>${say(`level-${answer.strictest}`)}</strong></p>` : nothing}
        ${answer && answer.doubts.length > 0 ? html`<p>${say('doubts-title')}</p><ul>${answer.doubts.map((doubt) => html`<li>${remark('place-doubt', doubt)}</li>`)}</ul>` : nothing}
        ${fault ? faulted(fault) : nothing}
        <p>${say(`ruling-${ruling}-next`)}</p>
      </div>
      ${answer ? ruled(answer) : nothing}
      ${answer && this.save ? html`<p class="hint">${say('save-record-hint')}</p><p class="files"><button type="button" class="second" @click=${() => this.save?.({ kind: 'destination', question: asked.question })}>${say('save-record')}</button>
        <button type="button" class="second" @click=${() => print()}>${say('print')}</button></p>` : nothing}
    </section>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.answer = this.fault = undefined;
    try {
      await this.#ask();
    } finally {
      this.busy = false;
    }
  }

  async #ask(): Promise<void> {
    const problems = new Map<string, string>();
    const place = await this.#placeOf('place', problems, true);
    const headquarters = await this.#placeOf('headquarters', problems, false);
    const asOf = this.querySelector<HTMLInputElement>('#as-of')?.value.trim() ?? '';
    const question = { place: codeOf(place), headquarters: codeOf(headquarters), asOf };
    const reply = problems.size > 0 ? undefined : await this.pack.destination(question);
    if (reply && 'fault' in reply && reply.fault.code === 'as-of') problems.set('as-of', say('problem-as-of'));
    this.problems = problems;
    if (problems.size > 0 || !reply) return this.focusOn('.summary');
    this.asked = { place: nameOf(place), headquarters: nameOf(headquarters), question };
    if ('fault' in reply) this.fault = reply.fault;
    else this.answer = reply.ok;
    this.dispatchEvent(new AnsweredEvent('destination', this.answer?.ruling ?? 'indeterminate'));
    await this.focusOn('.verdict h2');
  }

  async #placeOf(field: string, problems: Map<string, string>, needed: boolean): Promise<PlaceValue> {
    const value = (await this.querySelector<RedzonePlace>(`redzone-place[field=${field}]`)?.value()) ?? { kind: 'none' };
    const wrong = placeProblem(value);
    if (wrong) problems.set(field, wrong);
    if (value.kind === 'none' && needed) problems.set(field, say('problem-place-empty'));
    return value;
  }
}

const codeOf = (value: PlaceValue): string => (value.kind === 'place' ? value.code : '');
const nameOf = (value: PlaceValue): string => (value.kind === 'place' ? placeName(value.code) : '');

/** What the tables say, every rule that spoke, what else must be known, and what was not looked at. */
function ruled(answer: PlaceAnswer): TemplateResult {
  return html`
    <p>${answer.inTables ? say('groups', { groups: answer.groups.split(' ').filter(Boolean).join(', ') || say('groups-empty') }) : say('groups-none')}</p>
    ${answer.marks ? html`<p>${say('marks', { marks: answer.marks.split(' ').join(', ') })}</p>` : nothing}
    ${answer.findings.map(finding)}
    ${answer.notes.length > 0 ? html`<h3>${say('notes-title')}</h3><ul>${answer.notes.map((note) => html`<li>${remark('place-note', note)}</li>`)}</ul>` : nothing}
    <h3>${say('not-looked-at')}</h3>
    <ul>${answer.notConsulted.map((what) => html`<li>${say(`not-looked-at-${what}`)}</li>`)}</ul>
    <p class="small quiet">${say('rules-age', { day: day(answer.rulesAsOf), review: day(answer.reviewBy) })}</p>`;
}

function remark(kind: string, { code, subject, places, row, text, other }: RemarkShown): string {
  return say(`${kind}-${code}`, { subject: subject ? say(`subject-${subject}`) : '', places: places.map(placeName).join(', '), place: placeName(places[0] ?? ''), follows: placeName(places[1] ?? ''), row, text: day(text), other });
}

function finding(one: FindingShown): TemplateResult {
  const tone = { prohibited: 'stop', 'license-needed': 'stop', 'exception-may-apply': 'warn' }[one.level] ?? '';
  const dates = [one.validFrom && 'from', one.validTo && 'to'].filter(Boolean).join('-');
  return html`<article class="finding">
    <h3>${one.title}</h3>
    <p class="tags"><span class="tag ${tone}">${say(`level-${one.level}`)}</span><span>${say(`scope-${one.scope}`)}</span><span class="quiet">${one.authority}</span>
      ${one.subject === 'headquarters' ? html`<span class="tag">${say('by-headquarters')}</span>` : nothing}${one.through ? html`<span class="quiet">${say('through-groups', { groups: one.through })}</span>` : nothing}
      ${one.phase === 'in-force' ? nothing : html`<span class="tag warn">${say(`phase-${one.phase}`)}</span>`}${one.verified ? nothing : html`<span class="tag warn">${say('unverified')}</span>`}</p>
    <p>${one.says}</p>
    ${one.nextStep ? html`<p><strong>${say('next')}</strong> ${one.nextStep}</p>` : nothing}
    ${one.note ? html`<details><summary>${say('note')}</summary><p>${one.note}</p></details>` : nothing}
    <p class="small quiet">${say('rule-source', { citation: one.citation, state: say(`state-${one.state}`), day: day(one.asOf) })} ${dates ? say(`valid-${dates}`, { from: day(one.validFrom), to: day(one.validTo) }) : nothing}</p>
  </article>`;
}
