import { html, nothing, type TemplateResult } from 'lit';
import { say, speak } from '../text/text';
import type { Tightened } from '../engine/protocol';
import { AnsweredEvent } from '../ui/answered';
import { PageElement } from '../ui/base';
import { isMessage, VERSION, type Hello, type Init, type Settings, type Told } from './protocol';

/** The frame: the page's two checks, once the host's element has said how. Opened by itself, or by a page of its own origin, it stays shut. */
export class RedzoneFrame extends PageElement {
  static override properties = { settings: { state: true }, refused: { state: true } };
  declare settings: Settings | undefined;
  declare refused: 'alone' | 'same-origin' | undefined;
  #port: MessagePort | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = say('product');
    if (window.parent === window) {
      this.refused = 'alone';
      return;
    }
    addEventListener('message', this.#init);
    addEventListener(AnsweredEvent.NAME, (event) => { if (this.settings?.verdicts) this.#tell({ type: 'verdict', about: (event as AnsweredEvent).about, verdict: (event as AnsweredEvent).verdict }); });
    // A link to a view must not become a step of the host's history.
    addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]:not(.skip)');
      if (!link || event.defaultPrevented) return;
      event.preventDefault();
      location.replace(link.hash);
    });
    // The host's origin is not known yet, and the message says nothing.
    window.parent.postMessage({ redzone: VERSION, type: 'hello' } satisfies Hello, '*');
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.refused) return html`<main class="width"><div class="verdict doubt"><h1>${say('failed-title')}</h1><p>${say(`frame-${this.refused}`)}</p></div></main>`;
    if (!this.settings) return nothing;
    return html`<redzone-app only="party destination" .tightened=${tightened(this.settings)}></redzone-app>
      ${this.settings.verdicts ? html`<aside class="told small width" aria-label=${say('frame-told-title')}><p>${say('frame-told')}</p></aside>` : nothing}`;
  }

  /** Once, from the window that holds this one, and with one end of a channel. */
  #init = (event: MessageEvent): void => {
    const [port] = event.ports;
    if (event.source !== window.parent || !port || !isMessage(event.data, 'init')) return;
    removeEventListener('message', this.#init);
    if (event.origin === location.origin) {
      this.refused = 'same-origin';
      return;
    }
    const { settings } = event.data as Init;
    this.#port = port;
    const theme = String(settings?.theme);
    if (['light', 'dark'].includes(theme)) document.documentElement.dataset['theme'] = theme;
    if (typeof settings?.locale === 'string') speak(settings.locale);
    this.settings = { ...settings };
    new ResizeObserver(() => this.#tell({ type: 'height', height: Math.ceil(this.getBoundingClientRect().height) })).observe(this);
  };

  #tell(told: Told): void {
    this.#port?.postMessage(told);
  }
}

/** Only numbers of the right kind; whether they tighten anything is for the engine to say. */
function tightened({ ages, threshold }: Settings): Tightened {
  const whole = (number: unknown, most: number): number is number => Number.isInteger(number) && (number as number) >= 0 && (number as number) <= most;
  const days = Array.isArray(ages) && ages.length === 3 && ages.every((number) => whole(number, 65_535)) ? (ages as [number, number, number]) : undefined;
  return { ...(days && { ages: days }), ...(whole(threshold, 10_000) && { threshold }) };
}
