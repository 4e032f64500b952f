import type { Remote } from 'comlink';
import { digests } from 'virtual:redzone-assets';
import type { PartyQuestion } from 'redzone-wasm/party';
import type { Pack } from '../engine/pack';
import type { Reply } from '../engine/protocol';
import { Places } from './places';
import { questionOf, type Settings } from './question';
import type { Columns, ReaderApi } from './shapes';

/** The most parties that a record holds, as at the terminal. */
const MOST_KEPT = 1_000;
/** How many rows are recorded in one call. */
const AT_ONCE = 50;

/** A case file of a batch, and what names its end. */
export interface BatchFile { file: Blob; head: string }

/**
 * The case file of a run: the reader goes through the file again and every row is asked again, with all its hits. Lines go into the file as they come,
 * so a long one needs no more memory than a short one. `told` hears how many rows are in it.
 */
export async function recordBatch(pack: Pack, reader: Remote<ReaderApi>, columns: Columns, settings: Settings, rows: number, told: (rows: number) => void): Promise<Reply<BatchFile>> {
  const places = new Places(pack);
  const source = await reader.digest();
  if ('fault' in source) return source;
  const any: PartyQuestion = { name: 'a', kind: 'unstated', countries: [], born: '', ...settings, limit: MOST_KEPT };
  const begun = await pack.beginBatch(any, source.ok, digests.record);
  if ('fault' in begun) return begun;
  const started = await reader.start(columns);
  if ('fault' in started) return started;
  let file = new Blob([begun.ok, '\n']);
  let recorded = 0;
  for (let done = false; !done;) {
    const part = await reader.next(AT_ONCE);
    if ('fault' in part) return part;
    ({ done } = part.ok);
    const looked = await places.look(part.ok.rows);
    if ('fault' in looked) return looked;
    const asked = part.ok.rows.map((row) => {
      const ask = questionOf(row, settings, places.of);
      return { party: row.fields.reference?.trim() || String(row.number), ask: typeof ask === 'string' ? ask : { ...ask, limit: MOST_KEPT } };
    });
    if (asked.length === 0) continue;
    const lines = await pack.recordRows(asked);
    if ('fault' in lines) return lines;
    file = new Blob([file, lines.ok, '\n']);
    recorded += asked.length;
    told(recorded);
  }
  // The file on the disk may have been changed since it was checked.
  if (recorded !== rows) return { fault: { code: 'file-changed', message: '' } };
  const ended = await pack.endBatch();
  return 'fault' in ended ? ended : { ok: { file: new Blob([file, ended.ok.line, '\n']), head: ended.ok.head } };
}
