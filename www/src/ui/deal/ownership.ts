import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { say, sayIf } from '../../text/text';
import { plain, shown } from '../shown';

/** A party, or somebody in its cap table. */
interface Owner { name?: string; roles?: string[]; share_percent?: string | number; owners?: Owner[]; screening?: unknown }

/** In units, of which REM are as long as the reader's text is high: a drawing grows with it. */
const [WIDTH, HEIGHT, GAP, STEP, REM] = [210, 46, 14, 264, 16];
/** The most characters of a name, and of what is said of it, that a box has room for. */
const ROOM = 25;

interface Box { owner: Owner; x: number; y: number; from?: Box }

/** Parties and who owns them, drawn from left to right, and the same as a list: in the drawing's place on a narrow screen, and for those who can't see it on any. */
export function ownership(parties: readonly unknown[], title: TemplateResult | string = say('deal-graph')): TemplateResult {
  const boxes: Box[] = [];
  const rows = parties.reduce<number>((row, party) => row + lay(party as Owner, 0, row, boxes), 0);
  const width = Math.max(...boxes.map((box) => box.x)) + WIDTH;
  const height = rows * (HEIGHT + GAP) - GAP;
  return html`<figure class="graph">
    <figcaption>${title}</figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label=${say('deal-graph')}>
      <svg aria-hidden="true" viewBox="-2 -2 ${width + 4} ${height + 4}" width="${(width + 4) / REM}rem" height="${(height + 4) / REM}rem">${boxes.map(line)}${boxes.map(box)}</svg>
    </div>
    <ul class="owners">${parties.map((party) => listed(party as Owner))}</ul>
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
    <text x="10" y="19">${plain(cut(name))}</text><text class="share" x="10" y="37">${cut(notesOf(owner))}</text></g>`;
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > ROOM ? `${characters.slice(0, ROOM - 1).join('')}…` : text;
}

function listed(owner: Owner): TemplateResult {
  return html`<li><p class=${isHit(owner) ? 'hit' : ''}>${shown(nameOf(owner))} <span class="share">${notesOf(owner)}</span></p>${owner.owners?.length ? html`<ul>${owner.owners.map(listed)}</ul>` : nothing}</li>`;
}

const nameOf = (owner: Owner): string => owner.name ?? say('deal-unnamed');
/** Whether a list may name somebody: a hit that nobody found to be another party. */
const isHit = ({ screening }: Owner): boolean => Array.isArray(screening) && screening.some((hit: { finding?: string }) => hit.finding !== 'another');
/** Whether a list may name somebody, which is not told by colour alone, the share, and the parts in the deal. */
const notesOf = (owner: Owner): string => [isHit(owner) ? say('deal-graph-hit') : '', owner.share_percent === undefined ? '' : say('deal-share', { percent: String(owner.share_percent) }), ...(owner.roles ?? []).map((role) => sayIf(`role-${role}`, role))].filter(Boolean).join(', ');
