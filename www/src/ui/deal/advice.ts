import { html, nothing, type TemplateResult } from 'lit';
import type { DealAnswer } from 'redzone-wasm/rules';
import { day, say, sayIf } from '../../text/text';
import { shown } from '../shown';

/** What would change the answer, found by asking again. */
export function variations(answer: DealAnswer): TemplateResult | typeof nothing {
  if (answer.variations.length === 0) return nothing;
  return table('deal-variations', ['deal-variation', 'deal-variation-ruling', 'deal-variation-lines'], html`${answer.variations.map((varied) => html`<tr>
    <th scope="row">${shown(varied.change)}</th><td data-head=${say('deal-variation-ruling')}>${sayIf(`deal-then-${varied.ruling}`, say(`deal-ruling-${varied.ruling}`))}</td><td data-head=${say('deal-variation-lines')}>${varied.rules_in_the_way}</td></tr>`)}`);
}

/** What a careful exporter writes in. */
export function guards(answer: DealAnswer, calendar: () => void): TemplateResult | typeof nothing {
  if (answer.guards.length === 0) return nothing;
  return html`${table('deal-guards', ['deal-guard', 'deal-guard-says', 'deal-guard-owner', 'deal-guard-due'], html`${answer.guards.map((guard) => html`<tr>
      <th scope="row">${guard.title}${guard.in_place ? html` <span class="tag">${say('deal-guard-in-place')}</span>` : nothing}</th><td>${guard.says}</td><td data-head=${say('deal-guard-owner')}>${guard.owner}</td>
      <td data-head=${say('deal-guard-due')}>${guard.due}${guard.due_on ? html`<br />${day(guard.due_on)}` : nothing}</td></tr>`)}`)}
    ${answer.guards.some((guard) => guard.due_on) ? html`<p><button type="button" class="second" @click=${calendar}>${say('deal-calendar')}</button></p>` : html`<p class="small quiet">${say('deal-calendar-none')}</p>`}`;
}

/** How far the package is from the terms of the American AI Exports Program. */
export function program(answer: DealAnswer): TemplateResult | typeof nothing {
  if (!answer.program) return nothing;
  return table('deal-program', ['deal-program-check', 'deal-program-met', 'deal-program-term'], html`${answer.program.map((check) => html`<tr>
    <th scope="row">${check.check}</th><td data-head=${say('deal-program-met')}>${say(`deal-tri-${check.met}`)}${check.missing.length > 0 ? html`<br /><span class="quiet">${shown(check.missing.join(', '))}</span>` : nothing}</td><td data-head=${say('deal-program-term')}>${check.term}</td></tr>`)}`);
}

function table(name: string, heads: readonly string[], rows: TemplateResult): TemplateResult {
  return html`<h2 id=${name} tabindex="-1">${say(name)}</h2><p>${say(`${name}-lede`)}</p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby=${name}><table class="wide"><thead><tr>${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
