import { catalog } from 'virtual:redzone-assets';
import { html, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import { say } from '../../text/text';

/** What a "no match found" of this pack says nothing about: of the lists that the program knows, those that the pack in use does not hold. */
export function coverage({ lists }: PackShown): TemplateResult {
  const absent = catalog.filter(({ id }) => !lists.some((list) => list.id === id));
  return html`<h2>${say('coverage-title')}</h2><p>${say('coverage-lede')}</p>
    <ul>${[1, 2, 3, 4].map((at) => html`<li>${say(`coverage-${at}`)}</li>`)}</ul>
    <h3>${say('coverage-absent')}</h3>
    ${absent.length > 0 ? html`<ul>${absent.map(({ title, publisher }) => html`<li>${title} <span class="quiet small">${publisher}</span></li>`)}</ul>` : html`<p>${say('coverage-absent-none')}</p>`}`;
}
