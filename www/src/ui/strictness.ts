import { html, type TemplateResult } from 'lit';
import type { PackShown, ThresholdShown } from 'redzone-wasm/party';
import { say, tenths } from '../text/text';
import { STRICTNESS } from './answer';

/** The threshold that stands when nothing is chosen. */
const USUAL = STRICTNESS.indexOf('balanced');

/** Broad to strict, each with what it was measured to give. `name` is the field's, and the beginning of its ids. */
export function strictness(name: string, lists: PackShown | undefined): TemplateResult {
  return html`<fieldset aria-describedby="${name}-hint">
    <legend>${say('field-strictness')}</legend>
    <p class="hint" id="${name}-hint">${say('field-strictness-hint')}</p>
    <div class="choices stacked">${STRICTNESS.map((strict, at) => html`<div>
      <label><input type="radio" name=${name} value=${strict} ?checked=${at === USUAL} aria-describedby="${name}-${at}" />${say(`choice-${strict}`)}</label>
      <p class="hint" id="${name}-${at}">${measured(lists?.thresholds[at])}</p></div>`)}</div>
  </fieldset>`;
}

/** What a threshold was measured to give, once the lists are there and say so. */
function measured(threshold: ThresholdShown | undefined): string {
  return threshold ? say('strictness-measured', { found: tenths(threshold.found), people: threshold.people, companies: threshold.companies }) : say('strictness-coming');
}

/** The threshold that is chosen in a form, in basis points: what the lists say it is. */
export function chosenStrictness(form: ParentNode, name: string, lists: PackShown | undefined): number {
  const chosen = form.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.value;
  return Number(lists?.thresholds[STRICTNESS.findIndex((one) => one === chosen)]?.threshold);
}
