import { html, nothing, type TemplateResult } from 'lit';
import type { EffectShown } from 'redzone-wasm/rules';
import { day, say } from '../text/text';

/** What a list, or a part of one, does in law, and where that is written; what to do next is open or a click away. */
export function law(effect: EffectShown, open: boolean): TemplateResult {
  return html`<div class="law">
    <h4>${say('law-title', { list: effect.name, meaning: effect.meaning })}</h4>
    <p>${effect.effect}</p>
    ${effect.ownership ? html`<p>${say('law-ownership', { rule: effect.ownership })}</p>` : nothing}
    ${effect.nextStep ? html`<details ?open=${open}><summary>${say('law-next')}</summary>${steps(effect.nextStep)}</details>` : nothing}
    ${effect.note ? html`<p class="small">${effect.note}</p>` : nothing}
    ${effect.verified ? nothing : html`<p><span class="tag warn">${say('unverified')}</span></p>`}
    <p class="small quiet">${say('law-source', { citation: effect.citation, authority: effect.authority, day: day(effect.asOf) })}</p>
  </div>`;
}

/** A text that counts its steps (`1 this; 2 that`) as a list, any other as it is. */
function steps(text: string): TemplateResult {
  const parts = text.split(/;\s*(?=\d+ )/);
  return parts.length > 1 ? html`<ol>${parts.map((part) => html`<li>${part.replace(/^\d+ /, '')}</li>`)}</ol>` : html`<p>${text}</p>`;
}
