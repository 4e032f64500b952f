import { html, type TemplateResult } from 'lit';
import type { RecordShown, ToDecide } from 'redzone-wasm/record';
import { say, today } from '../../text/text';
import { problem, type Problems } from '../problems';
import { plain } from '../shown';

const DECISIONS = ['different-party', 'same-party', 'more-information'] as const;

/** The form of a decision about one of a record's hits. */
export function decideForm(record: RecordShown, problems: Problems, decided: (asked: ToDecide) => void): TemplateResult {
  const id = (field: string) => `decide-${record.line}-${field}`;
  const submit = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const { list, id } = record.hits[Number(text('hit'))] ?? { list: '', id: '' };
    decided({ line: record.line, list, id, decision: (text('decision') || 'more-information') as ToDecide['decision'], reason: text('reason'), by: text('by'), decided: today(), until: text('until') });
  };
  const field = (name: string, hint: string, input: TemplateResult) => html`<div class="field ${problems.has(id(name)) ? 'wrong' : ''}">
    <label for=${id(name)}>${say(`record-decide-${name}`)}</label>
    ${hint ? html`<p class="hint" id="${id(name)}-hint">${say(hint)}</p>` : ''}
    ${problem(problems, id(name))}${input}</div>`;
  return html`<details class="decide" ?open=${[...problems.keys()].some((key) => key.startsWith(id('')))}><summary>${say('record-decide')}</summary>
    <form novalidate autocomplete="off" @submit=${submit}>
      <div class="field"><label for=${id('hit')}>${say('record-decide-hit')}</label><select id=${id('hit')} name="hit">${record.hits.map((hit, at) => html`<option value=${at}>${plain(hit.name)} (${hit.list} ${plain(hit.id)})</option>`)}</select></div>
      <fieldset><legend>${say('record-decide-what')}</legend><div class="choices">${DECISIONS.map((decision) => html`<label><input type="radio" name="decision" value=${decision} ?checked=${decision === 'more-information'} />${say(`record-decide-${decision}`)}</label>`)}</div></fieldset>
      ${field('reason', 'record-decide-reason-hint', html`<textarea id=${id('reason')} name="reason" rows="3" aria-describedby="${id('reason')}-hint"></textarea>`)}
      ${field('by', '', html`<input id=${id('by')} name="by" type="text" autocomplete="off" />`)}
      ${field('until', 'record-decide-until-hint', html`<input id=${id('until')} name="until" type="date" aria-describedby="${id('until')}-hint" />`)}
      <button type="submit">${say('record-decide-do')}</button>
      <p class="small quiet">${say('record-decide-kept')}</p>
    </form></details>`;
}

/** What is missing in a decision, by the id of its field. */
export function lacking(asked: ToDecide): Problems {
  const days = (Date.parse(asked.until) - Date.parse(asked.decided)) / 86_400_000;
  const wrong = { reason: !asked.reason, by: !asked.by, until: !(days >= 0 && days <= 365) };
  return new Map(Object.entries(wrong).filter(([, is]) => is).map(([field]) => [`decide-${asked.line}-${field}`, say(`record-problem-${field}`)]));
}
