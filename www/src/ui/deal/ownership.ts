import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { say } from '../../text/text';
import { plain, shown } from '../shown';

/** Somebody in a cap table. */
interface Owner { name?: string; share_percent?: string | number; owners?: Owner[]; screening?: unknown }

const [WIDTH, HEIGHT, GAP, STEP] = [210, 46, 14, 264];

interface Box { owner: Owner; x: number; y: number; from?: Box }

/** Who owns a party, drawn from left to right, and the same as a list: in the drawing's place on a narrow screen, and for those who can't see it on any. */
export function ownership(party: unknown): TemplateResult {
  const boxes: Box[] = [];
  const rows = lay(party as Owner, 0, 0, boxes);
  const width = Math.max(...boxes.map((box) => box.x)) + WIDTH;
  const height = rows * (HEIGHT + GAP) - GAP;
  return html`<figure class="graph">
    <figcaption>${say('deal-graph')}</figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('deal-graph')}>
      <svg aria-hidden="true" viewBox="-2 -2 ${width + 4} ${height + 4}" width=${width + 4} height=${height + 4}>${boxes.map(line)}${boxes.map(box)}</svg>
    </div>
    <ul class="owners">${listed(party as Owner)}</ul>
  </figure>`;
}

/** Puts a box for somebody in the middle of the rows that its owners take, and says how many those are. */
function lay(owner: Owner, column: number, row: number, boxes: Box[], from?: Box): number {
  const own: Box = { owner, x: column * STEP, y: 0, ...(from && { from }) };
  boxes.push(own);
  let rows = 0;
  for (const above of owner.owners ?? []) rows += lay(above, column + 1, row + rows, boxes, own);
  own.y = (row + (Math.max(rows, 1) - 1) / 2) * (HEIGHT + GAP);
  return Math.max(rows, 1);
}

function line({ from, x, y }: Box): SVGTemplateResult | '' {
  if (!from) return '';
  const [startX, startY, endY] = [from.x + WIDTH, from.y + HEIGHT / 2, y + HEIGHT / 2];
  return svg`<path d="M${startX} ${startY} C${startX + 30} ${startY} ${x - 30} ${endY} ${x} ${endY}"></path>`;
}

function box({ owner, x, y }: Box): SVGTemplateResult {
  const name = nameOf(owner);
  return svg`<g transform="translate(${x} ${y})"><rect class=${isHit(owner) ? 'hit' : ''} width=${WIDTH} height=${HEIGHT}></rect>
    <text x="10" y="19">${plain(name.length > 25 ? `${[...name].slice(0, 24).join('')}…` : name)}</text><text class="share" x="10" y="37">${notesOf(owner)}</text></g>`;
}

function listed(owner: Owner): TemplateResult {
  return html`<li><p class=${isHit(owner) ? 'hit' : ''}>${shown(nameOf(owner))} <span class="share">${notesOf(owner)}</span></p>${owner.owners?.length ? html`<ul>${owner.owners.map(listed)}</ul>` : nothing}</li>`;
}

const nameOf = (owner: Owner): string => owner.name ?? say('deal-unnamed');
const isHit = (owner: Owner): boolean => Array.isArray(owner.screening);
/** The share, and whether a list may name the owner: not by colour alone. */
const notesOf = (owner: Owner): string => [owner.share_percent === undefined ? '' : say('deal-share', { percent: String(owner.share_percent) }), isHit(owner) ? say('deal-graph-hit') : ''].filter(Boolean).join(', ');
