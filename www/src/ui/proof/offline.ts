import { html, type TemplateResult } from 'lit';
import { askToKeep, forget, kept } from '../../offline/keep';
import { say } from '../../text/text';
import { PageElement } from '../base';

/** "Without a network": whether this release is kept on the device, and the buttons to keep it and to take it off. */
export class RedzoneOffline extends PageElement {
  static override properties = { state: { state: true } };
  declare state: 'asking' | 'none' | 'kept' | 'unable';

  constructor() {
    super();
    this.state = 'asking';
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.state = !navigator.serviceWorker ? 'unable' : (await kept())?.active ? 'kept' : 'none';
  }

  protected override render(): TemplateResult {
    return html`<h2>${say('offline-title')}</h2>
      <div role="status"><p>${say(`offline-${this.state}`)}</p></div>
      ${this.state === 'none' ? html`<button type="button" @click=${askToKeep}>${say('offline-keep')}</button>` : ''}
      ${this.state === 'kept' ? html`<button type="button" class="second" @click=${this.#forget}>${say('offline-forget')}</button>` : ''}`;
  }

  async #forget(): Promise<void> {
    await forget();
    this.state = 'none';
  }
}
