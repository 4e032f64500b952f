import { LitElement, html } from 'lit';
import { EngineClient } from '../engine/client';
import { load } from '../load';
import { seal } from '../seal';
import { say } from '../text/text';

/** The page: loads, seals itself, starts the engine, and shows what it may say. */
export class RedzoneApp extends LitElement {
  static override properties = { state: { state: true } };
  declare state: 'loading' | 'sealed' | 'failed';

  constructor() {
    super();
    this.state = 'loading';
  }

  /** Light DOM: one stylesheet, labels and errors that refer to each other by id, find-in-page and print as they are. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    try {
      const supply = await load();
      seal();
      const up = await new EngineClient(supply).start();
      this.state = 'ok' in up ? 'sealed' : 'failed';
    } catch {
      this.state = 'failed';
    }
  }

  protected override render() {
    return html`<header><p>${say('product')}</p></header>
      <main><h1>${say('check-party')}</h1><p role="status">${say(`engine-${this.state}`)}</p></main>`;
  }
}
