import { html, nothing, type TemplateResult } from 'lit';
import type { EntryShown, PackShown, PartyHit, PartyQuestion, Piece, ReasonShown } from 'redzone-wasm/party';
import type { EffectShown } from 'redzone-wasm/rules';
import type { Pack } from '../engine/pack';
import { country, day, points, say } from '../text/text';
import { PageElement, painted } from './base';
import { entryFacts } from './entry';
import { law } from './law';
import { pointsTable } from './points';
import type { DecidedEvent, Decision } from './recorded';
import { shown } from './shown';
import { listTitle } from './titles';

/** The longest name that is a heading, in characters: the entry below gives every name whole. */
const HEADING = 160;
/** The most addresses or numbers of a listed party that stand beside those asked for. */
const LINES = 4;

/** One listed party beside what was asked: the names word by word, the facts, what the list does in law, and the sum. */
export class RedzoneHit extends PageElement {
  static override properties = { hit: { attribute: false }, question: { attribute: false }, asked: { attribute: false }, pack: { attribute: false }, lists: { attribute: false }, first: { type: Boolean }, later: { type: Boolean }, decidable: { type: Boolean }, decision: { state: true }, entry: { state: true }, effects: { state: true }, missing: { state: true } };
  declare hit: PartyHit;
  declare question: PartyQuestion;
  declare asked: Piece[];
  declare pack: Pack;
  declare lists: PackShown | undefined;
  /** Whether it is the first hit of its list: what the list does is open there, and a click away below. */
  declare first: boolean;
  /** Whether it stands below others: those are drawn before it. */
  declare later: boolean;
  /** Whether it can be decided about here: where records are kept. */
  declare decidable: boolean;
  declare decision: Decision | undefined;
  declare entry: EntryShown | undefined;
  declare effects: EffectShown[];
  declare missing: boolean;

  constructor() {
    super();
    this.effects = [];
    this.missing = false;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.later && !this.hasUpdated) await painted();
    await super.scheduleUpdate();
  }

  protected override async firstUpdated(): Promise<void> {
    const { hit, pack } = this;
    const entry = await pack.details(hit.list, hit.entry);
    if ('ok' in entry) this.entry = entry.ok;
    else this.missing = true;
    const effects = await pack.effects(hit.list, this.entry?.programs ?? []);
    if ('ok' in effects) this.effects = effects.ok;
  }

  protected override render(): TemplateResult {
    const { hit, entry } = this;
    const list = this.lists?.lists.find(({ id }) => id === hit.list);
    const name = entry?.names[hit.name];
    const primary = entry?.names[0];
    const other = name && primary && name !== primary;
    return html`
      <h3>${primary ? heading(primary.text) : listedWords(hit.reasons)}</h3>
      <p class="tags">
        <span class="tag ${hit.strength === 'possible' ? 'warn' : 'stop'}">${say(`strength-${hit.strength}`)}</span>
        ${this.decidable ? html`<span class="tag">${this.decision ? say(`record-result-${this.decision.decision}`) : say('hit-undecided')}</span>` : nothing}
        <span>${shown(listTitle(this.lists, hit.list))}</span>
        ${entry?.listed ? html`<span class="quiet">${say('listed-since', { day: day(entry.listed) })}</span>` : nothing}
        ${list ? html`<span class="quiet">${say('hit-as-of', { day: day(list.asOf), days: list.days })}</span>` : nothing}
        <span class="quiet">${say('score-of', { points: points(hit.score) })}</span>
      </p>
      ${other ? html`<p>${say(`matched-${name.kind}`)} ${shown(name.text)}</p>` : nothing}
      ${name?.kind === 'ours' ? entry?.remarks.filter((remark) => remark.includes(`\u201c${name.text}\u201d`)).map((remark) => html`<p>${shown(remark)}</p>`) : nothing}
      ${this.#sides(name?.pieces)}
      ${this.effects.map((effect) => law(effect, this.first))}
      <details><summary>${say('why-title', { points: points(hit.score) })}</summary>${pointsTable(hit.reasons, hit.score)}</details>
      ${entry ? html`<details><summary>${say('entry-title')}</summary>${entryFacts(entry)}</details>` : html`<p class="quiet" role="status">${say(this.missing ? 'entry-missing' : 'entry-loading')}</p>`}
      ${this.decidable && entry ? html`<redzone-decide name="${hit.list}-${hit.entry}" .hits=${[{ list: hit.list, id: entry.id, name: primary?.text ?? '' }]} .made=${this.decision} @redzone-decided=${this.#decided}></redzone-decide>` : nothing}`;
  }

  #decided = ({ decision }: DecidedEvent): void => {
    this.decision = decision;
  };

  #sides(listed: Piece[] | undefined): TemplateResult {
    const { hit, question, asked, entry } = this;
    const ours = entry?.names[hit.name]?.kind === 'ours' ? html` <span class="quiet">(${say('name-ours')})</span>` : nothing;
    const name = listed ? html`${marked(listed, hit.reasons, 'listed')}${ours}` : listedWords(hit.reasons);
    const isAddress = entry?.kind === 'address';
    const rows: [string, unknown, unknown][] = [isAddress && question.address ? [say('row-address'), shown(question.address), addresses(entry, Infinity)] : [say('row-name'), asked.length > 0 ? marked(asked, hit.reasons, 'asked') : say('row-not-given'), name]];
    if (entry) {
      const { address = '', identifiers = [] } = question;
      if (address && !isAddress) rows.push([say('row-address'), shown(address), addresses(entry)]);
      if (identifiers.length > 0) rows.push([say('row-numbers'), lines(identifiers), lines(entry.identifiers.map((one) => `${one.kind}: ${one.value}`))]);
      if (question.kind !== 'unstated') rows.push([say('row-kind'), say(`kind-${question.kind}`), say(`kind-${entry.kind}`)]);
      const places = [...new Set([...entry.addresses.map((address) => address.country), ...entry.countries])].filter(Boolean).map(country).join(', ');
      if (question.countries.length > 0) rows.push([say('row-country'), question.countries.map(country).join(', '), places || say('row-not-said')]);
      if (question.born) rows.push([say('row-born'), day(question.born), entry.born.map(day).join(', ') || say('row-not-said')]);
    }
    return html`<table class="sides">
      <thead><tr><td></td><th scope="col">${say('side-asked')}</th><th scope="col">${say('side-listed')}</th></tr></thead>
      <tbody>${rows.map(([title, asked, of]) => html`<tr><th scope="row">${title}</th><td data-side=${say('side-asked')}>${asked}</td><td data-side=${say('side-listed')}>${of}</td></tr>`)}</tbody>
    </table>`;
  }
}

