import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CaseShown } from 'redzone-wasm/record';
import { say } from '../../text/text';
import type { Again } from './records';

/** Whether the file is as it was written. It stands where screen readers are told of changes. */
export function state(file: CaseShown, head: string): TemplateResult {
  const whole = file.findings.length === 0;
  return html`<div class="verdict ${whole ? 'none' : 'hit'}">
      <h2 tabindex="-1">${whole ? say('record-whole', { records: file.records.length + file.more }) : say('record-broken')}</h2>
      ${whole ? html`<p>${say('record-whole-more')}</p>${head ? html`<p><strong>${say('record-heads-fits')}</strong></p>` : nothing}${file.redacted ? html`<p>${say('record-redacted')}</p>` : nothing}`
        : html`<ul>${file.findings.slice(0, 20).map(({ line, what }) => html`<li>${say('record-broken-line', { line, what })}</li>`)}</ul><p>${say('record-broken-next')}</p>`}
    </div>`;
}

/** The file's head, and what came of asking again. */
export function status(file: CaseShown, again: Again | undefined, head: string, heads: (head: string) => void, askAgain: () => void): TemplateResult {
  const whole = file.findings.length === 0;
  const check = (event: Event) => {
    event.preventDefault();
    heads(String(new FormData(event.target as HTMLFormElement).get('head') ?? ''));
  };
  return html`<h2>${say('record-head')}</h2>
    <div class="head">${code(file.qr)}<div><p><code>${file.head}</code></p><p class="quiet">${say('record-head-hint')}</p></div></div>
    <form novalidate autocomplete="off" class="files" @submit=${check}>
      <div class="field"><label for="record-heads">${say('record-heads')}</label><p class="hint" id="record-heads-hint">${say('record-heads-hint')}</p>
        <input id="record-heads" name="head" type="text" spellcheck="false" aria-describedby="record-heads-hint" .value=${head} /></div>
      <button type="submit" class="second">${say('record-heads-check')}</button>
    </form>
    ${whole ? html`<h2>${say('record-again')}</h2><p>${say('record-again-hint')}</p>
      <p class="files"><button type="button" class="second" @click=${askAgain}>${say('record-again-start')}</button></p>
      <div role="status">${again ? counted(file, again) : nothing}</div>` : nothing}`;
}

function counted(file: CaseShown, again: Again): TemplateResult {
  const same = [...again.values()].filter((one) => one.same).length;
  const counts = { same, other: again.size - same, not: file.records.length - again.size };
  return html`<ul>${Object.entries(counts).filter(([, records]) => records > 0).map(([name, records]) => html`<li>${say(`record-again-${name}`, { records })}</li>`)}</ul>`;
}

function code(modules: string): TemplateResult | typeof nothing {
  const [side, ...path] = modules.split(' ');
  return side ? html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${say('record-qr')}>${svg`<path d=${path.join(' ')}></path>`}</svg>` : nothing;
}
