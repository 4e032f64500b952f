import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../text/text';
import { lead } from './lead';

/** What is wrong with a form, by the id of the field. */
export type Problems = ReadonlyMap<string, string>;

/** The error summary: takes the focus when it appears, and leads to each field. */
export function summary(problems: Problems): TemplateResult | typeof nothing {
  if (problems.size === 0) return nothing;
  return html`<div class="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
    <h2 id="summary-title">${say('problem-title')}</h2>
    <ul>
      ${[...problems].map(([field, text]) => html`<li><a href="#${field}" @click=${(event: Event) => lead(event, field)}>${text}</a></li>`)}
    </ul>
  </div>`;
}

/** The message above one field. */
export function problem(problems: Problems, field: string): TemplateResult | typeof nothing {
  const text = problems.get(field);
  return text ? html`<p class="problem" id="${field}-problem"><span class="unseen">${say('problem-prefix')} </span>${text}</p>` : nothing;
}