const addresses = ({ addresses }: EntryShown, most = LINES): TemplateResult | string => lines(addresses.map(({ text, country: code }) => [text, country(code)].filter(Boolean).join(', ')), most);

/** The first of several texts, each on its line; the entry below gives all of them. */
function lines(texts: readonly string[], most = LINES): TemplateResult | string {
  if (texts.length === 0) return say('row-not-said');
  const more = texts.length - most;
  return html`${texts.slice(0, most).map((text, at) => html`${at > 0 ? html`<br />` : nothing}${shown(text)}`)}${more > 0 ? html`<br /><span class="quiet">${say('row-more', { count: more })}</span>` : nothing}`;
}

function heading(name: string): TemplateResult {
  const characters = [...name];
  return characters.length > HEADING ? html`${shown(characters.slice(0, HEADING).join(''))}…` : shown(name);
}

/** The words of the list as the reasons give them, while the printed name is still on its way. */
function listedWords(reasons: readonly ReasonShown[]): TemplateResult {
  return shown(reasons.map((reason) => reason.listed).filter(Boolean).join(' '));
}

/** How much a word has in common with the other side. */
type Shared = 'same' | 'near' | 'alone';

/** A name with the words that the reasons speak of marked. The engine cut the name and read its pieces; nothing is compared here. */
function marked(name: readonly Piece[], reasons: readonly ReasonShown[], side: 'asked' | 'listed'): TemplateResult {
  const other = side === 'asked' ? 'listed' : 'asked';
  const said = new Map<string, Shared>();
  for (const reason of reasons) {
    const shared = reason.code === 'same-word' ? 'same' : reason[other] === '' ? 'alone' : 'near';
    for (const word of reason[side].split(' ')) if (!said.has(word)) said.set(word, shared);
  }
  return html`<bdi>${name.map(({ text, words }) => {
    const shared = words.map((word) => said.get(word)).find(Boolean);
    return shared ? html`<mark class=${shared}>${shown(text.trimEnd())}</mark> ` : shown(text);
  })}</bdi>`;
}
