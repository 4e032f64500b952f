import { html, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import { say, tenths } from '../text/text';
import { STRICTNESS } from './answer';

/** The threshold that stands when nothing is chosen. */
const USUAL = STRICTNESS.indexOf('balanced');

/** Broad to strict, each with what it was measured to give. `name` is the field's, and the beginning of its ids. */
export function strictness(name: string, lists: PackShown | undefined): TemplateResult {
  return html`<fieldset aria-describedby="${name}-hint">
    <legend>${say('field-strictness')}</legend>
    <p class="hint" id="${name}-hint">${say('field-strictness-hint')}</p>
    <div class="choices stacked">${lists?.thresholds.map(({ threshold, found, people, companies }, at) => html`<div>
      <label><input type="radio" name=${name} value=${threshold} ?checked=${at === USUAL} aria-describedby="${name}-${at}" />${say(`choice-${STRICTNESS[at]}`)}</label>
      <p class="hint" id="${name}-${at}">${say('strictness-measured', { found: tenths(found), people, companies })}</p></div>`)}</div>
  </fieldset>`;
}

/** The threshold that is chosen in a form, in basis points. */
export function chosenStrictness(form: ParentNode, name: string): number {
  return Number(form.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.value);
}
