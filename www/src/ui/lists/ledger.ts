import { html, type TemplateResult } from 'lit';
import type { ListShown, PackShown } from 'redzone-wasm/party';
import { count, say } from '../../text/text';
import { shown } from '../shown';

const COLUMNS = ['rows', 'joined', 'ended', 'dropped', 'entries', 'names', 'words'] as const;

/** The count ledger: from the rows of each publisher's file to the parties, names and words that are searched, and each file's digest. */
export function ledger(lists: PackShown): TemplateResult {
  const sums = COLUMNS.map((_, at) => lists.lists.reduce((sum, list) => sum + (figures(list)[at] ?? 0), 0));
  return html`<h2>${say('ledger-title')}</h2><p>${say('ledger-lede')}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('ledger-title')}><table class="ledger">
      <thead><tr><th scope="col">${say('column-list')}</th>${COLUMNS.map((column) => html`<th scope="col" class="number">${say(`column-${column}`)}</th>`)}</tr></thead>
      <tbody>${lists.lists.map((list) => html`<tr><th scope="row">${shown(list.title)}</th>${figures(list).map((figure) => html`<td class="number">${count(figure)}</td>`)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">${say('column-total')}</th>${sums.map((sum) => html`<td class="number">${count(sum)}</td>`)}</tr></tfoot>
    </table></div>
    <details><summary>${say('column-file')}</summary><dl class="facts wide">${lists.lists.map((list) => html`<dt>${shown(list.title)}</dt><dd><code>${list.digest}</code></dd>`)}</dl></details>`;
}

function figures({ rows, entries, names, words }: ListShown): number[] {
  return [...rows, entries, names, words];
}
