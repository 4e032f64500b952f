import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../engine/protocol';
import { say, sayIf } from '../text/text';

/** A fault in words, and what to do about it where its own words don't say. */
export function faultWords({ code, message }: Fault): string {
  return [sayIf(`fault-${code}`, message).replace(/[^.]$/, '$&.'), sayIf(`remedy-${code}`, '')].filter(Boolean).join(' ');
}

/** The same in a box, with the detail, and the code by which the help lists it. */
export function faulted(fault: Fault): TemplateResult {
  const words = faultWords(fault);
  return html`<p>${words}</p>${words.includes(fault.message) ? nothing : html`<p class="small">${fault.message}</p>`}<p class="small">${say('error-code')} <code>${fault.code}</code></p>`;
}
