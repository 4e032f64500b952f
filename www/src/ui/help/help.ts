import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import type { EffectShown } from 'redzone-wasm/rules';
import type { Pack } from '../../engine/pack';
import { namesOf, say } from '../../text/text';
import { PageElement } from '../base';
import { contents } from '../contents';
import { faultWords } from '../fault';
import { listEffects } from '../effects';
import { shown } from '../shown';

/** The sections in reading order, each with its number of paragraphs: `help-SECTION` and `help-SECTION-N` are its messages. */
const SECTIONS = { answers: 3, entering: 4, matching: 4, strictness: 2, keys: 3, lists: 1, privacy: 3, limits: 4, errors: 1 };

/** "Help": how to read an answer, how names are compared, what each list does, what is not looked at. */
export class RedzoneHelp extends PageElement {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, open: { type: Boolean }, effects: { state: true } };
  declare pack: Pack;
  declare lists: PackShown | undefined;
  /** Whether the view is the one in sight: the rules are asked, and the long table of errors is there, only then. */
  declare open: boolean;
  declare effects: Map<string, EffectShown[]> | 'missing' | undefined;

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${say('help-title')}</h1>
      <p class="lede">${say('help-lede')}</p>
      ${contents(Object.keys(SECTIONS).map((section) => [`help-${section}`, say(`help-${section}`)]))}
      ${Object.entries(SECTIONS).map(([section, paragraphs]) => html`<section>
        <h2 id="help-${section}" tabindex="-1">${say(`help-${section}`)}</h2>
        ${Array.from({ length: paragraphs }, (_, at) => html`<p>${say(`help-${section}-${at + 1}`)}</p>`)}
        ${section === 'lists' ? this.#effects() : section === 'errors' && this.open ? errors() : nothing}
      </section>`)}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.open && (changed.has('open') || changed.has('lists'))) void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.lists) this.effects = await listEffects(this.pack, this.lists.lists);
  }

  #effects(): TemplateResult {
    const { effects } = this;
    if (!effects || effects === 'missing') return html`<p class="quiet">${say(effects ? 'help-lists-missing' : 'help-lists-coming')}</p>`;
    return html`<dl class="facts wide">${this.lists?.lists.map(({ id, title }) => html`<dt>${shown(title)}</dt>
      <dd>${effects.get(id)?.map(({ meaning, effect, citation }) => html`<span class="sentence">${meaning}</span>: ${effect}. <span class="quiet small">${citation}</span>`)}</dd>`)}</dl>`;
  }
}

/** Every error that has a code, and what to do about it. */
function errors(): TemplateResult {
  return html`<dl class="facts wide errors">${namesOf('fault-').map((name) => name.replace('fault-', '')).map((code) => html`<dt><code>${code}</code></dt><dd>${faultWords({ code, message: '' })}</dd>`)}</dl>`;
}
