import { html, type TemplateResult } from 'lit';
import { say } from '../text/text';
import { lead } from './lead';

/** "On this page": the sections of a long view, by the ids of their headings, which can take the focus. */
export function contents(sections: readonly (readonly [id: string, title: string])[]): TemplateResult {
  return html`<nav class="contents" aria-label=${say('contents')}><ul>${sections.map(([id, title]) => html`<li><a href="#${id}" @click=${(event: Event) => lead(event, id)}>${title}</a></li>`)}</ul></nav>`;
}
