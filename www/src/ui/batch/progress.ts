import { html, nothing, type TemplateResult } from 'lit';
import type { Run } from '../../batch/run';
import { count, say } from '../../text/text';
import { faulted } from '../fault';

/** What the view does when a button here is pressed. */
export interface Steering { pause(): void; resume(): void; stop(): void }

/** A run on its way: how far, how fast, what was found. */
export function progress(run: Run, to: Steering): TemplateResult {
  const { results, share } = run;
  const speed = run.speed();
  const percent = Math.floor(share * 100);
  return html`<section class="running" aria-labelledby="batch-run-title">
    <h2 id="batch-run-title" tabindex="-1">${say(run.state === 'paused' ? 'batch-paused' : 'batch-running', { percent })}</h2>
    <progress max="100" value=${percent} aria-labelledby="batch-run-title"></progress>
    <p class="figures">${figure('batch-rows-done', results.rows)}${figure('batch-hits', results.counts.hit, results.counts.hit > 0)}${figure('batch-rejected', results.counts.rejected)}</p>
    <p class="quiet pace">${speed && run.state === 'running' ? say('batch-speed', { rows: count(Math.round(speed.rows)), left: duration(speed.left), workers: run.workers }) : say('batch-workers', { workers: run.workers })}</p>
    <p class="files">
      ${run.state === 'paused' ? html`<button type="button" id="batch-resume" @click=${() => to.resume()}>${say('batch-resume')}</button>` : html`<button type="button" id="batch-pause" @click=${() => to.pause()}>${say('batch-pause')}</button>`}
      <button type="button" class="second" id="batch-stop" @click=${() => to.stop()}>${say('batch-stop')}</button>
    </p>
  </section>`;
}

function figure(name: string, number: number, bad = false): TemplateResult {
  return html`<span class="figure ${bad ? 'bad' : ''}"><strong>${count(number)}</strong> ${say(name)}</span>`;
}

function duration(seconds: number): string {
  return seconds < 90 ? say('batch-seconds', { number: Math.max(1, Math.round(seconds)) }) : say('batch-minutes', { number: Math.round(seconds / 60) });
}

/** A run that is over: what became of every row and every line. */
export function summary(run: Run): TemplateResult {
  const { results: { counts, rows }, ledger, state, fault } = run;
  const tone = state !== 'done' ? 'doubt' : counts.hit > 0 ? 'hit' : counts.indeterminate + counts.rejected > 0 ? 'doubt' : 'none';
  return html`<div class="verdict ${tone}">
    <h2 id="batch-run-title" tabindex="-1">${say(`batch-${state}`, { hits: counts.hit })}</h2>
    ${fault ? faulted(fault) : nothing}
    <p class="ledger-line"><strong>${say('batch-ledger', { in: count(rows), out: count(rows - counts.rejected), rejected: count(counts.rejected) })}</strong></p>
    <ul>${(['hit', 'no-match', 'indeterminate', 'rejected'] as const).map((verdict) => html`<li>${say(`batch-count-${verdict}`, { rows: counts[verdict], count: count(counts[verdict]) })}</li>`)}</ul>
    <p class="small">${say('batch-lines', { lines: count(ledger.lines), header: ledger.header, blank: count(ledger.blank), inside: count(ledger.inside), rows: count(ledger.rows) })}</p>
    ${state === 'done' && counts['no-match'] > 0 ? html`<p>${say('batch-advice')}</p>` : nothing}
  </div>`;
}
