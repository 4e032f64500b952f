/** What begins a formula, full-width and small forms included: the same characters as in crate/record/src/report/csv.rs, where the reasons stand. */
const ACTIVE = new Set('=+-@＝＋－＠﹢﹣﹦﹫−%|');
/** What some program may take for the end of a cell. */
const SEPARATOR = /([,;\t|\r\n\v\u2028\u2029])/u;
/** What programs skip or drop before they look for a formula. */
const PADDING = /^[\s\p{Cc}"'\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*/u;

/** The text with an apostrophe before whatever could begin a formula, at its start or after anything that may separate cells. */
export function guard(text: string): string {
  const parts = text.split(SEPARATOR);
  const guarded = parts.map((part, at) => {
    if (at % 2 === 1) return part;
    const padding = PADDING.exec(part)?.[0] ?? '';
    const [first = ''] = part.slice(padding.length);
    return ACTIVE.has(first) ? `${padding}'${part.slice(padding.length)}` : part;
  }).join('');
  // A cell that begins with a separator begins like a formula to some; `|` is one and the other.
  return /^[,;\t|\r\n\v\u2028\u2029]/u.test(text) ? `'${guarded}` : guarded;
}

/** The text as a JSON string, which reads back exactly. */
export function exact(text: string): string {
  return JSON.stringify(text);
}

/** A line of a file for spreadsheets (RFC 4180), every cell quoted. */
export function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}
