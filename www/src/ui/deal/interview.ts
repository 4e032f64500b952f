import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PackShown } from 'redzone-wasm/party';
import type { DealAnswer, DealAsked, DealHit, DealQuestion } from 'redzone-wasm/rules';
import { day, say, today } from '../../text/text';
import { shown } from '../shown';
import { listTitle } from '../titles';
import { at, idOf, listAt, put, type Path } from './draft';
import { choice, text, type Form } from './fields';

/** The red flags: each asked, answered with evidence and a day. Until then it holds the deal. */
export function flags(form: Form, answer: DealAnswer): TemplateResult {
  return html`<section aria-labelledby="deal-flags">
    <h2 id="deal-flags" tabindex="-1">${openFlags(answer)}</h2>
    <p>${say('deal-flags-lede')}</p>
    ${repeat(answer.flags, (flag) => flag.code, (flag) => asked(form, flag, true))}
  </section>`;
}

/** How many of the red flags are open. */
export function openFlags({ flags }: DealAnswer): string {
  return say('deal-flags', { open: flags.filter(({ state }) => state === 'open' || state === 'raised').length, count: flags.length });
}

/** Questions on which a rule or an exception hangs. */
export function questions(form: Form, answer: DealAnswer): TemplateResult | typeof nothing {
  const answered = listAt(form.draft, ['answers']).map((one) => String(at(one, ['code'])));
  const codes = new Set(answer.flags.map((flag) => flag.code));
  const gone = answered.filter((code) => !codes.has(code) && !answer.questions.some((one) => one.code === code)).map((code): DealAsked => ({ code }));
  const all = [...answer.questions, ...gone];
  if (all.length === 0) return nothing;
  return html`<section aria-labelledby="deal-questions"><h2 id="deal-questions" tabindex="-1">${say('deal-questions', { count: answer.questions.length })}</h2><p>${say('deal-questions-lede')}</p>
    ${repeat(all, (one) => one.code, (one) => asked(form, one, false))}</section>`;
}

function asked(form: Form, { code, asks, next_step: next, citation, confidence, state, holds_at: level }: DealAsked, flag: boolean): TemplateResult {
  const path = replyPath(form, code);
  const now = String(at(form.draft, [...path, 'reply']) ?? '');
  const shownState = state ?? (now ? 'answered' : 'open');
  const replies = flag ? ['no', 'yes', 'resolved'] : ['no', 'yes'];
  return html`<details class="asked" data-state=${shownState}>
    <summary><span class="tag ${['open', 'raised'].includes(shownState) ? 'warn' : ''}">${say(`deal-flag-${shownState}`)}</span> ${asks || code}</summary>
    <p class="small quiet">${citation} ${confidence && confidence !== 'verified' ? html`<span class="tag warn">${say('unverified')}</span>` : nothing} ${level && flag ? say('deal-flag-holds', { level: say(`level-${level}`) }) : nothing} <code>${code}</code></p>
    ${next ? html`<p><strong>${say('next')}</strong> ${next}</p>` : nothing}
    <fieldset><legend>${say('deal-reply')}</legend><div class="choices">${replies.map((reply) => html`<label><input type="radio" name="deal-reply-${code}" id=${idOf(['reply', code, reply])}
      .checked=${now === reply} @change=${() => answered(form, code, 'reply', reply)} />${say(`deal-reply-${reply}`)}</label>`)}</div></fieldset>
    ${now ? html`<div class="row">${line(form, code, 'evidence')}${line(form, code, 'date')}</div>` : nothing}
  </details>`;
}

function line(form: Form, code: string, field: 'evidence' | 'date'): TemplateResult {
  const id = idOf(['reply', code, field]);
  return html`<div class="field ${field === 'date' ? 'short' : 'middle'}"><label for=${id}>${say(`deal-reply-${field}`)}</label>
    <input id=${id} type="text" autocomplete="off" .value=${String(at(form.draft, [...replyPath(form, code), field]) ?? '')}
      @change=${(event: Event) => answered(form, code, field, (event.target as HTMLInputElement).value.trim())} /></div>`;
}

/** Where the answer with this code stands, or would stand. */
function replyPath(form: Form, code: string): Path {
  const all = listAt(form.draft, ['answers']);
  const found = all.findIndex((one) => at(one, ['code']) === code);
  return ['answers', found < 0 ? all.length : found];
}

function answered(form: Form, code: string, field: string, value: string): void {
  const path = replyPath(form, code);
  put(form.draft, [...path, 'code'], code);
  put(form.draft, [...path, field], value || undefined);
  if (field === 'reply' && at(form.draft, [...path, 'date']) === undefined) put(form.draft, [...path, 'date'], today());
  form.changed(path);
}

/** What a hit was called when it was screened here; files carry the list and the entry only. */
export type HitNames = ReadonlyMap<string, string>;

/** Hits of parties and owners, for a person to decide. Undecided, each may be the listed party. */
export function hits(form: Form, found: readonly Found[], names: HitNames, lists: PackShown | undefined): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`<section aria-labelledby="deal-hits"><h2 id="deal-hits" tabindex="-1">${say('deal-hits', { count: found.length })}</h2><p>${say('deal-hits-lede')}</p>
    ${found.map(({ path, of, hit }, at) => html`<details class="asked" ?open=${at === 0}>
      <summary><span class="tag ${hit.finding === 'another' ? '' : 'stop'}">${say(`deal-finding-${hit.finding ?? 'open'}`)}</span> ${shown(of)}: <strong>${shown(names.get(`${hit.list}/${hit.entry ?? ''}`) ?? '')}</strong> <span class="quiet">${shown(listTitle(lists, hit.list))} ${shown(hit.entry ?? '')}</span></summary>
      ${choice(form, [...path, 'finding'], 'deal-finding', [[undefined, 'deal-finding-open'], ['same', 'deal-finding-same'], ['another', 'deal-finding-another']])}
      ${hit.finding ? html`<div class="row">${text(form, [...path, 'evidence'], 'deal-reply-evidence')}${text(form, [...path, 'date'], 'deal-reply-date', { short: true })}</div>` : nothing}
      ${hit.finding === 'another' && !(hit.evidence && hit.date) ? html`<p class="small">${say('deal-finding-needs')}</p>` : nothing}
      ${hit.date ? html`<p class="small quiet">${say('deal-finding-day', { day: day(hit.date) })}</p>` : nothing}
    </details>`)}</section>`;
}

/** A hit of somebody in a question, and where it stands. */
interface Found { path: Path; of: string; hit: DealHit }

/** The hits of parties and owners in a question, in its order. */
export function hitsOf(question: DealQuestion): Found[] {
  const found: Found[] = [];
  const walk = (people: readonly unknown[] | undefined, path: Path): void => (people ?? []).forEach((one, place) => {
    for (const key of ['screening', 'address_screening']) {
      listAt(one, [key]).forEach((hit, number) => found.push({ path: [...path, place, key, number], of: String(at(one, ['name']) ?? ''), hit: hit as DealHit }));
    }
    walk(at(one, ['owners']) as unknown[] | undefined, [...path, place, 'owners']);
  });
  walk(question.parties, ['parties']);
  return found;
}
