import Combobox from '@github/combobox-nav';
import { html, nothing, type TemplateResult } from 'lit';
import { ref, createRef } from 'lit/directives/ref.js';
import type { PlaceOption } from 'redzone-wasm/rules';
import type { Pack } from '../engine/pack';
import type { Fault } from '../engine/protocol';
import { placeName, say, sayIf } from '../text/text';
import { PageElement } from './base';

/** What is in a place field: nothing, one place, a text that names none or several, or a text that could not be looked up. */
export type PlaceValue = { kind: 'none' } | { kind: 'place'; code: string } | { kind: 'unclear'; text: string; why: string } | { kind: 'unread'; fault: Fault };

/** What is wrong with a value, in words; nothing when it is a place or empty. */
export function placeProblem(value: PlaceValue): string | undefined {
  if (value.kind === 'unclear') return say('problem-place', { text: value.text.slice(0, 60), why: value.why });
  return value.kind === 'unread' ? say('problem-place-unread', { why: sayIf(`fault-${value.fault.code}`, value.fault.message) }) : undefined;
}

/**
 * A text field for a country, territory or region, with suggestions. The engine knows the names and spellings, in sixty languages, and says
 * which places a text may mean; this element only shows them.
 */
export class RedzonePlace extends PageElement {
  static override properties = { pack: { attribute: false }, field: {}, label: {}, hint: {}, problem: {}, start: {}, options: { state: true } };
  declare pack: Pack;
  declare field: string;
  declare label: string;
  declare hint: string;
  declare problem: string;
  /** What stands in the field at first: a code, or a text. */
  declare start: string;
  declare options: PlaceOption[];

  #input = createRef<HTMLInputElement>();
  #list = createRef<HTMLElement>();
  #combobox: Combobox | undefined;
  #chosen = '';
  #asked = 0;

  constructor() {
    super();
    this.problem = this.start = '';
    this.options = [];
  }

  /** What the field holds now. */
  async value(): Promise<PlaceValue> {
    const text = this.#input.value?.value.trim() ?? '';
    if (text === '') return { kind: 'none' };
    if (this.#chosen !== '') return { kind: 'place', code: this.#chosen };
    const reply = await this.pack.places(text);
    if ('fault' in reply) return { kind: 'unread', fault: reply.fault };
    return reply.ok.exact ? { kind: 'place', code: reply.ok.exact } : { kind: 'unclear', text, why: reply.ok.why };
  }

  /** The code of the place that was chosen, or else the text, as typed. */
  get written(): string {
    return this.#chosen || (this.#input.value?.value.trim() ?? '');
  }

  protected override firstUpdated(): void {
    const [input, list] = [this.#input.value, this.#list.value];
    if (input && this.start) {
      input.value = placeName(this.start);
      if (input.value !== this.start) this.#chosen = this.start;
    }
    if (input && list) this.#combobox = new Combobox(input, list, { tabInsertsSuggestions: false });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#combobox?.stop();
  }

  protected override render(): TemplateResult {
    const described = [this.hint ? `${this.field}-hint` : '', this.problem ? `${this.field}-problem` : ''].filter(Boolean).join(' ');
    return html`<div class="field middle ${this.problem ? 'wrong' : ''}">
      <label for=${this.field}>${this.label}</label>
      ${this.hint ? html`<p class="hint" id="${this.field}-hint">${this.hint}</p>` : nothing}
      ${this.problem ? html`<p class="problem" id="${this.field}-problem"><span class="unseen">${say('problem-prefix')} </span>${this.problem}</p>` : nothing}
      <div class="place">
        <input ${ref(this.#input)} id=${this.field} type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-describedby=${described || nothing} aria-invalid=${this.problem ? 'true' : nothing}
          @input=${this.#suggest} @keydown=${this.#key} @blur=${this.#leave} />
        <ul ${ref(this.#list)} id="${this.field}-options" role="listbox" aria-label=${this.label} ?hidden=${this.options.length === 0} @combobox-commit=${this.#choose} @mousedown=${(event: Event) => event.preventDefault()}>
          ${this.options.map((place, at) => html`<li role="option" id="${this.field}-option-${at}" data-at=${at}>${placeName(place.code)}</li>`)}
        </ul>
        <span class="unseen" role="status">${this.options.length > 0 ? say('place-options', { count: this.options.length }) : ''}</span>
      </div>
    </div>`;
  }

  async #suggest(): Promise<void> {
    this.#chosen = '';
    // What was suggested for another text can't be picked by key while the next suggestions come.
    this.#combobox?.stop();
    const text = this.#input.value?.value.trim() ?? '';
    const turn = ++this.#asked;
    const reply = text === '' ? undefined : await this.pack.places(text);
    if (turn !== this.#asked) return;
    await this.#show(reply && 'ok' in reply ? reply.ok.options : []);
  }

  async #show(options: PlaceOption[]): Promise<void> {
    this.#combobox?.stop();
    this.options = options;
    await this.updateComplete;
    if (options.length > 0) this.#combobox?.start();
  }

  #choose(event: Event): void {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
    const place = this.options[Number(option?.dataset['at'])];
    if (!place || !this.#input.value) return;
    this.#chosen = place.code;
    this.#input.value.value = placeName(place.code);
    this.#input.value.dispatchEvent(new Event('change', { bubbles: true }));
    void this.#show([]);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.options.length === 0) return;
    event.preventDefault();
    void this.#show([]);
  }

  #leave(): void {
    this.#asked += 1;
    void this.#show([]);
  }
}
