import { html, nothing, type TemplateResult } from 'lit';
import type { KeyShown } from 'redzone-wasm/record';
import type { Letterhead } from '../../engine/protocol';
import { say } from '../../text/text';
import { FORMS, save, type Form } from './save';

const LETTERHEAD = ['organisation', 'matter', 'by'] as const;

/** The case file as files: itself, a report, tables, a calendar, and the good-list when something was decided. */
export function keepPart(good: string, saved: (form: Form, letterhead: Letterhead) => void, saveCase: () => void, saveGood: () => void): TemplateResult {
  const field = (name: string) => document.querySelector<HTMLInputElement>(`#record-${name}`)?.value.trim() ?? '';
  const letterhead = (): Letterhead => [field('organisation'), field('matter'), field('by')];
  const button = (name: string, act: () => void) => html`<button type="button" class="second" @click=${act}>${say(`record-save-${name}`)}</button>`;
  return html`<section class="keep"><h2>${say('record-keep')}</h2>
    <p class="files"><button type="button" @click=${saveCase}>${say('record-save-case')}</button>${good ? button('good', saveGood) : nothing}</p>
    <div class="row">${LETTERHEAD.map((field) => html`<div class="field"><label for="record-${field}">${say(`record-letter-${field}`)}</label><input id="record-${field}" type="text" autocomplete="off" /></div>`)}</div>
    <p class="files">${Object.keys(FORMS).map((form) => button(form, () => saved(form as Form, letterhead())))}
      <button type="button" class="second" @click=${() => window.print()}>${say('record-print')}</button></p></section>`;
}

/** The key that signs the next records. */
export function signPart(key: KeyShown | undefined, make: () => void, open: (event: Event) => void): TemplateResult {
  return html`<section class="keep"><h2>${say('record-sign')}</h2>
    <p>${say('record-sign-hint')}</p>
    ${key ? html`<p role="status">${say('record-sign-now', { key: '' })}<code>${key.public}</code></p>` : nothing}
    <div class="files">
      <button type="button" class="second" @click=${make}>${say('record-sign-make')}</button>
      <label class="file">${say('record-sign-open')} <input type="file" id="record-key" accept=".private,.txt" @change=${open} /></label>
      ${key ? html`<button type="button" class="second" @click=${() => save('redzone-records.private', 'text/plain', key.file)}>${say('record-sign-save')}</button>` : nothing}
    </div></section>`;
}
