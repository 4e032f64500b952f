import { html, type TemplateResult } from 'lit';
import { say } from '../text/text';

/** Characters that leave no mark on the page, or turn the text around them: controls, format characters, fillers, variation selectors. */
const UNSEEN = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/u;

/** Characters of somebody else's text: on its own as to direction, with every unseen character as a chip that names it. */
export function shown(text: string): TemplateResult {
  return html`<bdi>${pieces(text)}</bdi>`;
}

function pieces(text: string): unknown[] {
  return text.split(UNSEEN).map((piece, at) => (at % 2 === 0 ? piece : chip(piece)));
}

function chip(character: string): TemplateResult {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return html`<span class="chip"><span class="unseen">${say('unseen-character')} </span>U+${code}</span>`;
}
