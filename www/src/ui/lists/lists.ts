import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ListShown, PackShown } from 'redzone-wasm/party';
import type { EffectShown } from 'redzone-wasm/rules';
import type { Pack } from '../../engine/pack';
import type { Refused } from '../../engine/protocol';
import { count, day, say } from '../../text/text';
import { PageElement } from '../base';
import { faultWords } from '../fault';
import { listEffects } from '../effects';
import { shown } from '../shown';
import { coverage } from './coverage';
import { ledger } from './ledger';
import type { Renew } from './update';

/** How far an age is on its way to no longer being an answer, of four. */
const AGES: Record<string, number> = { fresh: 1, amber: 2, red: 3, stopped: 4, ahead: 4 };

/** "Lists": what is searched, how old it is, what it does, who signed it, what was refused, and what is not covered. */
export class RedzoneLists extends PageElement {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, refused: { attribute: false }, open: { type: Boolean }, previous: { attribute: false }, renew: { attribute: false }, effects: { state: true } };
  declare pack: Pack;
  declare lists: PackShown | undefined;
  declare refused: Refused[];
  /** Whether the view is the one in sight: the rules are asked only then. */
  declare open: boolean;
  /** The pack that was in use until a newer one took its place. */
  declare previous: PackShown | undefined;
  /** None where a newer pack is not for the reader to open. */
  declare renew: Renew | undefined;
  declare effects: Map<string, EffectShown[]> | 'missing' | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    if (this.open && (changed.has('open') || changed.has('lists'))) void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.lists) this.effects = await listEffects(this.pack, this.lists.lists);
  }

  protected override render(): TemplateResult {
    const { lists } = this;
    return html`
      <h1 tabindex="-1">${say('lists-title')}</h1>
      <p class="lede">${say('lists-lede')}</p>
      ${lists?.notice ? html`<div class="verdict doubt"><p><strong>${say(`notice-${lists.notice}`)}</strong> ${say(`notice-${lists.notice}-more`)}</p></div>` : nothing}
      ${this.refused?.length ? html`<div class="verdict hit"><h2>${say('lists-refused')}</h2><ul>${this.refused.map(({ name, fault }) => html`<li>${name}: ${faultWords(fault)} <span class="small">${fault.code === 'file-missing' ? nothing : fault.message} <code>${fault.code}</code></span></li>`)}</ul></div>` : nothing}
      ${lists ? html`
        <h2>${say('lists-searched')}</h2>
        <ul class="lists">${lists.lists.map((list) => this.#list(list))}</ul>
        ${coverage(lists)}
        ${ledger(lists)}
        ${this.#pack(lists)}
        ${this.renew ? html`<redzone-update .lists=${lists} .previous=${this.previous} .renew=${this.renew}></redzone-update>` : nothing}` : nothing}`;
  }

  #list(list: ListShown): TemplateResult {
    const bad = !list.ready || ['stopped', 'ahead'].includes(list.freshness);
    return html`<li>
      <h3>${shown(list.title)}</h3>
      <p class="quiet">${shown(list.publisher)}</p>
      <p class="tags"><span class="tag ${bad ? 'stop' : ''}">${say(list.ready ? 'list-signed' : 'list-not-loaded')}</span>
        <span>${say('list-counts', { parties: list.entries, names: count(list.names) })}</span>
        ${list.tier ? html`<span class="tag warn">${say(`tier-${list.tier}`)}</span>` : nothing}</p>
      <p class="age-bar"><span class="steps ${list.freshness}" aria-hidden="true">${[1, 2, 3, 4].map((step) => html`<span class=${step <= (AGES[list.freshness] ?? 4) ? 'on' : ''}></span>`)}</span>
        ${say('list-as-of', { day: day(list.asOf) })} <strong>${say(`age-${list.freshness}`, { days: list.days })}</strong></p>
      <p>${list.changedSince ? say('list-change', { day: day(list.changedSince), added: list.changes[0], delisted: list.changes[1], renamed: list.changes[2], changed: list.changes[3] }) : say('list-change-none')}</p>
      ${this.#does(list.id)}
      ${list.sources.length > 0 ? html`<details><summary>${say('list-sources', { files: list.sources.length })}</summary><ul>${list.sources.map((source) => html`<li>${shown(source.slice(65))}: <code>${source.slice(0, 64)}</code></li>`)}</ul></details>` : nothing}
    </li>`;
  }

  #does(list: string): TemplateResult | typeof nothing {
    const { effects } = this;
    if (!effects) return nothing;
    if (effects === 'missing') return html`<p class="quiet">${say('does-missing')}</p>`;
    return html`${effects.get(list)?.map(({ meaning, effect, citation }) => html`<p><strong class="sentence">${meaning}</strong>: ${effect}. <span class="quiet small">${citation}</span></p>`)}`;
  }

  #pack(lists: PackShown): TemplateResult {
    return html`<h2>${say('pack-title')}</h2><p>${say('pack-lede')}</p>
      <dl class="facts">
        <dt>${say('pack-built')}</dt><dd>${day(lists.built)}</dd>
        <dt>${say('pack-version')}</dt><dd>${lists.version}</dd>
        <dt>${say('pack-expires')}</dt><dd>${day(lists.expires)}${lists.expired ? html` <strong>${say('pack-expired')}</strong>` : nothing}</dd>
        <dt>${say('pack-signer')}</dt><dd><code>${lists.signer}</code></dd>
        <dt>${say('pack-digest')}</dt><dd><code>${lists.digest}</code></dd>
        ${lists.waivers.length > 0 ? html`<dt>${say('pack-waivers')}</dt><dd><ul>${lists.waivers.map((waiver) => html`<li>${shown(waiver)}</li>`)}</ul></dd>` : nothing}
        ${this.previous ? nothing : html`<dt>${say('change-title')}</dt><dd>${say('change-unknown')}</dd>`}
      </dl>`;
  }
}
