import { html, nothing, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import { ENCODINGS } from '../../batch/encoding';
import { DELIMITERS } from '../../batch/guess';
import { FIELDS, type Columns, type Field, type How, type Look } from '../../batch/shapes';
import { say, sayIf } from '../../text/text';
import { problem, type Problems } from '../problems';
import { shown } from '../shown';
import { strictness } from '../strictness';

/** What the view does when something is chosen here. */
export interface Chooser {
  open(file: Blob | string): void;
  reread(how: Partial<How>): void;
  choose(field: Field, column: number | undefined): void;
  example(): void;
  begin(): void;
  again(): void;
}

/** Rows that are pasted and have this many UTF-16 units go straight on: a field takes a second and more to draw as many. */
const LONG = 100_000;

/** The first step: a file, or rows pasted from a spreadsheet. */
export function chooseStep(to: Chooser, problems: Problems): TemplateResult {
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) to.open(file);
  };
  const chosen = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) to.open(file);
    input.value = '';
  };
  const pasted = (event: Event) => {
    event.preventDefault();
    to.open((event.target as HTMLFormElement).querySelector('textarea')?.value ?? '');
  };
  const pasting = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < LONG) return;
    event.preventDefault();
    to.open(text);
  };
  return html`
    <div class="field drop ${problems.has('batch-file') ? 'wrong' : ''}" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
      <label for="batch-file">${say('batch-file')}</label>
      <p class="hint" id="batch-file-hint">${say('batch-file-hint')}</p>
      ${problem(problems, 'batch-file')}
      <input type="file" id="batch-file" accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values" aria-describedby="batch-file-hint" @change=${chosen} />
    </div>
    <form class="field ${problems.has('batch-paste') ? 'wrong' : ''}" novalidate autocomplete="off" @submit=${pasted}>
      <label for="batch-paste">${say('batch-paste')}</label>
      <p class="hint" id="batch-paste-hint">${say('batch-paste-hint')}</p>
      ${problem(problems, 'batch-paste')}
      <textarea id="batch-paste" rows="5" dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false" translate="no" aria-describedby="batch-paste-hint" @paste=${pasting}></textarea>
      <p><button type="submit">${say('batch-paste-use')}</button></p>
    </form>
    <p><button type="button" class="second" @click=${() => to.example()}>${say('batch-example')}</button></p>`;
}

/** The second step: how the file is read, and what its columns hold. */
export function columnsStep(to: Chooser, look: Look, columns: Columns, lists: PackShown | undefined, problems: Problems): TemplateResult {
  return html`<form novalidate autocomplete="off" @submit=${(event: Event) => { event.preventDefault(); to.begin(); }}>
    <h2 id="batch-columns-title" tabindex="-1">${say('batch-columns-title')}</h2>
    ${preview(look, columns)}
    <h3>${say('batch-how')}</h3>
    <div class="row narrow">${howFields(to, look)}</div>
    <fieldset id="batch-columns">
      <legend>${say('batch-columns')}</legend>
      <p class="hint">${say('batch-columns-hint')}</p>
      ${problem(problems, 'batch-column-name')}
      <div class="row narrow">${FIELDS.map((field) => columnField(to, look, field, columns[field]))}</div>
    </fieldset>
    ${strictness('batch-strictness', lists)}
    <p class="files"><button type="submit">${say('batch-begin')}</button><button type="button" class="second" @click=${() => to.again()}>${say('batch-other')}</button></p>
  </form>`;
}

function howFields(to: Chooser, { how, sure, sheets }: Look): TemplateResult {
  const header = html`<div class="field check"><label><input type="checkbox" id="batch-header" .checked=${how.header} @change=${(event: Event) => to.reread({ header: (event.target as HTMLInputElement).checked })} />${say('batch-header')}</label></div>`;
  if (sheets.length > 0) {
    return html`${select('batch-sheet', say('batch-sheet'), sheets.map((name, at) => [String(at), name]), String(how.sheet), (value) => to.reread({ sheet: Number(value) }))}${header}`;
  }
  const separators: readonly string[] = DELIMITERS;
  const others = separators.includes(how.delimiter) ? separators : [how.delimiter, ...separators];
  return html`
    ${select('batch-encoding', say('batch-encoding'), ENCODINGS.map((label) => [label, say(`encoding-${label}`)]), how.encoding, (encoding) => to.reread({ encoding }), say(sure ? 'batch-encoding-sure' : 'batch-encoding-guessed'))}
    ${select('batch-delimiter', say('batch-delimiter'), others.map((one) => [one, sayIf(`delimiter-${NAMES[one] ?? ''}`, one)]), how.delimiter, (delimiter) => to.reread({ delimiter }), say('batch-delimiter-guessed'))}
    ${header}`;
}

const NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', '': 'none' };

function columnField(to: Chooser, { names, sample }: Look, field: Field, chosen: number | undefined): TemplateResult {
  const width = Math.max(names.length, ...sample.map((row) => row.length));
  const options = Array.from({ length: width }, (_, at): [string, string] => [String(at), columnName(names, at)]);
  return select(`batch-column-${field}`, say(`batch-field-${field}`), [['', say('batch-column-none')], ...options], chosen === undefined ? '' : String(chosen),
    (value) => to.choose(field, value === '' ? undefined : Number(value)));
}

/** A column by its heading, and its place, since headings may be missing or the same. */
function columnName(names: readonly string[], at: number): string {
  const name = names[at] ?? '';
  if (name !== '' && names.indexOf(name) === names.lastIndexOf(name)) return name.slice(0, 60);
  return name === '' ? say('batch-column', { number: at + 1 }) : say('batch-column-named', { name: name.slice(0, 60), number: at + 1 });
}

function select(id: string, label: string, options: [value: string, text: string][], chosen: string, change: (value: string) => void, hint = ''): TemplateResult {
  return html`<div class="field short">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <select id=${id} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;
}

function preview({ names, sample, sheets, bytes }: Look, columns: Columns): TemplateResult {
  const width = Math.max(names.length, ...sample.map((row) => row.length));
  const held = new Map(Object.entries(columns).map(([field, at]) => [at, field]));
  const places = Array.from({ length: width }, (_, at) => at);
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="batch-preview"><table class="preview">
    <caption id="batch-preview">${say('batch-preview', { rows: sample.length, kilobytes: Math.ceil(bytes / 1000), form: sheets.length > 0 ? 'sheet' : 'text' })}</caption>
    <thead><tr>${places.map((at) => html`<th scope="col"><bdi>${columnName(names, at)}</bdi>${held.has(at) ? html`<br /><span class="tag">${say(`batch-field-${held.get(at)}`)}</span>` : nothing}</th>`)}</tr></thead>
    <tbody>${sample.map((row) => html`<tr>${places.map((at) => html`<td>${shown((row[at] ?? '').slice(0, 120))}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
