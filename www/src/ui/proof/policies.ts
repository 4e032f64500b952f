import { html, type TemplateResult } from 'lit';
import { say } from '../../text/text';

/** The policies that stand in the page, as the browser has them: the one that it came with, and the seal. */
export function policies(): TemplateResult {
  const found = [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')];
  return html`${found.map(({ content }, at) => html`<h3>${say(at === 0 ? 'policy-own' : 'policy-seal')}</h3>
    <ul class="code">${content.split(';').map((directive) => html`<li><code>${directive.trim()}</code></li>`)}</ul>`)}`;
}
