import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PackShown } from 'redzone-wasm/party';
import { Pack } from '../engine/pack';
import type { Fault, Tightened } from '../engine/protocol';
import { load, type Loaded } from '../load';
import { isAsked, keep, whenNewer } from '../offline/keep';
import { inlineManifest } from '../offline/manifest';
import { holds, seal } from '../seal';
import type { Source } from '../source/source';
import { count, day, prepareFormats, say, today } from '../text/text';
import { PageElement } from './base';
import { faulted } from './fault';
import type { Recorded, Save } from './recorded';

const VIEWS = ['party', 'batch', 'destination', 'deal', 'record', 'lists', 'proof', 'help'] as const;
type View = (typeof VIEWS)[number];

/** What a first answer does not need is read this long after the page can give one, in milliseconds, or when it is called for. */
const REST_AFTER = 1_000;

/**
 * The page. It loads, seals itself, starts the engine, and says all the time how old the lists are. The address holds
 * the view's name and nothing else.
 */
export class RedzoneApp extends PageElement {
  static override properties = { only: {}, tightened: { attribute: false }, view: { state: true }, pack: { state: true }, lists: { state: true }, views: { state: true }, fault: { state: true }, previous: { state: true }, recorded: { state: true }, newer: { state: true }, keeping: { state: true }, network: { state: true } };
  declare view: View;
  /** The pack in use, or at first the one that is being opened. */
  declare pack: Pack | undefined;
  /** Its lists, once it is open. */
  declare lists: PackShown | undefined;
  /** Whether the views besides the first have come, or why not. */
  declare views: 'coming' | 'here' | Fault;
  declare fault: Fault | undefined;
  /** The pack that was in use until a newer one took its place. */
  declare previous: PackShown | undefined;
  /** Of what a record is wanted. */
  declare recorded: Recorded | undefined;
  /** Takes a newer release into use that is whole on the device. */
  declare newer: (() => void) | undefined;
  /** Whether the release is being kept on the device, or could not be. */
  declare keeping: 'now' | 'failed' | undefined;
  /** Whether the device has a network, as far as the browser knows. That it has none is told once nothing is missing. */
  declare network: boolean;
  /** Views to show, by name with blanks between; all when there is none. Read once. */
  declare only: string | undefined;
  /** What an embedder tightened. Read once. */
  declare tightened: Tightened | undefined;
  #loaded: Loaded | undefined;
  #sealed = Promise.resolve(false);
  /** Views that were in sight: a first answer does not wait until the others are drawn. */
  #drawn = new Set<View>();
  /** Whether somebody went to another view before the others were there. */
  #moved = false;

