import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../../text/text';
import { at } from './draft';
import { choice, group, place, text, tri, words, type Form } from './fields';
import { PAYMENTS, PURPOSES } from './words';

/** How goods move, for the reader: no rule looks at it. */
const MODES = ['air', 'sea', 'road', 'rail'] as const;

/** Step 3: the way, from where it is shipped to where it will stand. */
export function routeStep(form: Form): TemplateResult {
  const legs = at(form.draft, ['legs']);
  const way = Array.isArray(legs) ? (legs.length === 0 ? [] : legs) : undefined;
  return html`
    ${place(form, ['ship_from'], 'deal-ship-from')}
    ${place(form, ['destination'], 'deal-destination')}
    ${place(form, ['installation'], 'deal-installation')}
    ${choice(form, ['legs'], 'deal-legs', [[[], 'deal-legs-none'], [way && way.length > 0 ? way : [{}], 'deal-legs-some'], [undefined, 'deal-not-known']])}
    ${way && way.length > 0 ? group(form, ['legs'], 'deal-leg', () => ({}), (path) => html`
      ${place(form, [...path, 'place'], 'deal-leg-place')}
      ${tri(form, [...path, 'stays_on_board'], 'deal-leg-board')}
      ${choice(form, [...path, 'mode'], 'deal-leg-mode', [...MODES.map((mode) => [mode, `deal-leg-mode-${mode}`] as const), [undefined, 'deal-not-known']])}`) : nothing}`;
}

/** Step 4: what it is for, for whom, and how it is paid. */
export function useStep(form: Form): TemplateResult {
  const customers = at(form.draft, ['end_use', 'customers']);
  const some = Array.isArray(customers) && customers.length > 0;
  const typed = (event: Event) => {
    const places = (event.target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim()).filter(Boolean);
    form.draft['end_use'] = { ...(form.draft['end_use'] as object), customers: places };
    form.changed(['end_use', 'customers']);
  };
  return html`
    ${words(form, ['end_use', 'purposes'], 'deal-purpose', PURPOSES)}
    ${choice(form, ['end_use', 'customers'], 'deal-customers', [[[], 'deal-customers-none'], [some ? customers : ['?'], 'deal-customers-some'], [undefined, 'deal-not-known']])}
    ${some ? html`<div class="field middle"><label for="deal-customers-places">${say('deal-customers-places')}</label><p class="hint" id="deal-customers-hint">${say('deal-customers-places-hint')}</p>
      <textarea id="deal-customers-places" rows="4" spellcheck="false" aria-describedby="deal-customers-hint" .value=${customers.filter((one) => one !== '?').join('\n')} @change=${typed}></textarea></div>` : nothing}
    ${words(form, ['payment'], 'deal-payment', PAYMENTS)}
    ${text(form, ['currency'], 'deal-currency', { short: true })}
    <h2>${say('deal-days')}</h2>
    <div class="row">${text(form, ['signing'], 'deal-signing', { short: true })}${text(form, ['delivery'], 'deal-delivery', { short: true })}</div>
    ${text(form, ['us_content_percent'], 'deal-us-content', { short: true, whole: true })}`;
}
