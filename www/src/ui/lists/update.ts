import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ListShown, PackShown } from 'redzone-wasm/party';
import type { Fault } from '../../engine/protocol';
import { archived } from '../../source/archive';
import type { Source } from '../../source/source';
import { count, day, say } from '../../text/text';
import { PageElement } from '../base';
import { faulted } from '../fault';
import { shown } from '../shown';

/** Takes a newer pack into use, or says what is wrong with it. */
export type Renew = (newer: Pick<Source, 'pack' | 'file'>) => Promise<Fault | undefined>;

/** "Use newer lists": a signed pack in one file, all of it or nothing, and what it changed. */
export class RedzoneUpdate extends PageElement {
  static override properties = { lists: { attribute: false }, previous: { attribute: false }, renew: { attribute: false }, busy: { state: true }, fault: { state: true } };
  declare lists: PackShown;
  /** The pack that was in use until a newer one took its place; none when none did. */
  declare previous: PackShown | undefined;
  declare renew: Renew;
  declare busy: boolean;
  declare fault: Fault | undefined;

  constructor() {
    super();
    this.busy = false;
  }

  /** With a newer pack every view is made anew, and the field that had the focus is gone. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('previous')) this.querySelector<HTMLElement>('.taken')?.focus();
  }

  protected override render(): TemplateResult {
    const { previous, fault } = this;
    return html`<h2>${say('update-title')}</h2>
      ${previous ? html`<div class="verdict none"><p class="taken" tabindex="-1"><strong>${say('update-done', { day: day(this.lists.built) })}</strong></p></div>${changes(previous.lists, this.lists.lists)}` : nothing}
      <div class="field">
        <label for="newer-pack">${say('update-file')}</label>
        <p class="hint" id="newer-pack-hint">${say('update-file-hint')}</p>
        <input id="newer-pack" type="file" accept=".gz,.tgz,application/gzip" aria-describedby="newer-pack-hint" ?disabled=${this.busy} @change=${this.#open} />
      </div>
      <div role="status">${this.busy ? html`<p class="busy">${say('update-checking')}</p>` : nothing}
        ${fault ? html`<div class="verdict hit"><p><strong>${say('update-refused')}</strong></p>${faulted(fault)}</div>` : nothing}</div>`;
  }

  async #open(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    this.busy = true;
    this.fault = await this.renew(archived(file));
    input.value = '';
    this.busy = false;
  }
}

/** By list: how its parties and names changed, and lists that came or went. */
function changes(before: readonly ListShown[], now: readonly ListShown[]): TemplateResult {
  const ids = [...new Set([...now, ...before].map(({ id }) => id))];
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('change-title')}><table>
    <caption>${say('change-title')}</caption>
    <thead><tr><th scope="col">${say('column-list')}</th><th scope="col">${say('column-day')}</th><th scope="col" class="number">${say('column-entries')}</th><th scope="col" class="number">${say('column-names')}</th></tr></thead>
    <tbody>${ids.map((id) => {
      const [was, is] = [before, now].map((lists) => lists.find((list) => list.id === id));
      return html`<tr><th scope="row">${shown((is ?? was)?.title ?? id)}</th><td>${is ? day(is.asOf) : say('change-gone')}</td>${[[was?.entries, is?.entries], [was?.names, is?.names]].map(([old = 0, fresh = 0]) => html`<td class="number">${count(fresh)} (${fresh === old ? say('change-none') : `${fresh > old ? '+' : '−'}${count(Math.abs(fresh - old))}`})</td>`)}</tr>`;
    })}</tbody></table></div>`;
}