  constructor() {
    super();
    this.view = viewNow();
    this.views = 'coming';
    this.network = navigator.onLine;
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.#show());
    for (const event of ['online', 'offline']) window.addEventListener(event, () => { this.network = navigator.onLine; });
    document.title = say('page-title', { view: say(`nav-${this.view}`) });
    inlineManifest();
    try {
      if (isAsked()) await this.#keep();
      const loaded = (this.#loaded = await load());
      seal();
      this.#sealed = holds();
      this.pack = this.#packOf(loaded);
      if (this.view !== 'party') void this.#more();
      const { module, manifest, words } = loaded.supply;
      void Promise.allSettled([module, manifest, words]).then(prepareFormats);
      await this.#open(this.pack, loaded);
      setTimeout(() => { loaded.rest(); void this.#more(); }, REST_AFTER);
      void whenNewer((use) => { this.newer = use; });
    } catch (error) {
      seal();
      this.fault = faultOf(error);
    }
  }

  #packOf({ supply, late }: Loaded): Pack {
    return new Pack({ ...supply, tightened: this.tightened }, late, this.#sealed);
  }

  /** Opens a pack and takes it into use. `older`: the one whose place it may take, which stays in use when it may not. */
  async #open(pack: Pack, loaded: Loaded, older?: Loaded): Promise<void> {
    try {
      const opened = await pack.open();
      if ('fault' in opened) throw opened.fault;
      const whole = older ? await pack.whole((await older.supply.manifest).bytes, today()) : opened;
      if ('fault' in whole) throw whole.fault;
      if (this.pack !== pack) this.pack?.close();
      [this.#loaded, this.lists, this.pack] = [loaded, opened.ok, pack];
    } catch (fault) {
      pack.close();
      throw fault;
    }
  }

  /** Takes the other views into use. One that somebody went to before they were there takes the focus. */
  async #more(): Promise<void> {
    if (!this.#loaded) return;
    try {
      await this.#loaded.views();
      this.views = 'here';
    } catch (fault) {
      this.views = fault as Fault;
    }
    if (this.#moved) await this.#focus();
    this.#moved = false;
  }

  /**
   * Takes a newer pack into use, such as one that somebody opened: the whole of it, verified like any pack and by this page's keys, or nothing.
   * It is held in memory alone. Says what was wrong, if anything.
   */
  async renew(newer: Pick<Source, 'pack' | 'file'>): Promise<Fault | undefined> {
    const [had, before] = [this.#loaded, this.lists];
    if (!had) return { code: 'missing', message: '' };
    // A view that is in the middle of a run says so of itself: lists are never changed under it.
    if (this.querySelector('[running]')) return { code: 'running', message: '' };
    // What may be wrong with a pack is told in words that come late.
    await this.#more();
    try {
      const { entries, record, tables } = had.late;
      const engine = {
        module: (name: 'party' | 'rules' | 'record') => ({ party: () => had.supply.module, rules: entries, record })[name](),
        words: () => had.supply.words,
        tables: async () => (await tables()).bytes,
      };
      const next = await load({ ...newer, ...engine });
      if (sameBytes((await next.supply.manifest).bytes, (await had.supply.manifest).bytes)) throw { code: 'same-pack', message: '' } satisfies Fault;
      await this.#open(this.#packOf(next), next, had);
      this.previous = before;
      return undefined;
    } catch (error) {
      return faultOf(error);
    }
  }

  #renew = (newer: Pick<Source, 'pack' | 'file'>): Promise<Fault | undefined> => this.renew(newer);

  /** Before anything else, so that no request is made after the seal here either. */
  async #keep(): Promise<void> {
    this.keeping = 'now';
    this.keeping = (await keep()) ? undefined : 'failed';
    this.view = viewNow();
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${say('skip')}</a>
      <header class="top"><div class="width">
        <p class="product">${say('product')}</p>
        <nav aria-label=${say('nav')}><ul>${this.#shown().map((view) => html`<li><a href="#${view}" aria-current=${view === this.view ? 'page' : nothing}>${say(`nav-${view}`)}</a></li>`)}</ul></nav>
        <p class="network" role="status">${!this.network && this.lists && this.views === 'here' ? html`<span class="tag">${say('network-none')}</span>` : nothing}</p>
        <p class="state" role="status" data-state=${this.fault ? 'failed' : this.lists ? 'sealed' : 'loading'}>${this.fault ? say('state-failed') : this.lists ? html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z"></path></svg>${say('state-sealed')}` : html`<span class="busy">${say('state-loading')}</span>`}</p>
      </div></header>
      <div role="status" aria-atomic="false">${this.#age()}
      ${this.newer ? html`<section class="age" aria-label=${say('newer-title')}><p class="width">${say('newer-title')} <button type="button" class="second" @click=${this.newer}>${say('newer-use')}</button></p></section>` : nothing}
      ${this.keeping === 'failed' ? html`<section class="age bad" aria-label=${say('keep-failed')}><p class="width">${say('keep-failed')}</p></section>` : nothing}</div>
      <main id="main" class="width" tabindex="-1">${this.fault ? this.#failed(this.fault) : this.pack ? this.#content(this.pack) : this.#coming()}</main>
      <footer class="bottom"><div class="width"><p>${say('foot-privacy')}</p><p>${say('foot-advice')}</p></div></footer>`;
  }

  /** How old the lists are: shown on every view, whatever else happens. */
  #age(): TemplateResult | typeof nothing {
    const { lists, pack, fault } = this;
    if (!lists) return pack && !fault ? html`<section class="age" aria-label=${say('age-title')}><p class="width">${say('age-coming')}</p></section>` : nothing;
    const oldest = lists.lists.reduce((a, b) => (a.days >= b.days ? a : b));
    const names = lists.lists.reduce((sum, list) => sum + list.names, 0);
    const lost = lists.lists.filter((list) => !list.ready).length;
    const bad = lost > 0 || lists.expired || lists.lists.some((list) => ['stopped', 'ahead'].includes(list.freshness));
    return html`<section class="age ${bad ? 'bad' : ''}" aria-label=${say('age-title')}><p class="width">
      ${lists.notice ? html`<strong>${say(`notice-${lists.notice}`)}</strong> ` : nothing}${say('age-line', { lists: lists.lists.length, names: count(names), day: day(oldest.asOf), days: oldest.days })}
      ${lost > 0 ? html`<strong>${say('age-lost', { count: lost })}</strong>` : nothing} ${this.#shown().includes('lists') ? html`<a href="#lists">${say('age-more')}</a>` : nothing}</p></section>`;
  }

  /** A view that was in sight stays in place, hidden or not, so that a form keeps what was typed. The first is there while the lists are still on their way. */
  #content(pack: Pack): TemplateResult {
    const save = this.#shown().includes('record') ? this.#save : undefined;
    this.#drawn.add(this.view);
    const drawn = (view: View, content: TemplateResult) => (this.#drawn.has(view) && (view === 'party' || this.lists) ? content : nothing);
    return html`${keyed(pack, html`
      ${this.view === 'party' || (this.lists && this.views === 'here') ? nothing : this.views === 'coming' || this.views === 'here' ? this.#coming() : this.#failed(this.views)}
      ${drawn('party', html`<redzone-party .pack=${pack} .lists=${this.lists} .save=${save} ?hidden=${this.view !== 'party'}></redzone-party>`)}
      ${drawn('batch', html`<redzone-batch .pack=${pack} .lists=${this.lists} ?hidden=${this.view !== 'batch'}></redzone-batch>`)}
      ${drawn('destination', html`<redzone-destination .pack=${pack} .save=${save} ?hidden=${this.view !== 'destination'}></redzone-destination>`)}
      ${drawn('deal', html`<redzone-deal .pack=${pack} .lists=${this.lists} .save=${save} ?hidden=${this.view !== 'deal'}></redzone-deal>`)}
      ${drawn('lists', html`<redzone-lists .pack=${pack} .lists=${this.lists} .previous=${this.previous} .renew=${this.only ? undefined : this.#renew} .refused=${pack.refused} ?open=${this.view === 'lists'} ?hidden=${this.view !== 'lists'}></redzone-lists>`)}
      ${drawn('proof', html`<redzone-proof .pack=${pack} .lists=${this.lists} ?open=${this.view === 'proof'} ?hidden=${this.view !== 'proof'}></redzone-proof>`)}
      ${drawn('help', html`<redzone-help .pack=${pack} .lists=${this.lists} ?open=${this.view === 'help'} ?hidden=${this.view !== 'help'}></redzone-help>`)}`)}
      ${drawn('record', html`<redzone-record .pack=${pack} .lists=${this.lists} .asked=${this.recorded} ?hidden=${this.view !== 'record'}></redzone-record>`)}`;
  }

  #save: Save = (recorded) => {
    this.recorded = { ...recorded };
    location.hash = '#record';
  };

  #shown(): readonly View[] {
    return VIEWS.filter((view) => !this.only || this.only.split(' ').includes(view));
  }

  #coming(): TemplateResult {
    return html`<h1>${say(`nav-${this.view}`)}</h1><p class="quiet busy">${say(this.keeping === 'now' ? 'keep-now' : 'state-loading')}</p>`;
  }

  #failed(fault: Fault): TemplateResult {
    return html`<div class="verdict doubt" role="alert"><h1>${say('failed-title')}</h1>${faulted(fault)}<p>${say('failed-next')}</p></div>`;
  }

  async #show(): Promise<void> {
    this.view = viewNow();
    document.title = say('page-title', { view: say(`nav-${this.view}`) });
    // A view that is still on its way takes the focus when it has come.
    this.#moved = this.views === 'coming' && this.view !== 'party';
    if (this.#moved) void this.#more();
    await this.#focus();
  }

  #focus(): Promise<void> {
    return this.focusOn(`redzone-${this.view} h1`);
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  }
}

function faultOf(error: unknown): Fault {
  return 'code' in (error as object) && typeof (error as Fault).code === 'string' ? (error as Fault) : { code: 'internal', message: (error as Error).message };
}

function viewNow(): View {
  return VIEWS.find((view) => `#${view}` === location.hash) ?? 'party';
}

function sameBytes(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [a, b] = [new Uint8Array(one), new Uint8Array(other)];
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
