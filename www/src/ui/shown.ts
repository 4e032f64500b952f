import { html, type TemplateResult } from 'lit';
import { say } from '../text/text';

/**
 * What of somebody else's text would not show, or would paint over what stands beside it: characters that leave no mark or turn the text around them
 * (controls, format characters, fillers, variation selectors), runs of one blank that does not collapse, and more than five marks stacked on one letter (Burmese stacks four).
 */
const UNSEEN = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])\1*|([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])\2\2+|(?<=[\p{Mn}\p{Me}]{5})[\p{Mn}\p{Me}]+/gu;

/** Characters of somebody else's text: on its own as to direction, with everything unseen as a chip that names it. */
export function shown(text: string): TemplateResult {
  return html`<bdi>${cut(text, (run) => html`<span class="chip"><span class="unseen">${say('unseen-character')} </span>${named(run)}</span>`)}</bdi>`;
}

/** The same where only text can stand, such as in the choices of a field: chips in brackets, and the direction kept apart by isolates. */
export function plain(text: string): string {
  return /^[ -~]*$/.test(text) ? text : `\u2068${cut(text, (run) => `[${named(run)}]`).join('')}\u2069`;
}

function cut<T>(text: string, chip: (run: string) => T): (string | T)[] {
  const pieces: (string | T)[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(UNSEEN)) {
    pieces.push(text.slice(from, index), chip(run));
    from = index + run.length;
  }
  return [...pieces, text.slice(from)];
}

function named(run: string): string {
  const [first = '', ...more] = run;
  const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return more.length === 0 ? code : more.every((one) => one === first) ? `${code} × ${run.length / first.length}` : say('unseen-marks', { count: more.length + 1 });
}
