import { html, type TemplateResult } from 'lit';
import type { RecordShown } from 'redzone-wasm/record';
import { say } from '../../text/text';
import { plain } from '../shown';

/** The words of a part are named by the steps of its pointer into the body, without those that mean every item: `hits-name`. */
const nameOf = (pointer: string): string => say(`record-part-${pointer.split('/').slice(2).filter((step) => step !== '*').join('-')}`);

/** A copy of the case file without what is chosen; at first everything that tells who was asked about. */
export function sharePart(parts: string[], redact: (hide: string[]) => void): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    redact(new FormData(event.target as HTMLFormElement).getAll('hide').map(String));
  };
  return html`<section class="keep"><h2>${say('record-share')}</h2>
    <p>${say('record-share-hint')}</p>
    <form novalidate @submit=${submit}>
      <fieldset><legend class="unseen">${say('record-share')}</legend><div class="choices">${parts.map((pointer) => html`<label><input type="checkbox" name="hide" value=${pointer} checked />${nameOf(pointer)}</label>`)}</div></fieldset>
      <button type="submit" class="second">${say('record-share-save')}</button>
    </form></section>`;
}

/** A file that opens one hidden part of one record in a copy that was given out. */
export function discloseForm(parts: string[], records: RecordShown[], disclose: (record: RecordShown, part: string, copy: File | undefined) => void): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const record = records.find(({ line }) => line === Number(form.get('line')));
    const copy = form.get('copy');
    if (record) disclose(record, String(form.get('part')), copy instanceof File ? copy : undefined);
  };
  return html`<section class="keep"><details><summary>${say('record-disclose')}</summary>
    <p>${say('record-disclose-hint')}</p>
    <form novalidate @submit=${submit}>
      <div class="field"><label for="disclose-line">${say('record-disclose-line')}</label><select id="disclose-line" name="line">${records.map(({ line, number, asked }) => html`<option value=${line}>${say('record-heading', { number, asked: plain(asked) })}</option>`)}</select></div>
      <div class="field"><label for="disclose-part">${say('record-disclose-part')}</label><select id="disclose-part" name="part">${parts.map((pointer) => html`<option value=${pointer}>${nameOf(pointer)}</option>`)}</select></div>
      <div class="field"><label for="disclose-copy">${say('record-disclose-for')}</label><input id="disclose-copy" name="copy" type="file" accept=".jsonl" /></div>
      <button type="submit" class="second">${say('record-disclose-save')}</button>
    </form></details></section>`;
}

/** Openings that the holder of the whole file handed over. */
export function putBackPart(putBack: (event: Event) => void): TemplateResult {
  return html`<section class="keep"><div class="files"><label class="file">${say('record-put-back')} <input type="file" id="record-openings" accept=".json" @change=${putBack} /></label></div></section>`;
}
