import { html, nothing, type TemplateResult } from 'lit';
import type { ItemClass } from 'redzone-wasm/rules';
import { say } from '../../text/text';
import { at, put, type Path } from './draft';
import { choice, group, place, text, tri, words, type Form } from './fields';
import { KINDS, LAYERS } from './words';

/** The figures that a sort of thing has; the others are taken away when another sort is chosen. */
const FIGURES: Record<string, readonly string[]> = {
  chip: ['datacentre', 'units', 'dram_gb_s'],
  system: ['datacentre', 'units', 'dram_gb_s'],
  memory: ['memory_gb_s', 'memory_area_mm2'],
  weights: ['training_operations', 'published'],
};

/** Step 1: what is delivered. `classes` are what the figures made of each item. */
export function itemsStep(form: Form, classes: WeakMap<object, ItemClass>): TemplateResult {
  return html`
    ${text(form, ['as_of'], 'deal-as-of', { short: true })}
    ${words(form, ['layers'], 'deal-layer', LAYERS, 'deal-layer-none')}
    <h2>${say('deal-items')}</h2>
    ${group(form, ['items'], 'deal-item', () => ({}), (path) => item(form, path, classes))}`;
}

function item(form: Form, path: Path, classes: WeakMap<object, ItemClass>): TemplateResult {
  const kind = String(at(form.draft, [...path, 'kind']) ?? '');
  const own = FIGURES[kind] ?? [];
  for (const other of Object.values(FIGURES).flat()) if (!own.includes(other)) put(form.draft, [...path, other], undefined);
  const found = classes.get(at(form.draft, path) as object);
  return html`
    <div class="row">${text(form, [...path, 'name'], 'deal-item-name')}${text(form, [...path, 'eccn'], 'deal-item-eccn')}</div>
    ${place(form, [...path, 'made_in'], 'deal-item-made-in')}
    ${choice(form, [...path, 'kind'], 'deal-item-kind', [...KINDS.map((word) => [word, `deal-item-kind-${word}`] as const), [undefined, 'deal-not-known']])}
    ${own.includes('units') ? processor(form, path) : nothing}
    ${own.includes('memory_gb_s') ? html`<div class="row">${text(form, [...path, 'memory_gb_s'], 'deal-item-memory')}${text(form, [...path, 'memory_area_mm2'], 'deal-item-memory-area')}</div>` : nothing}
    ${own.includes('published') ? html`${text(form, [...path, 'training_operations'], 'deal-item-training')}${tri(form, [...path, 'published'], 'deal-item-published')}` : nothing}
    ${found ? classified(found) : nothing}`;
}

function processor(form: Form, path: Path): TemplateResult {
  return html`
    ${tri(form, [...path, 'datacentre'], 'deal-item-datacentre')}
    ${group(form, [...path, 'units'], 'deal-unit', () => ({ rates: [{}] }), (unit) => html`
      <div class="row">${text(form, [...unit, 'count'], 'deal-unit-count', { short: true, whole: true })}${text(form, [...unit, 'area_mm2'], 'deal-unit-area', { short: true })}</div>
      ${tri(form, [...unit, 'planar'], 'deal-unit-planar')}
      ${group(form, [...unit, 'rates'], 'deal-rate', () => ({}), (rate) => html`
        <div class="row">${text(form, [...rate, 'tera_ops'], 'deal-rate-tera-ops', { short: true })}${text(form, [...rate, 'bits'], 'deal-rate-bits', { short: true, whole: true })}</div>
        ${tri(form, [...rate, 'sparse'], 'deal-rate-sparse')}`)}`)}
    ${text(form, [...path, 'dram_gb_s'], 'deal-item-dram', { short: true })}`;
}

/** What the figures make of an item: the paragraph, how far from each limit, and what is missing. */
export function classified(found: ItemClass): TemplateResult {
  return html`<div class="told" role="status">
    <h4>${say('deal-class', { paragraph: found.paragraph })}</h4>
    ${found.missing.length > 0 ? html`<p>${say('deal-class-missing')}</p><ul>${found.missing.map((what) => html`<li>${what}</li>`)}</ul>` : nothing}
    ${found.margins.length > 0 ? html`<div class="scroll" tabindex="0" role="group" aria-label=${say('deal-class-limits')}><table>
      <caption>${say('deal-class-limits')}</caption>
      <thead><tr><th scope="col">${say('deal-class-limit')}</th><th scope="col" class="number">${say('deal-class-at')}</th><th scope="col" class="number">${say('deal-class-is')}</th><th scope="col">${say('deal-class-reached')}</th></tr></thead>
      <tbody>${found.margins.map((margin) => html`<tr><th scope="row">${margin.limit}</th><td class="number">${margin.at}</td><td class="number">${margin.is}</td><td>${say(`deal-tri-${margin.reached}`)}</td></tr>`)}</tbody>
    </table></div>` : nothing}
  </div>`;
}
