import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../engine/protocol';
import { archived } from '../source/archive';
import { day, say } from '../text/text';
import type { RedzoneApp } from '../ui/app';
import { PageElement } from '../ui/base';
import { faulted } from '../ui/fault';
import { SETTINGS } from './kiosk';
import { kioskWith } from './save';

/** The operator's screen: what is in use, and a newer pack from a file. */
export class RedzoneOperator extends PageElement {
  static override properties = { busy: { state: true }, taken: { state: true }, fault: { state: true } };
  declare busy: boolean;
  /** The file whose lists are in use now. */
  declare taken: Blob | undefined;
  declare fault: Fault | undefined;

  constructor() {
    super();
    this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`<main class="width">
      <h1 tabindex="-1">${say('operator-title')}</h1>
      <p class="lede">${say('operator-lede')}</p>
      <h2>${say('operator-now')}</h2>
      ${this.#now()}
      <div class="field"><label for="pack-file">${say('operator-file')}</label><p class="hint" id="pack-file-hint">${say('operator-file-hint')}</p>
        <input id="pack-file" type="file" accept=".gz,.tgz,application/gzip" aria-describedby="pack-file-hint" ?disabled=${this.busy} @change=${this.#open} /></div>
      <div role="status">${this.busy ? html`<p class="busy">${say('operator-busy')}</p>` : nothing}
        ${this.taken ? html`<div class="verdict none"><h2>${say('operator-taken')}</h2><p>${say('operator-taken-more')}</p><button type="button" @click=${this.#save}>${say('operator-save')}</button></div>` : nothing}
        ${this.fault ? html`<div class="verdict hit"><h2>${say('operator-refused')}</h2>${faulted(this.fault)}</div>` : nothing}</div>
      <p class="quiet small">${say('operator-idle', { idle: SETTINGS.idle, warning: SETTINGS.warning })}</p>
      <button class="second" type="button" @click=${() => this.dispatchEvent(new Event('redzone-done'))}>${say('operator-back')}</button>
    </main>`;
  }

  #now(): TemplateResult | typeof nothing {
    const lists = page()?.lists;
    if (!lists) return nothing;
    const oldest = lists.lists.reduce((a, b) => (a.days >= b.days ? a : b));
    return html`<p>${say('operator-version', { version: lists.version, day: day(lists.built), oldest: day(oldest.asOf), days: oldest.days })} ${say('operator-expires', { day: day(lists.expires) })}</p>
      <p class="small">${say('operator-signer')} <code>${lists.signer}</code></p>`;
  }

  async #open(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    this.busy = true;
    this.taken = this.fault = undefined;
    this.fault = await page()?.renew(archived(file));
    if (!this.fault) this.taken = file;
    input.value = '';
    this.busy = false;
  }

  async #save(): Promise<void> {
    if (!this.taken) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await kioskWith(this.taken));
    link.download = 'redzone-kiosk.html';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

const page = (): RedzoneApp | null => document.querySelector('redzone-app');
