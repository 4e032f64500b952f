import { html, nothing, type TemplateResult } from 'lit';
import type { EntryShown } from 'redzone-wasm/party';
import { country, day, say, sayIf } from '../text/text';
import { shown } from './shown';

/** Everything the list says of one party. */
export function entryFacts(entry: EntryShown): TemplateResult {
  return html`<dl class="facts">
    ${fact('entry-id', [shown(entry.id)])}
    ${fact('entry-kind', [say(`kind-${entry.kind}`)])}
    ${fact('entry-names', entry.names.map((name) => html`${shown(name.text)}${name.kind === 'primary' ? nothing : html` <span class="quiet">(${say(`name-${name.kind}`)})</span>`}`))}
    ${fact('entry-title-of', filled(entry.title).map(shown))}
    ${fact('entry-born', entry.born.map(day))}
    ${fact('entry-birthplaces', entry.birthplaces.map(shown))}
    ${fact('entry-addresses', entry.addresses.map((address) => shown([address.text, country(address.country)].filter(Boolean).join(', '))))}
    ${fact('entry-countries', entry.countries.map(country))}
    ${fact('entry-identifiers', entry.identifiers.map((id) => html`${shown(id.kind)}: ${shown(id.value)}${id.country ? ` (${country(id.country)})` : nothing}`))}
    ${entry.vessel.map(([code, text]) => fact(`vessel-${code}`, [shown(text)]))}
    ${fact('entry-programs', entry.programs.map(shown))}
    ${fact('entry-requirement', filled(entry.licenseRequirement).map(shown))}
    ${fact('entry-policy', filled(entry.licensePolicy).map(shown))}
    ${fact('entry-citations', entry.citations.map(shown))}
    ${fact('entry-listed', filled(entry.listed).map(day))}
    ${fact('entry-ends', filled(entry.ends).map(day))}
    ${fact('entry-remarks', entry.remarks.map(shown))}
  </dl>`;
}

const filled = (text: string): string[] => (text === '' ? [] : [text]);

function fact(name: string, values: readonly unknown[]): TemplateResult | typeof nothing {
  if (values.length === 0) return nothing;
  return html`<dt>${sayIf(name, name)}</dt><dd>${values.length === 1 ? values[0] : html`<ul>${values.map((value) => html`<li>${value}</li>`)}</ul>`}</dd>`;
}
