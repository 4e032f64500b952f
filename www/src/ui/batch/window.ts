/** The tallest that a list is made, in pixels: browsers end an element at some 17 million. A longer list is scrolled in larger steps. */
const TALLEST = 8_000_000;

/** What of a long list is drawn: `first` to `last` (not included), `top` pixels from the top of an element that is `height` high. */
export interface Window { height: number; first: number; last: number; top: number }

/** The rows of a list that can be seen, and one or two more. `row` and `view` are heights in pixels. */
export function windowOf(count: number, row: number, view: number, scrolled: number): Window {
  const whole = count * row;
  const height = Math.min(whole, TALLEST);
  const at = scrolled * scale(count, row, view);
  const first = Math.max(0, Math.min(count - 1, Math.floor(at / row)));
  const last = Math.min(count, first + Math.ceil(view / row) + 1);
  return { height, first, last, top: scrolled - (at - first * row) };
}

/** Where to scroll to so that a row is seen; nothing when it is. */
export function scrollTo(at: number, count: number, row: number, view: number, scrolled: number): number | undefined {
  const factor = scale(count, row, view);
  const [top, seen] = [at * row, scrolled * factor];
  if (top < seen) return top / factor;
  if (top + row > seen + view) return (top + row - view) / factor;
  return undefined;
}

/** How many pixels of the whole list one pixel of the element stands for. */
function scale(count: number, row: number, view: number): number {
  const [whole, room] = [count * row - view, Math.min(count * row, TALLEST) - view];
  return room > 0 ? whole / room : 1;
}
