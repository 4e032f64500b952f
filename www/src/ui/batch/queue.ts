import { html, nothing, type TemplateResult } from 'lit';
import type { PackShown, PartyAnswer, PartyQuestion } from 'redzone-wasm/party';
import { nameOf } from '../../batch/columns';
import { countryText, questionOf } from '../../batch/question';
import { DECISIONS, type Decision, type Filter, type Item, type Undo } from '../../batch/results';
import type { Run } from '../../batch/run';
import type { Pack } from '../../engine/pack';
import type { Fault } from '../../engine/protocol';
import { count, points, say, sayIf } from '../../text/text';
import { answerOf } from '../answer';
import { PageElement } from '../base';
import { plain, shown } from '../shown';
import { listTitle } from '../titles';
import { scrollTo, windowOf } from './window';

/** How high a row is, in root font sizes: also in style/batch.css. */
const ROW = 4.25;
/** How many rows the list is high at the most. */
const MOST_SEEN = 5;
/** How long a row must be at hand before its details are asked for, in milliseconds: keys held down pass over many. */
const SETTLED = 120;
/** The most parties shown for one row, as for one question. */
const SHOWN = 20;
/** What is undone at the most. */
const UNDONE = 50;

/** Whether single letters decide: until the page is loaded again, for every file that is reviewed. */
let letters = true;

/** By key, what is decided. */
const KEYS: Record<string, Decision> = { s: 'same-party', d: 'different-party', m: 'more-information' };

