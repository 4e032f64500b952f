import { html, nothing, type TemplateResult } from 'lit';
import type { CaseShown, Compared, HitShown, RecordShown } from 'redzone-wasm/record';
import type { EffectShown } from 'redzone-wasm/rules';
import { day, points, say, sayIf } from '../../text/text';
import { law } from '../law';
import { shown } from '../shown';

/** What came of asking a record's question again. */
export type Again = ReadonlyMap<number, Compared>;

/** Every record as it reads, with what was decided about its hits and how its question is answered now. */
export function records(file: CaseShown, again: Again, decide: (record: RecordShown) => unknown): TemplateResult {
  return html`<h2>${say('record-list')}</h2>
    ${file.records.map((record) => one(record, file, again.get(record.line), decide))}
    ${file.more > 0 ? html`<p>${say('record-more', { records: file.more })}</p>` : nothing}`;
}

function one(record: RecordShown, file: CaseShown, again: Compared | undefined, decide: (record: RecordShown) => unknown): TemplateResult {
  const asked = record.kind === 'decision' ? say('record-kind-decision', { about: record.about }) : record.asked || say('record-hidden');
  const facts: [string, string | TemplateResult][] = [
    ['as-of', day(record.asOf)],
    ['at', say('record-fact-at-value', { at: record.at })],
    ['signer', record.signer ? html`<code>${record.signer}</code>` : say('record-fact-unsigned')],
    ['remarks', record.remarks && shown(record.remarks)],
  ];
  const more: [string, string | TemplateResult][] = [
    ['program', html`${record.program}${record.wasm ? html`<br /><code class="small">${record.wasm}</code>` : nothing}`],
    ['pack', record.pack ? html`<code class="small">${record.pack}</code>` : ''],
    ['digest', html`<code class="small">${record.digest}</code>`],
  ];
  return html`<article class="record" data-line=${record.line}>
    <h3>${say('record-heading', { number: record.number, asked: '' })}${shown(asked)}</h3>
    <p class="tags"><span class="tag ${tone(record.result)}">${sayIf(`record-result-${record.result}`, record.result)}</span></p>
    <dl class="facts">${facts.filter(([, value]) => value).map(([name, value]) => html`<dt>${say(`record-fact-${name}`)}</dt><dd>${value}</dd>`)}</dl>
    ${again ? compared(again, record) : nothing}
    ${record.hits.length > 0 ? html`${hits(record, file)}${laws(record)}` : nothing}
    ${record.hits.length > 0 && !record.redacted ? decide(record) : nothing}
    <details><summary>${say('record-details')}</summary><dl class="facts wide">${more.filter(([, value]) => value).map(([name, value]) => html`<dt>${say(`record-fact-${name}`)}</dt><dd>${value}</dd>`)}</dl></details>
  </article>`;
}

function tone(result: string): string {
  return { hit: 'stop', prohibited: 'stop', 'license-needed': 'stop', 'exception-may-apply': 'warn', 'rule-changing': 'warn', 'same-party': 'stop', indeterminate: 'warn', 'more-information': 'warn' }[result] ?? '';
}

function hits(record: RecordShown, file: CaseShown): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('record-fact-found')}><table class="wide">
    <caption>${say('record-fact-found')}: ${record.found}</caption>
    <thead><tr><th scope="col">${say('record-column-party')}</th><th scope="col" class="number">${say('record-column-score')}</th><th scope="col">${say('record-column-decision')}</th></tr></thead>
    <tbody>${record.hits.map((hit) => {
      const made = decisionOn(file, record, hit);
      return html`<tr><th scope="row">${hit.name ? shown(hit.name) : say('record-hidden')}<br /><span class="small quiet">${hit.list} ${hit.id ? shown(hit.id) : say('record-hidden')}</span></th><td class="number" data-head=${say('record-column-score')}>${points(hit.score)}</td>
        <td data-head=${say('record-column-decision')}>${made ? html`${sayIf(`record-result-${made.result}`, made.result || say('record-hidden'))}<br /><span class="small">${shown(made.remarks)}</span>` : html`<span class="quiet">${say('record-undecided')}</span>`}</td></tr>`;
    })}</tbody></table></div>`;
}

/** What the lists of its hits do in law, each said once with the hits that it is said of; or that it is not said. */
function laws({ hits, rules, lawful }: RecordShown): TemplateResult {
  if (!lawful) return html`<p class="unsaid"><strong>${rules ? say('record-law-missing', { rules }) : say('record-law-unnamed')}</strong></p>`;
  const groups = new Map<string, { effect: EffectShown; of: HitShown[] }>();
  for (const hit of hits) for (const effect of hit.effects) {
    const group = groups.get(effect.name) ?? { effect, of: [] };
    groups.set(effect.name, { effect, of: [...group.of, hit] });
  }
  const remark = (name: string, of: HitShown[]) => (of.length > 0 ? html`<p class="unsaid">${named(of)}: ${say(name)}</p>` : nothing);
  return html`${[...groups.values()].map(({ effect, of }) => html`<p class="small quiet">${named(of)}</p>${law(effect, true)}`)}
    ${remark('record-law-gap', hits.filter(({ effects }) => effects.length === 0))}
    ${remark('record-law-of-list', hits.filter(({ entry }) => !entry))}`;
}

function named(hits: HitShown[]): TemplateResult {
  return html`${hits.map(({ list, id }, at) => html`${at > 0 ? ', ' : ''}${list} ${id ? shown(id) : say('record-hidden')}`)}`;
}

/** The last decision about a hit of a record; none when there is none. */
function decisionOn(file: CaseShown, record: RecordShown, hit: { list: string; id: string }): RecordShown | undefined {
  return file.records.findLast((other) => other.kind === 'decision' && other.of === record.digest && other.about === `${hit.list}:${hit.id}`);
}

function compared(again: Compared, record: RecordShown): TemplateResult {
  if (again.same) return html`<p class="again"><strong>${say('record-same')}</strong></p>`;
  const text = (value: string | undefined) => (value ? shown(value.slice(0, 200)) : say('record-differs-nothing'));
  return html`<div class="verdict doubt again"><p><strong>${say('record-differs', { place: again.place ?? '' })}</strong> ${say(`record-cause-${again.cause}`, { pack: record.pack })}</p>
    <dl class="facts"><dt>${say('record-differs-then')}</dt><dd>${text(again.recorded)}</dd><dt>${say('record-differs-now')}</dt><dd>${text(again.now)}</dd></dl></div>`;
}
