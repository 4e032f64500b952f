import type { PackShown } from 'redzone-wasm/party';

/** What a list is called, by its id; the id where the pack in use does not hold it. Somebody else's text: `shown` or `plain` write it. */
export function listTitle(lists: PackShown | undefined, id: string): string {
  return lists?.lists.find((list) => list.id === id)?.title ?? id;
}
