/** What a file of a pack is for, as its name says: the files of a list's index, the rules, or the manifest that names and signs them all. */
export type Part = 'manifest' | 'search' | 'detail' | 'rules';

/** The part, and the list's id for a file that is of one. */
export function partOf(name: string): { list: string; part: Part } {
  const [first = '', second = ''] = name.split('.');
  const [list, part] = ['search', 'detail'].includes(second) ? [first, second] : ['', first];
  return { list, part: part as Part };
}
