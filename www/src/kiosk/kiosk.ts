import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../text/text';
import { PageElement } from '../ui/base';
import { IdleWatch, type IdleTimes } from './idle';

/** Set when the kiosk is built. */
declare const __KIOSK__: IdleTimes & { operator: boolean };
export const SETTINGS = __KIOSK__;

/**
 * The kiosk: a start screen, the same page as the site's during a session, and a wipe after it. The wipe loads the document anew, which drops
 * what was typed and found, the engine and its memory, and the browser's list of undone edits; nothing was ever stored.
 */
export class RedzoneKiosk extends PageElement {
  static override properties = { screen: { reflect: true }, left: { state: true }, full: { state: true } };
  declare screen: 'start' | 'session' | 'operator';
  /** Seconds until the wipe, while the warning stands. */
  declare left: number | undefined;
  declare full: boolean;
  #idle = new IdleWatch(SETTINGS, (seconds) => this.#nobody(seconds));

  constructor() {
    super();
    this.screen = 'start';
    this.full = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A link to a view, in the line of the lists' age, starts a session as the button does.
    addEventListener('hashchange', () => { if (this.screen !== 'session' && location.hash !== '') void this.#begin('session'); });
    addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
    document.addEventListener('fullscreenchange', () => { this.full = document.fullscreenElement !== null; });
    // Neither the browser's menu nor a file dropped on the page leads out of the kiosk.
    for (const kind of ['contextmenu', 'dragover', 'drop']) addEventListener(kind, (event) => event.preventDefault());
  }

  protected override render(): TemplateResult {
    return html`
      <redzone-app only="party destination lists help"></redzone-app>
      ${this.screen === 'start' ? this.#start() : nothing}
      ${this.screen === 'operator' ? html`<redzone-operator @redzone-done=${() => this.#begin('start')}></redzone-operator>` : nothing}
      ${this.screen === 'session' ? html`<section class="session" aria-label=${say('kiosk-bar')}><div class="width">
        ${this.#fullButton()}<button class="wipe" type="button" @click=${wipe}>${say('kiosk-finish')}</button></div></section>` : nothing}
      <dialog aria-labelledby="still-title" aria-describedby="still-more" @cancel=${this.#keep} @close=${this.#closed}>
        <h2 id="still-title">${say('kiosk-still')}</h2>
        <p id="still-more">${say('kiosk-still-more')}</p>
        <p class="left" role="timer">${this.left === undefined ? nothing : say('kiosk-still-left', { seconds: this.left })}</p>
        <button type="button" autofocus @click=${this.#keep}>${say('kiosk-keep')}</button>
        <button class="second" type="button" @click=${wipe}>${say('kiosk-wipe-now')}</button>
      </dialog>`;
  }

  #start(): TemplateResult {
    return html`<main class="start width">
      <h1 tabindex="-1">${say('kiosk-title')}</h1>
      <p class="lede">${say('kiosk-lede')}</p>
      <button class="go" type="button" @click=${() => this.#begin('session')}>${say('kiosk-start')}</button>
      <p class="others">${this.#fullButton()}${SETTINGS.operator ? html`<button class="second" type="button" @click=${() => this.#begin('operator')}>${say('kiosk-operator')}</button>` : nothing}</p>
      <p class="quiet small">${say('foot-advice')}</p>
    </main>`;
  }

  #fullButton(): TemplateResult | typeof nothing {
    return document.fullscreenEnabled ? html`<button class="second" type="button" @click=${toggleFull}>${say(this.full ? 'kiosk-full-leave' : 'kiosk-full')}</button>` : nothing;
  }

  async #begin(screen: 'start' | 'session' | 'operator'): Promise<void> {
    this.screen = screen;
    if (screen === 'start') this.#idle.stop();
    else this.#idle.start();
    await this.focusOn(screen === 'session' ? 'redzone-app > main :not([hidden]) > h1' : screen === 'operator' ? 'redzone-operator h1' : '.start h1');
  }

  /** On the operator's screen there is nothing to wipe, and new lists to lose. */
  #nobody(seconds: number): void {
    if (this.screen === 'operator') return void this.#begin('start');
    if (seconds === 0) return wipe();
    this.left = seconds;
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #keep(): void {
    this.left = undefined;
    this.#idle.stay();
    this.querySelector('dialog')?.close();
  }

  /** A browser may close the dialog without asking first, and tells of a closing late: by then the next warning may stand, which stays. */
  #closed(): void {
    if (this.left !== undefined && !this.querySelector('dialog')?.open) this.#keep();
  }
}

/** Nothing stays in sight while the document loads anew, at the start screen and with no view in its address. */
function wipe(): void {
  document.body.replaceChildren();
  location.replace('#');
  location.reload();
}

async function toggleFull(): Promise<void> {
  // A browser that refuses leaves the page as it is, which the button's words go on saying.
  await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
}