/** The rows to look at: any number of them in one list, decided by keyboard or pointer, one or many at a time. */
export class RedzoneQueue extends PageElement {
  static override properties = { run: { attribute: false }, pack: { attribute: false }, lists: { attribute: false }, at: { state: true }, asked: { state: true }, answer: { state: true }, fault: { state: true }, problem: { state: true }, keys: { state: true } };
  declare run: Run;
  declare pack: Pack;
  declare lists: PackShown | undefined;
  /** The row at hand, as a place in the list. */
  declare at: number;
  declare asked: PartyQuestion | undefined;
  declare answer: PartyAnswer | undefined;
  declare fault: Fault | undefined;
  declare problem: string;
  /** Whether single letters decide. */
  declare keys: boolean;
  #filter: Filter = { verdict: '', list: '', decided: '' };
  #byScore = true;
  #chosen: Uint32Array = new Uint32Array();
  /** Rows for one decision about many. Numbers alone: it may be a million. */
  #picked: Uint32Array = new Uint32Array();
  #undo: Undo[] = [];
  #waiting: Decision = '';
  #scrolled = 0;
  #view = 0;
  #row = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.at = 0;
    this.problem = '';
    this.keys = letters;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#row = ROW * parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (this.run.results.counts.hit > 0) this.#filter.verdict = 'hit';
    this.#choose();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settle);
  }

  protected override firstUpdated(): void {
    const list = this.querySelector('.queue');
    if (list) new ResizeObserver(() => { this.#view = list.clientHeight; this.requestUpdate(); }).observe(list);
  }

  protected override render(): TemplateResult {
    return html`
      <h2 id="queue-title" tabindex="-1">${say('queue-title')}</h2>
      ${this.#filters()}
      <p class="hint" id="queue-hint">${say('queue-hint')}</p>
      ${this.#list()}
      <p class="files small"><span role="status">${this.#status()}</span></p>
      ${this.#decisions()}
      ${this.#details()}`;
  }

  #filters(): TemplateResult {
    const { results } = this.run;
    const verdicts = (['hit', 'indeterminate', 'rejected'] as const).map((verdict): [string, string] => [verdict, say(`queue-verdict-${verdict}`, { count: count(results.counts[verdict]) })]);
    const lists = results.lists.map((id): [string, string] => [id, this.#title(id)]);
    const set = (more: Partial<Filter>) => { this.#filter = { ...this.#filter, ...more }; this.#pick(); this.at = 0; this.#choose(); };
    return html`<div class="row narrow">
      ${select('queue-verdict', [['', say('queue-all')], ...verdicts], this.#filter.verdict, (verdict) => set({ verdict }))}
      ${select('queue-list', [['', say('queue-all')], ...lists], this.#filter.list, (list) => set({ list }))}
      ${select('queue-decided', [['', say('queue-all')], ['no', say('queue-decided-no')], ['yes', say('queue-decided-yes')]], this.#filter.decided, (decided) => set({ decided: decided as Filter['decided'] }))}
      ${select('queue-order', [['score', say('queue-order-score')], ['file', say('queue-order-file')]], this.#byScore ? 'score' : 'file', (order) => { this.#byScore = order === 'score'; set({}); })}
    </div>`;
  }

  #list(): TemplateResult {
    const { height, first, last, top } = windowOf(this.#chosen.length, this.#row, this.#view, this.#scrolled);
    const seen = [...this.#chosen.subarray(first, last)];
    const active = this.at >= first && this.at < last ? `queue-row-${this.#chosen[this.at]}` : nothing;
    return html`<div class="queue" role="listbox" tabindex="0" aria-labelledby="queue-title" aria-describedby="queue-hint" aria-multiselectable="true" aria-activedescendant=${active}
        .style=${`block-size:calc(${Math.min(MOST_SEEN, Math.max(1, this.#chosen.length)) * ROW}rem + 4px)`} @scroll=${this.#scroll} @keydown=${this.#key}>
      <div class="tall" role="presentation" .style=${`block-size:${height}px`}><div role="presentation" .style=${`transform:translateY(${top}px)`}>
        ${seen.map((item, place) => this.#option(this.run.results.item(item), item, first + place))}
      </div></div>
      ${this.#chosen.length === 0 ? html`<p class="quiet">${say('queue-empty')}</p>` : nothing}
    </div>`;
  }

  #option(item: Item, id: number, at: number): TemplateResult {
    const picked = this.#picked.includes(id);
    const best = item.list ? html`<span>${this.#title(item.list)}</span> <span class="quiet">${points(item.score)}</span>` : html`<span>${this.#why(item)}</span>`;
    return html`<div role="option" id="queue-row-${id}" class=${at === this.at ? 'at' : ''} aria-selected=${picked} aria-posinset=${at + 1} aria-setsize=${this.#chosen.length}
        @click=${() => this.#go(at)} @dblclick=${() => this.#toggle(id)}>
      <p><span class="quiet number">${count(item.number)}</span> ${picked ? html`<span class="tag">${say('queue-picked')}</span> ` : nothing}<strong>${shown(nameOf(item.fields).slice(0, 120) || say('queue-no-name'))}</strong></p>
      <p class="small"><span class="tag ${item.verdict === 'hit' ? 'stop' : 'warn'}">${say(`queue-tag-${item.verdict}`, { hits: item.hits })}</span> ${item.decision ? html`<span class="tag">${say(`decision-${item.decision}`)}</span> ` : nothing}${best}</p>
    </div>`;
  }

  #status(): string {
    const { results } = this.run;
    return say('queue-status', { at: count(this.#chosen.length === 0 ? 0 : this.at + 1), of: count(this.#chosen.length), decided: count(results.decided), picked: count(this.#picked.length) });
  }

  /** What is decided here, about the rows that were picked, or else the one at hand. */
  #decisions(): TemplateResult {
    const item = this.#item();
    const many = this.#picked.length;
    const possible = many > 0 || (item !== undefined && item.verdict !== 'rejected');
    return html`<form class="decide" novalidate autocomplete="off" @submit=${(event: Event) => { event.preventDefault(); this.#decide(this.#waiting || 'different-party'); }}>
      <div class="field ${this.problem ? 'wrong' : ''}">
        <label for="queue-reason">${many > 0 ? say('queue-reason-many', { rows: many, count: count(many) }) : say('queue-reason', { row: count(item?.number ?? 0) })}</label>
        <p class="hint" id="queue-reason-hint">${say('queue-reason-hint')}</p>
        ${this.problem ? html`<p class="problem" id="queue-reason-problem"><span class="unseen">${say('problem-prefix')} </span>${this.problem}</p>` : nothing}
        <input type="text" id="queue-reason" autocomplete="off" spellcheck="false" translate="no" aria-describedby="queue-reason-hint${this.problem ? ' queue-reason-problem' : ''}" aria-invalid=${this.problem ? 'true' : nothing} />
      </div>
      <p class="files">${DECISIONS.slice(1).map((word) => html`<button type="button" id="decide-${word}" ?disabled=${!possible} @click=${() => this.#decide(word)}>${say(`decide-${word}`)}</button>`)}
        <button type="button" class="second" ?disabled=${this.#undo.length === 0} @click=${() => this.#back()}>${say('queue-undo')}</button></p>
      <p class="files"><button type="button" class="second" @click=${() => this.#alike()}>${say('queue-pick-alike')}</button>
        <button type="button" class="second" @click=${() => this.#pick(this.#chosen)}>${say('queue-pick-all', { rows: count(this.#chosen.length) })}</button>
        <button type="button" class="second" ?disabled=${many === 0} @click=${() => this.#pick()}>${say('queue-pick-none')}</button>
        <label class="check"><input type="checkbox" .checked=${this.keys} @change=${(event: Event) => { this.keys = letters = (event.target as HTMLInputElement).checked; }} />${say('queue-keys')}</label></p>
    </form>`;
  }

  #details(): TemplateResult {
    const item = this.#item();
    if (!item) return html``;
    if (item.verdict === 'rejected') return html`<section class="answer" aria-labelledby="queue-verdict"><div class="verdict doubt"><h2 id="queue-verdict" tabindex="-1">${say('queue-rejected', { row: count(item.number) })}</h2><p>${this.#why(item)}</p>
      <ul>${Object.entries(item.fields).map(([field, text]) => html`<li>${say(`batch-field-${field}`)}: ${shown(text.slice(0, 200))}</li>`)}</ul><p>${say('queue-rejected-next')}</p></div></section>`;
    if (this.asked && (this.answer || this.fault)) return answerOf(this.asked, this.answer, this.fault, this.pack, this.lists, 'queue-verdict');
    return html`<p class="quiet"><span class="busy">${say('checking')}</span></p>`;
  }

  #item(): Item | undefined {
    const at = this.#chosen[this.at];
    return at === undefined ? undefined : this.run.results.item(at);
  }

  #title(list: string): string {
    return plain(listTitle(this.lists, list));
  }

  #why({ why, verdict }: Item): string {
    return sayIf(`row-${why}`, sayIf(`fault-${why}`, say(verdict === 'rejected' ? 'row-rejected' : 'row-indeterminate')));
  }

  /** The list anew, by its filter and order; the row at hand stays within it. */
  #choose(): void {
    this.#chosen = this.run.results.chosen(this.#filter, this.#byScore);
    this.#go(Math.min(this.at, Math.max(0, this.#chosen.length - 1)));
  }

  #go(at: number): void {
    if (this.#chosen.length > 0) this.at = Math.max(0, Math.min(this.#chosen.length - 1, at));
    const list = this.querySelector('.queue');
    const to = scrollTo(this.at, this.#chosen.length, this.#row, this.#view, this.#scrolled);
    if (list && to !== undefined) { this.#scrolled = to; list.scrollTop = to; }
    this.asked = this.answer = this.fault = undefined;
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.#ask(), SETTLED);
    this.requestUpdate();
  }

  /** The row at hand once more, with everything that the table did not keep. */
  async #ask(): Promise<void> {
    const item = this.#item();
    if (!item || item.verdict === 'rejected') return;
    const text = countryText(item.fields.country);
    const place = text === '' ? undefined : await this.pack.places(text);
    const code = place && 'ok' in place ? place.ok.exact.slice(0, 2) : undefined;
    const question = questionOf({ number: item.number, wrong: '', fields: item.fields }, this.run.settings, () => code);
    if (typeof question === 'string') return;
    const asked = { ...question, limit: SHOWN };
    const reply = await this.pack.check(asked);
    if (this.#item()?.row !== item.row) return;
    [this.asked, this.answer, this.fault] = [asked, 'ok' in reply ? reply.ok : undefined, 'fault' in reply ? reply.fault : undefined];
  }

  #decide(decision: Decision): void {
    const input = this.querySelector<HTMLInputElement>('#queue-reason');
    const reason = input?.value.trim() ?? '';
    if (reason === '') {
      this.#waiting = decision;
      this.problem = say('queue-problem-reason');
      void this.focusOn('#queue-reason');
      return;
    }
    this.problem = '';
    this.#waiting = '';
    const many = this.#picked.length > 0;
    const undo = this.run.results.decide(many ? this.#picked : this.#chosen.slice(this.at, this.at + 1), decision, reason);
    if (undo.items.length === 0) return;
    this.#undo.push(undo);
    if (this.#undo.length > UNDONE) this.#undo.shift();
    this.#pick();
    // A list of what is not yet decided moves up by itself; in any other the next row is taken up.
    if (this.#filter.decided === '' && !many) this.#go(this.at + 1);
    else this.#choose();
    void this.focusOn('.queue');
  }

  #back(): void {
    const undo = this.#undo.pop();
    if (!undo) return;
    this.run.results.undo(undo);
    this.#choose();
    const place = this.#chosen.indexOf(undo.items[0] ?? -1);
    if (place >= 0) this.#go(place);
    void this.focusOn('.queue');
  }

  #pick(rows: Uint32Array = new Uint32Array()): void {
    this.#picked = rows;
    this.requestUpdate();
    if (rows.length > 0) void this.focusOn('#queue-reason');
  }

  #toggle(id: number): void {
    this.#picked = this.#picked.includes(id) ? this.#picked.filter((one) => one !== id) : Uint32Array.from([...this.#picked, id]);
    this.requestUpdate();
  }

  /** The rows shown with the same best match and score as the row at hand: mostly one party that is in the file many times. */
  #alike(): void {
    const id = this.#chosen[this.at];
    if (id !== undefined) this.#pick(this.run.results.alike(id, this.#chosen));
  }

  #scroll(event: Event): void {
    this.#scrolled = (event.target as HTMLElement).scrollTop;
    this.requestUpdate();
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#view / this.#row) - 1);
    const moves: Record<string, number> = { ArrowDown: this.at + 1, ArrowUp: this.at - 1, PageDown: this.at + page, PageUp: this.at - page, Home: 0, End: this.#chosen.length - 1, ...(this.keys && { j: this.at + 1, k: this.at - 1 }) };
    const id = this.#chosen[this.at];
    const to = moves[event.key];
    const decision = this.keys ? KEYS[event.key] : undefined;
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') this.#pick(this.#chosen);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (to !== undefined) this.#go(to);
    else if (event.key === ' ' && id !== undefined) this.#toggle(id);
    else if (event.key === 'Enter') void this.focusOn('#queue-verdict');
    else if (decision) this.#decide(decision);
    else if (event.key === 'u' && this.keys) this.#back();
    else if (event.key === 'a' && this.keys) this.#alike();
    else return;
    event.preventDefault();
  }
}

function select(id: string, options: [value: string, text: string][], chosen: string, change: (value: string) => void): TemplateResult {
  return html`<div class="field short"><label for=${id}>${say(id)}</label>
    <select id=${id} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}</select></div>`;
}
