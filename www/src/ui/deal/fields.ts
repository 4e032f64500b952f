import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Pack } from '../../engine/pack';
import { say, sayIf } from '../../text/text';
import type { RedzonePlace } from '../place';
import { problem, type Problems } from '../problems';
import { at, idOf, listAt, put, take, type Draft, type Path } from './draft';

/** What the fields of a step need: the draft they edit, and whom to tell. */
export interface Form {
  draft: Draft;
  pack: Pack;
  problems: Problems;
  /** Something at this path has changed. */
  changed(path: Path): void;
  /** Draws again, then moves the focus. */
  goTo(id: string): void;
}

interface Look { hint?: string; short?: boolean; whole?: boolean }

function edit(form: Form, path: Path, value: unknown): void {
  put(form.draft, path, value);
  form.changed(path);
}

/** A line of text. `name` is its message; `whole` makes a number of digits one. */
export function text(form: Form, path: Path, name: string, { hint = sayIf(`${name}-hint`, ''), short = false, whole = false }: Look = {}): TemplateResult {
  const id = idOf(path);
  const wrong = form.problems.has(id);
  const typed = (event: Event) => {
    const value = (event.target as HTMLInputElement).value.trim();
    edit(form, path, value === '' ? undefined : whole && /^\d{1,9}$/.test(value) ? Number(value) : value);
  };
  const described = [wrong ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return html`<div class="field ${short ? 'short' : 'middle'} ${wrong ? 'wrong' : ''}">
    <label for=${id}>${say(name)}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${problem(form.problems, id)}
    <input id=${id} type="text" dir="auto" autocomplete="off" spellcheck="false" .value=${String(at(form.draft, path) ?? '')}
      aria-describedby=${described || nothing} aria-invalid=${wrong ? 'true' : nothing} @change=${typed} />
  </div>`;
}

/** A place, with suggestions. */
export function place(form: Form, path: Path, name: string): TemplateResult {
  const id = idOf(path);
  const chosen = (event: Event) => edit(form, path, (event.currentTarget as RedzonePlace).written || undefined);
  return html`<redzone-place .pack=${form.pack} field=${id} label=${say(name)} hint=${sayIf(`${name}-hint`, '')} start=${String(at(form.draft, path) ?? '')}
    problem=${form.problems.get(id) ?? ''} @change=${chosen}></redzone-place>`;
}

/** One of some values; `undefined` is "not known". */
export function choice(form: Form, path: Path, name: string, options: readonly (readonly [unknown, string])[]): TemplateResult {
  const id = idOf(path);
  const now = JSON.stringify(at(form.draft, path));
  const known = options.some(([value]) => JSON.stringify(value) === now);
  return html`<fieldset id=${id} tabindex="-1">
    <legend>${say(name)}</legend>
    ${sayIf(`${name}-hint`, '') ? html`<p class="hint">${say(`${name}-hint`)}</p>` : nothing}${problem(form.problems, id)}
    <div class="choices">${options.map(([value, word], place) => html`<label><input type="radio" name=${id} id="${id}-${place}"
      .checked=${JSON.stringify(value) === now || (!known && value === undefined)} @change=${() => edit(form, path, value)} />${say(word)}</label>`)}</div>
  </fieldset>`;
}

/** Yes, no, or not known. */
export const tri = (form: Form, path: Path, name: string): TemplateResult => choice(form, path, name, [[true, 'deal-yes'], [false, 'deal-no'], [undefined, 'deal-not-known']]);

/** Any of some words. `none`: the message of the box that says there is none of them, which is not the same as not saying. */
export function words(form: Form, path: Path, name: string, options: readonly string[], none = ''): TemplateResult {
  const id = idOf(path);
  const now = at(form.draft, path);
  const has = (word: string) => Array.isArray(now) && now.includes(word);
  const toggle = (word: string) => {
    const rest = listAt(form.draft, path).filter((one) => one !== word);
    const list = has(word) ? rest : options.filter((one) => one === word || rest.includes(one));
    edit(form, path, list.length > 0 ? list : undefined);
  };
  const empty = Array.isArray(now) && now.length === 0;
  return html`<fieldset id=${id} tabindex="-1">
    <legend>${say(name)}</legend>
    ${sayIf(`${name}-hint`, '') ? html`<p class="hint">${say(`${name}-hint`)}</p>` : nothing}${problem(form.problems, id)}
    <div class="choices">${options.map((word) => html`<label><input type="checkbox" id="${id}-${word}" .checked=${has(word)} @change=${() => toggle(word)} />${say(`${name}-${word}`)}</label>`)}
      ${none ? html`<label><input type="checkbox" id="${id}-none" .checked=${empty} @change=${() => edit(form, path, empty ? undefined : [])} />${say(none)}</label>` : nothing}</div>
  </fieldset>`;
}

/** A list of alike groups of fields, with a way to add one and to take one away. `name` is the message of a group's heading. */
export function group(form: Form, path: Path, name: string, fresh: () => unknown, fields: (path: Path, place: number) => TemplateResult): TemplateResult {
  const list = listAt(form.draft, path);
  const add = () => {
    put(form.draft, [...path, list.length], fresh());
    form.changed(path);
    form.goTo(`${idOf([...path, list.length])}-group`);
  };
  const remove = (which: number) => {
    take(form.draft, path, which);
    form.changed(path);
    form.goTo(`${idOf(path)}-add`);
  };
  return html`
    ${repeat(list, (one) => one, (_, which) => html`<section class="part" id="${idOf([...path, which])}-group" tabindex="-1" aria-label=${say(name, { number: which + 1 })}>
      <h3>${say(name, { number: which + 1 })}</h3>
      ${fields([...path, which], which)}
      <button type="button" class="second" @click=${() => remove(which)}>${say(`${name}-remove`, { number: which + 1 })}</button>
    </section>`)}
    <p><button type="button" class="second" id="${idOf(path)}-add" @click=${add}>${say(`${name}-add`)}</button></p>`;
}
