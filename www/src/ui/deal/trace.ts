import { html, nothing, type TemplateResult } from 'lit';
import type { DealAnswer, DealLine, DealQuestion } from 'redzone-wasm/rules';
import { day, placeName, say } from '../../text/text';
import { lead } from '../lead';
import { shown } from '../shown';

const TONES: Record<string, string> = { prohibited: 'hit', 'license-needed': 'hit', 'no-rule-triggered': 'none' };
/** How what a rule asks for is coloured. */
export const TAGS: Record<string, string> = { prohibited: 'stop', 'license-needed': 'stop', 'exception-may-apply': 'warn' };

/** The ruling, what is at stake, and what keeps the answer from being complete. */
export function verdict(answer: DealAnswer): TemplateResult {
  const missing = [...answer.gaps, ...answer.doubts];
  const open = answer.flags.filter((flag) => ['open', 'raised'].includes(flag.state ?? '')).length;
  return html`<div class="verdict ${TONES[answer.ruling] ?? 'doubt'}">
    <h2 id="deal-ruling" tabindex="-1">${say(`deal-ruling-${answer.ruling}`)}</h2>
    <p>${say('deal-asked-on', { day: day(answer.as_of) })}</p>
    ${answer.at_stake && answer.at_stake !== 'note' && ['indeterminate', 'rule-changing'].includes(answer.ruling) ? html`<p>${say('deal-at-stake')} <strong>${say(`level-${answer.at_stake}`)}</strong></p>` : nothing}
    ${missing.length > 0 ? html`<p>${say('deal-missing-title')}</p><ul>${missing.map((text) => html`<li>${shown(text)}</li>`)}</ul>` : nothing}
    ${open > 0 ? html`<p><a href="#deal-flags" @click=${(event: Event) => lead(event, 'deal-flags')}>${say('deal-open-flags', { count: open })}</a></p>` : nothing}
    <p>${say(`deal-ruling-${answer.ruling}-next`)}</p>
  </div>`;
}

/** The rules that decide or may decide, strictest first. */
export const decidingOf = ({ lines }: DealAnswer): DealLine[] => lines.filter((line) => line.level !== 'note');

/** Every rule that holds or may hold; remarks are folded away. */
export function trace(question: DealQuestion, answer: DealAnswer): TemplateResult {
  const deciding = decidingOf(answer);
  const remarks = answer.lines.filter((line) => line.level === 'note');
  return html`
    <h2 id="deal-lines" tabindex="-1">${say('deal-lines', { count: deciding.length })}</h2>
    ${deciding.length === 0 ? html`<p>${answer.asked ? say('deal-lines-none', { rules: answer.asked.rules, flags: answer.asked.flags }) : say('deal-lines-none-incomplete')}</p>` : nothing}
    ${deciding.map((line) => rule(question, line))}
    ${remarks.length > 0 ? html`<details><summary>${say('deal-remarks', { count: remarks.length })}</summary>${remarks.map((line) => rule(question, line))}</details>` : nothing}
    ${answer.notes.length > 0 ? html`<details><summary>${say('deal-notes', { count: answer.notes.length })}</summary><ul>${answer.notes.map((note) => html`<li>${note}</li>`)}</ul></details>` : nothing}`;
}

function rule(question: DealQuestion, line: DealLine): TemplateResult {
  const dates = [line.valid_from && 'from', line.valid_to && 'to'].filter(Boolean).join('-');
  return html`<article class="finding">
    <h3>${line.title}</h3>
    <p class="tags"><span class="tag ${TAGS[line.level] ?? ''}">${line.holds === 'yes' ? '' : `${say('deal-may-hold')} `}${say(`level-${line.level}`)}</span>
      <span>${say(`deal-test-${line.test.replace(' ', '-')}`)}</span>${about(question, line).map((what) => html`<span>${shown(what)}</span>`)}<span class="quiet">${line.authority}</span>
      ${line.phase === 'in force' ? nothing : html`<span class="tag warn">${line.phase}</span>`}${line.confidence === 'verified' ? nothing : html`<span class="tag warn">${say('unverified')}</span>`}</p>
    <p>${line.says}</p>
    ${line.policy ? html`<p><strong>${say('deal-policy')}</strong> ${line.policy}</p>` : nothing}
    ${line.lifted_by ? html`<p><strong>${say('deal-exception')}</strong> ${say('deal-lifted', { code: line.lifted_by })}</p>` : nothing}
    ${!line.lifted_by && line.exceptions.length > 0 ? html`<p><strong>${say('deal-exception')}</strong> ${say('deal-liftable', { codes: line.exceptions.join(', ') })}</p>` : nothing}
    ${line.missing.length > 0 ? html`<p><strong>${say('deal-line-missing')}</strong> ${line.missing.map((fact) => say(`deal-fact-${fact}`)).join(', ')}</p>` : nothing}
    <p><strong>${say('next')}</strong> ${line.next_step}</p>
    <p class="small quiet">${say('rule-source', { citation: line.citation, state: say(`state-${line.state}`), day: day(line.source_as_of) })} ${dates ? say(`valid-${dates}`, { from: day(line.valid_from ?? ''), to: day(line.valid_to ?? '') }) : nothing} <code>${line.id}</code></p>
    <p class="small quiet">${say('deal-source')} ${line.source}</p>
  </article>`;
}

/** The item, party and place that a line is about. */
function about(question: DealQuestion, line: DealLine): string[] {
  const item = line.item === undefined ? '' : (question.items?.[line.item]?.name ?? say('deal-item', { number: line.item + 1 }));
  const party = line.party === undefined ? '' : (question.parties?.[line.party]?.name ?? say('deal-party', { number: line.party + 1 }));
  return [item, party, line.place ? placeName(line.place) : ''].filter(Boolean);
}
