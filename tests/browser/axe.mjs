// axe-core in a page, and the conditions under which every screen is tried.
import { readFile } from 'node:fs/promises';

const axe = await readFile(new URL('../../www/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const dressed = ([fontSize, dir]) => addEventListener('DOMContentLoaded', () => { Object.assign(document.documentElement.style, { fontSize }); document.documentElement.dir = dir; });
const CONDITIONS = {
  light: {},
  dark: { colorScheme: 'dark' },
  '320 px': { viewport: { width: 320, height: 640 } },
  'forced colours': { forcedColors: 'active' },
  '200 % text': { fontSize: '200%' },
  'right to left': { dir: 'rtl' },
};
/** By name: how the browser is set, and what runs in the page before its own script. */
export const conditions = Object.entries(CONDITIONS).map(([name, { fontSize = '', dir = '', ...context }]) => [name, { context: { reducedMotion: 'reduce', ...context }, init: { content: `(${dressed})(${JSON.stringify([fontSize, dir])})` } }]);

/** What is wrong with the screen at hand: what axe finds, scrolling sideways, and words of a drawing outside their box. */
export async function faults(page, screen) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), RULES);
  const drawn = await page.evaluate(() => {
    const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
    const outside = [...document.querySelectorAll('main svg g text')].filter((text) => text.checkVisibility() && !within(text.getBoundingClientRect(), text.closest('g').querySelector('rect').getBoundingClientRect()));
    const wide = document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll('main *, header *')].filter((one) => !one.closest('.scroll') && (one.getBoundingClientRect().left < -1 || one.getBoundingClientRect().right > innerWidth + 1)).slice(0, 3) : [];
    return [...(document.documentElement.scrollWidth > innerWidth ? [`scrolls sideways: ${wide.map((one) => `${one.tagName} ${one.getAttribute('class') ?? ''}`)}`] : []), ...outside.map((text) => `drawn outside its box: ${text.textContent}`)];
  });
  return [...violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' | ')}`), ...drawn].map((one) => `${screen}: ${one}`);
}
