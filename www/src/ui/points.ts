import { html, svg, type TemplateResult } from 'lit';
import type { ReasonShown } from 'redzone-wasm/party';
import { points, say } from '../text/text';
import { shown } from './shown';

/** The longest score, in basis points: the width of a bar's ground. */
const WHOLE = 10_000;

/** Why a score is what it is: every step with its points, and the sum. The bars repeat the numbers and say nothing more. */
export function pointsTable(reasons: readonly ReasonShown[], score: number): TemplateResult {
  let sum = 0;
  const steps = reasons.map((reason) => {
    const from = sum;
    sum += reason.points;
    return { reason, from, to: sum };
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('points-caption')}><table class="points">
    <caption>${say('points-caption')}</caption>
    <thead><tr>
      <th scope="col">${say('points-asked')}</th><th scope="col">${say('points-listed')}</th><th scope="col">${say('points-seen')}</th>
      <td class="bar"></td><th scope="col" class="number">${say('points-points')}</th>
    </tr></thead>
    <tbody>${steps.map(({ reason, from, to }) => html`<tr>
      <td>${fact(reason.asked)}</td><td>${fact(reason.listed)}</td><td>${say(`reason-${reason.code}`)}</td>
      <td class="bar">${bar(Math.min(from, to), Math.abs(to - from), reason.points < 0 ? 'loss' : 'gain')}</td>
      <td class="number">${reason.points > 0 ? '+' : ''}${points(reason.points)}</td>
    </tr>`)}</tbody>
    <tfoot><tr><th scope="row" colspan="3">${say('points-sum')}</th><td class="bar">${bar(0, score, 'sum')}</td><td class="number">${points(score)}</td></tr></tfoot>
  </table></div>`;
}

function fact(text: string): TemplateResult {
  return text === '' ? html`<span class="quiet">${say('points-nothing')}</span>` : shown(text);
}

function bar(from: number, width: number, kind: 'gain' | 'loss' | 'sum'): TemplateResult {
  const part = (of: number) => `${Math.max(0, Math.min(100, (of / WHOLE) * 100))}%`;
  return html`<svg aria-hidden="true" preserveAspectRatio="none">${svg`
    <rect class="ground" width="100%" height="100%"></rect><rect class=${kind} x=${part(from)} width=${part(width)} height="100%"></rect>`}</svg>`;
}
