import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { DoubtShown, PackShown, PartyAnswer, PartyQuestion } from 'redzone-wasm/party';
import type { Pack } from '../engine/pack';
import type { Fault } from '../engine/protocol';
import { count, country, day, points, say, sayIf } from '../text/text';
import { faulted } from './fault';
import { plain, shown } from './shown';
import { listTitle } from './titles';

/** The published thresholds in their order. */
export const STRICTNESS = ['broad', 'balanced', 'strict'] as const;

/** So many parties fill any screen; the others are drawn once these are. */
const AT_ONCE = 3;

/** The longest name that is written back to the page, in UTF-16 units. */
const SHOWN_AT_MOST = 200;

/** The answer to one question, under the id of its heading: the verdict first, then the parties found, which may be decided about. A fault is an answer that says nothing was checked. */
export function answerOf(asked: PartyQuestion, answer: PartyAnswer | undefined, fault: Fault | undefined, pack: Pack, lists: PackShown | undefined, id = 'verdict-title', decidable = false): TemplateResult {
  return html`<section class="answer" aria-labelledby=${id}>
    ${answer ? verdict(asked, answer, lists, id) : unanswered(fault, id)}
    ${answer?.hits.map((hit, at, hits) => keyed(hit, html`<redzone-hit .hit=${hit} .question=${asked} .asked=${answer.pieces} .pack=${pack} .lists=${lists} ?decidable=${decidable} ?first=${hits.findIndex((other) => other.list === hit.list) === at} ?later=${at >= AT_ONCE}></redzone-hit>`))}
    ${answer && answer.omitted > 0 ? html`<p>${say('omitted', { count: answer.omitted })}</p>` : nothing}
  </section>`;
}

/** Everything that was asked, in the order of the form: the first of it stands out. */
function askedFor({ name, kind, countries, born, address = '', identifiers = [], role }: PartyQuestion): TemplateResult {
  const short = (text: string) => shown(text.length > SHOWN_AT_MOST ? `${text.slice(0, SHOWN_AT_MOST)}…` : text);
  const facts = [...[name, address, ...identifiers].filter((text) => text.trim() !== '').map(short), ...(kind === 'unstated' ? [] : [say(`kind-${kind}`)]), ...countries.map(country), ...(born ? [say('asked-born', { day: day(born) })] : []), ...(role ? [say(`role-${role}`)] : [])];
  return html`<p>${say('asked-for')} ${facts.map((fact, at) => (at === 0 ? html`<strong>${fact}</strong>` : html`; ${fact}`))}</p>`;
}

function verdict(asked: PartyQuestion, answer: PartyAnswer, lists: PackShown | undefined, id: string): TemplateResult {
  const oldest = lists?.lists.map((list) => list.asOf).sort()[0] ?? '';
  const values = { lists: answer.lists, names: count(answer.names), day: day(oldest), parties: answer.hits.length + answer.omitted, named: asked.name.trim() === '' ? 'no' : 'yes' };
  const tone = { hit: 'hit', 'no-match': 'none', indeterminate: 'doubt' }[answer.verdict] ?? 'doubt';
  return html`<div class="verdict ${tone}">
    <h2 id=${id} tabindex="-1">${say(`verdict-${answer.verdict}`, values)}</h2>
    ${askedFor(asked)}
    ${threshold(asked, lists)}
    ${answer.read?.disguises.map((code) => html`<p>${say(`disguise-${code}`)}</p>`)}
    ${answer.doubts.length > 0 ? html`<p>${say('doubts-title')}</p><ul>${answer.doubts.map((doubt) => html`<li>${doubted(doubt, lists)}</li>`)}</ul>` : nothing}
    <p>${say(`verdict-${answer.verdict}-next`, values)}</p>
    ${asked.address ? html`<p>${say('asked-address')}</p>` : nothing}
    ${lists?.notice ? html`<p><strong>${say(`notice-${lists.notice}`)}</strong> ${say('notice-days', { day: day(oldest) })}</p>` : nothing}
  </div>`;
}

/** At which setting was asked, with its score. */
function threshold(asked: PartyQuestion, lists: PackShown | undefined): TemplateResult | typeof nothing {
  const at = lists?.thresholds.findIndex((one) => one.threshold === asked.threshold) ?? -1;
  return at < 0 ? nothing : html`<p class="quiet">${say('asked-strictness', { strictness: say(`choice-${STRICTNESS[at]}`), points: points(asked.threshold ?? 0) })}</p>`;
}

function doubted(doubt: DoubtShown, lists: PackShown | undefined): string {
  const list = plain(listTitle(lists, doubt.list));
  return sayIf(`doubt-${doubt.code}`, doubt.message, { list, days: doubt.days, message: doubt.message });
}

function unanswered(fault: Fault | undefined, id: string): TemplateResult {
  return html`<div class="verdict doubt">
    <h2 id=${id} tabindex="-1">${say('verdict-indeterminate')}</h2>
    ${fault ? faulted(fault) : nothing}
    <p>${say('verdict-indeterminate-next')}</p>
  </div>`;
}
