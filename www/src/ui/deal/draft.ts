import type { DealAnswer, DealQuestion } from 'redzone-wasm/rules';

/** A question in the making, edited in place: the same tree as the file. What is not known is not there. */
export type Draft = Record<string, unknown>;
/** Where something stands in a draft: `['parties', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** What stands at a path, or nothing. */
export function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], tree);
}

/** The list at a path; empty when there is none. */
export function listAt(tree: unknown, path: Path): unknown[] {
  const list = at(tree, path);
  return Array.isArray(list) ? list : [];
}

/** Puts a value where the path leads, with the objects and lists on the way; `undefined` takes away what stands there. */
export function put(tree: Draft, path: Path, value: unknown): void {
  const [key, next] = path;
  if (key === undefined) return;
  const here = tree as Record<string | number, unknown>;
  if (next === undefined) {
    if (value === undefined) delete here[key];
    else here[key] = value;
    return;
  }
  if (value === undefined && here[key] === undefined) return;
  here[key] ??= typeof next === 'number' ? [] : {};
  put(here[key] as Draft, path.slice(1), value);
}

/** Takes one thing out of a list; a list that is left empty says nothing and goes too. */
export function take(tree: Draft, path: Path, place: number): void {
  const list = listAt(tree, path);
  list.splice(place, 1);
  if (list.length === 0) put(tree, path, undefined);
}

/** Takes away what screening gave, but where a person has decided. */
export function unscreen(tree: unknown, key: 'parties' | 'owners'): void {
  for (const one of listAt(tree, [key]) as Draft[]) {
    // What stands of an address that is not told was compared by hand.
    for (const key of one['address'] === undefined ? ['screening'] : ['screening', 'address_screening']) {
      const decided = listAt(one, [key]).some((hit) => at(hit, ['finding']) !== undefined);
      if (!decided) delete one[key];
    }
    unscreen(one, 'owners');
  }
}

/** The question as a file holds it: without what is empty but may not be. */
export function question(draft: Draft): DealQuestion {
  return pruned(draft) as unknown as DealQuestion;
}

/** Lists that say something by being empty: there is no stop, no customer, no layer. */
const MAY_BE_EMPTY = new Set(['legs', 'customers', 'layers']);

function pruned(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.length === 0 && !MAY_BE_EMPTY.has(name) ? undefined : value.map((one) => pruned(one));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, pruned(member, key)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined && member !== ''));
}

/** `items[0].units[1].count`, as an engine's error names a field, to the id of the field on the page. */
export function fieldId(field: string): string {
  return idOf(field.split(/[[\].]+/).filter(Boolean));
}

/** The id of the field for what stands at a path. */
export function idOf(path: Path): string {
  return ['deal', ...path].join('-');
}

/** A file for the user to keep: the only place where a deal is kept. */
export function save(name: string, type: string, text: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Question and answer together, as `redzone determine --format json` prints them. */
export function both(asked: DealQuestion, answer: DealAnswer): string {
  return `${JSON.stringify({ question: asked, answer }, null, 1)}\n`;
}

/** A file of ours to a draft: a question, or a question with its answer. */
export function opened(text: string): Draft {
  const value: unknown = JSON.parse(text);
  const inner = at(value, ['question']) ?? value;
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) throw new TypeError('not an object');
  return inner as Draft;
}
