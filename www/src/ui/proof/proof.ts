import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import type { Inside } from '../../engine/attack';
import type { Pack } from '../../engine/pack';
import { PROBE, sealedAt } from '../../seal';
import { count, say } from '../../text/text';
import { PageElement } from '../base';
import { attack, type Attempt } from './attack';
import { channels, OPEN } from './channels';
import { digests } from './digests';
import { policies } from './policies';

/** "Prove it": what the page may do, an attack on it from inside, what it asked for, and what runs. */
export class RedzoneProof extends PageElement {
  static override properties = { pack: { attribute: false }, lists: { attribute: false }, open: { type: Boolean }, attempts: { state: true }, inside: { state: true }, busy: { state: true }, requests: { state: true } };
  declare pack: Pack;
  declare lists: PackShown | undefined;
  /** Whether the view is the one in sight: requests are counted only then. */
  declare open: boolean;
  /** By channel; none before the first attack. */
  declare attempts: Map<string, Attempt> | undefined;
  declare inside: Inside | 'fault' | undefined;
  declare busy: boolean;
  declare requests: PerformanceEntry[];

  #observer: PerformanceObserver | undefined;

  constructor() {
    super();
    this.busy = false;
    this.requests = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open || this.#observer) return;
    this.#observer = new PerformanceObserver(() => this.#count());
    this.#observer.observe({ type: 'resource', buffered: true });
    this.#count();
  }

  /** An attempt that was refused is counted by some browsers too, without an answer: it never left, and is left out here. */
  #count(): void {
    this.requests = performance.getEntriesByType('resource').filter((entry) => !entry.name.includes(PROBE) || (entry as PerformanceResourceTiming).responseStatus > 0);
  }

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${say('proof-title')}</h1>
      <p class="lede">${say('proof-lede')}</p>
      ${this.#counted()}
      ${this.#attacked()}
      <section><h2>${say('proof-self')}</h2>
        <p>${say('proof-self-1', { count: this.pack.known.manifest === this.lists?.digest ? this.pack.known.answers.length : 0 })}</p>
        <p>${say('proof-self-2')}</p></section>
      <section><h2>${say('proof-policy')}</h2><p>${say('proof-policy-1')}</p>${policies()}</section>
      <section><h2>${say('proof-open')}</h2><p>${say('proof-open-1')}</p>
        <dl class="facts wide">${OPEN.map((id) => html`<dt>${say(`open-${id}`)}</dt><dd>${say(`open-${id}-1`)}</dd>`)}</dl></section>
      <section><h2>${say('proof-digests')}</h2><p>${say('proof-digests-1')}</p>${digests(this.lists)}</section>
      <section><h2>${say('proof-yourself')}</h2><p>${say('proof-yourself-lede')}</p>
        <ol>${[1, 2, 3, 4, 5].map((step) => html`<li>${say(`proof-yourself-${step}`)}</li>`)}</ol></section>
      <redzone-offline></redzone-offline>`;
  }

  /** What the browser counted, before the seal and since. */
  #counted(): TemplateResult {
    const since = this.requests.filter((entry) => sealedAt === undefined || entry.startTime > sealedAt);
    const wrong = sealedAt === undefined || since.length > 0;
    return html`<section><h2>${say('proof-requests')}</h2>
      <p class="figures" role="status"><span class="figure ${wrong ? 'bad' : ''}"><strong>${count(since.length)}</strong> ${say('proof-since', { count: since.length })}</span>
      <span class="figure"><strong>${count(this.requests.length - since.length)}</strong> ${say('proof-before', { count: this.requests.length - since.length })}</span></p>
      ${since.length > 0 ? html`<ul>${since.map(({ name }) => html`<li><code>${name}</code></li>`)}</ul>` : nothing}
      <p>${say('proof-requests-1')}</p></section>`;
  }

  #attacked(): TemplateResult {
    const { attempts, inside } = this;
    const all = channels(() => undefined);
    return html`<section><h2>${say('proof-attack')}</h2>
      <p>${say('proof-attack-1', { count: all.length })}</p>
      <button type="button" @click=${this.#attack}>${say(attempts ? 'proof-attack-again' : 'proof-attack-start')}</button>
      <div role="status" class="outcome">${this.busy ? html`<p class="quiet busy">${say('proof-attacking')}</p>` : attempts ? this.#verdict(attempts, all.length) : nothing}</div>
      ${attempts ? html`<div class="scroll" tabindex="0" role="group" aria-label=${say('proof-attack')}><table>
        <thead><tr><th scope="col">${say('column-channel')}</th><th scope="col">${say('column-outcome')}</th><th scope="col">${say('column-by')}</th></tr></thead>
        <tbody>${all.map(({ id }) => this.#row(say(`channel-${id}`), attempts.get(id)))}
          ${typeof inside === 'object' ? [...inside.refused, ...inside.out].map((id) => this.#row(`${say('channel-inside')} ${say(`channel-${id}`)}`, { id, outcome: inside.out.includes(id) ? 'unseen' : 'refused', by: '' })) : nothing}
          ${typeof inside === 'object' ? inside.absent.map((name) => this.#row(`${say('channel-inside')} ${say(`absent-${name}`)}`, { id: name, outcome: 'absent', by: name })) : nothing}</tbody>
      </table></div>
      ${typeof inside === 'object' ? html`<p>${say('proof-inside', { count: inside.requests })}</p>` : inside ? html`<p><strong>${say('proof-inside-fault')}</strong></p>` : nothing}` : nothing}
    </section>`;
  }

  #row(title: string, attempt: Omit<Attempt, 'outcome'> & { outcome: Attempt['outcome'] | 'absent' } | undefined): TemplateResult {
    const outcome = attempt?.outcome ?? 'running';
    return html`<tr><th scope="row">${title}</th><td><span class="tag ${{ refused: '', running: '', absent: '', out: 'stop', unseen: 'warn' }[outcome]}">${say(`outcome-${outcome}`)}</span></td><td>${attempt?.by ? html`<code>${attempt.by}</code>` : nothing}</td></tr>`;
  }

  #verdict(attempts: Map<string, Attempt>, channels: number): TemplateResult {
    const inside = typeof this.inside === 'object' ? this.inside : undefined;
    const refused = [...attempts.values()].filter(({ outcome }) => outcome === 'refused').length + (inside?.refused.length ?? 0);
    const all = channels + (inside ? inside.refused.length + inside.out.length : 1);
    return html`<div class="verdict ${refused === all ? 'none' : 'hit'}"><p><strong>${say(refused === all ? 'proof-held' : 'proof-broken', { refused, all })}</strong></p></div>`;
  }

  async #attack(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.attempts = new Map();
    this.inside = undefined;
    await attack((attempt) => { this.attempts = new Map(this.attempts).set(attempt.id, attempt); });
    const reply = await this.pack.attack(new URL(PROBE, document.baseURI).href);
    this.inside = 'ok' in reply ? reply.ok : 'fault';
    this.#count();
    this.busy = false;
  }
}
