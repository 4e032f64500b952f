import { isMessage, VERSION, type Init, type Settings, type Told } from './protocol';

/** The frame's page lies beside this script; where it comes from is whom we believe. */
const FRAME = new URL(/* @vite-ignore */ 'frame.html', import.meta.url);
/** How long the frame may take to answer before the host's policy is suspected, in milliseconds. */
const PATIENCE = 10_000;
/** The height until the frame has said its own, and the most that it may ask for, in CSS pixels. */
const FIRST_HEIGHT = 640;
const MOST_HEIGHT = 20_000;

/**
 * `<redzone-check>`: checks a party or a destination, in a frame of ours on a host's page.
 *
 * What is typed and what is found stays in the frame: the host's scripts can't reach into another origin, and on the frame's own origin the
 * element refuses to work. The host's policy needs this origin in `script-src` and `frame-src`, and nothing else. Attributes are read once,
 * when the element is put into the page:
 *
 * - `theme`: `light` or `dark`; as the reader's system wants it when not said
 * - `locale`: how days and numbers are written, an English locale such as `en-US`
 * - `max-age`: days until a list is amber, red, and no longer an answer, as `1 3 7`; only sooner than the pack says
 * - `threshold`: 0 to 10000 basis points; only lower than the default, so that more is reported
 * - `verdicts`: when there, the event `redzone-verdict` is sent for each answer, with `detail.about` (`party`, `destination`) and
 *   `detail.verdict`; never with a name. The frame tells the reader
 * - `label`: what a screen reader calls the frame
 */
export class RedzoneCheck extends HTMLElement {
  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #root = this.attachShadow({ mode: 'closed' });

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(':host { display: block; } iframe { display: block; inline-size: 100%; border: 0; } p { padding: 1em; border: 5px solid #a31621; font: 1rem/1.5 system-ui, sans-serif; }');
    this.#root.adoptedStyleSheets = [style];
  }

  connectedCallback(): void {
    if (FRAME.origin === location.origin) return this.#say(`RedZone Screen does not run on its own origin, ${FRAME.origin}: scripts of this page could read what is typed. Serve it from another origin.`);
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('label') ?? 'RedZone Screen: check a party or a destination';
    // Its own origin, which is another one than the host's, so that it may start its engine; no popups, no way to navigate the host.
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    frame.referrerPolicy = 'no-referrer';
    frame.style.blockSize = `${FIRST_HEIGHT}px`;
    this.#frame = frame;
    addEventListener('message', this.#hello);
    this.#patience = setTimeout(() => this.#say(`RedZone Screen could not load. The policy of this page must allow ${FRAME.origin} in frame-src.`), PATIENCE);
    frame.src = FRAME.href;
    this.#root.replaceChildren(frame);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hello);
    clearTimeout(this.#patience);
    this.#port?.close();
    this.#root.replaceChildren();
  }

  /** Only our frame, showing a page of our origin, gets an answer. A frame that is loaded anew says hello again. */
  #hello = (event: MessageEvent): void => {
    const target = this.#frame?.contentWindow;
    if (!target || event.source !== target || event.origin !== FRAME.origin || !isMessage(event.data, 'hello')) return;
    clearTimeout(this.#patience);
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.#told(data as Told);
    target.postMessage({ redzone: VERSION, type: 'init', settings: this.#settings() } satisfies Init, FRAME.origin, [port2]);
  };

  #settings(): Settings {
    const number = (name: string) => (this.hasAttribute(name) ? { [name]: Number(this.getAttribute(name)) } : {});
    const text = (name: string) => (this.hasAttribute(name) ? { [name]: this.getAttribute(name) ?? '' } : {});
    const ages = this.getAttribute('max-age')?.trim().split(/\s+/).map(Number);
    return { ...text('theme'), ...text('locale'), ...number('threshold'), ...(ages && { ages }), verdicts: this.hasAttribute('verdicts') };
  }

  #told(told: Told): void {
    if (told.type === 'height' && this.#frame) this.#frame.style.blockSize = `${Math.min(MOST_HEIGHT, Math.max(0, told.height))}px`;
    if (told.type === 'verdict') this.dispatchEvent(new CustomEvent('redzone-verdict', { bubbles: true, composed: true, detail: { about: told.about, verdict: told.verdict } }));
  }

  #say(text: string): void {
    const told = document.createElement('p');
    told.setAttribute('role', 'alert');
    told.textContent = text;
    this.#root.replaceChildren(told);
  }
}

if (!customElements.get('redzone-check')) customElements.define('redzone-check', RedzoneCheck);
