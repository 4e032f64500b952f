import { html, nothing, type TemplateResult } from 'lit';
import type { ListShown, PackShown } from 'redzone-wasm/party';
import type { Refused } from '../engine/protocol';
import { count, day, say, sayIf } from '../text/text';
import { PageElement } from './base';

/** "Lists": what is searched, how old it is, who signed it, and what was refused. */
export class RedzoneLists extends PageElement {
  static override properties = { lists: { attribute: false }, refused: { attribute: false } };
  declare lists: PackShown | undefined;
  declare refused: Refused[];

  protected override render(): TemplateResult {
    const { lists } = this;
    return html`
      <h1 tabindex="-1">${say('lists-title')}</h1>
      <p class="lede">${say('lists-lede')}</p>
      ${lists?.notice ? html`<div class="verdict doubt"><p><strong>${say(`notice-${lists.notice}`)}</strong> ${say(`notice-${lists.notice}-more`)}</p></div>` : nothing}
      ${this.refused?.length ? html`<div class="verdict hit"><h2>${say('lists-refused')}</h2><ul>${this.refused.map(({ name, fault }) => html`<li>${name}: ${sayIf(`fault-${fault.code}`, fault.message)}${fault.code === 'file-missing' ? nothing : html` <span class="small">${fault.message}</span>`}</li>`)}</ul></div>` : nothing}
      ${lists ? this.#table(lists) : nothing}`;
  }

  /** The rows of the publisher's file that are no party of their own, where there are any. */
  #lessRows({ rows: [, joined, ended, dropped] }: ListShown): TemplateResult | typeof nothing {
    return joined + ended + dropped > 0 ? html`<br /><span class="quiet small">${say('rows-less', { joined, ended, dropped })}</span>` : nothing;
  }

  #table(lists: PackShown): TemplateResult {
    const total = (of: 'entries' | 'names' | 'words') => count(lists.lists.reduce((sum, list) => sum + list[of], 0));
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('lists-title')}><table>
      <thead><tr><th scope="col">${say('column-list')}</th><th scope="col">${say('column-as-of')}</th><th scope="col">${say('column-age')}</th><th scope="col" class="number">${say('column-rows')}</th><th scope="col" class="number">${say('column-entries')}</th><th scope="col" class="number">${say('column-names')}</th><th scope="col" class="number">${say('column-words')}</th></tr></thead>
      <tbody>${lists.lists.map((list) => html`<tr>
        <th scope="row">${list.title}<br /><span class="quiet small">${list.publisher}${list.tier ? html`<br />${say(`tier-${list.tier}`)}` : nothing}</span></th>
        <td>${day(list.asOf)}</td>
        <td>${list.ready ? say(`age-${list.freshness}`, { days: list.days }) : html`<strong>${say('list-not-loaded')}</strong>`}</td>
        <td class="number">${count(list.rows[0])}${this.#lessRows(list)}</td><td class="number">${count(list.entries)}</td><td class="number">${count(list.names)}</td><td class="number">${count(list.words)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row" colspan="4">${say('column-total')}</th><td class="number">${total('entries')}</td><td class="number">${total('names')}</td><td class="number">${total('words')}</td></tr></tfoot>
    </table></div>
    <h2>${say('pack-title')}</h2>
    <dl class="facts">
      <dt>${say('pack-built')}</dt><dd>${day(lists.built)}</dd>
      <dt>${say('pack-expires')}</dt><dd>${day(lists.expires)}${lists.expired ? html` <strong>${say('pack-expired')}</strong>` : nothing}</dd>
      <dt>${say('pack-signer')}</dt><dd><code>${lists.signer}</code></dd>
      <dt>${say('pack-digest')}</dt><dd><code>${lists.digest}</code></dd>
      ${lists.waivers.length > 0 ? html`<dt>${say('pack-waivers')}</dt><dd><ul>${lists.waivers.map((waiver) => html`<li>${waiver}</li>`)}</ul></dd>` : nothing}
    </dl>`;
  }
}
