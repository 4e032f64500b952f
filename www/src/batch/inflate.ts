// In place of fflate in the worker that reads files (tools/assets.ts): unpacks in this worker, since a sealed page starts no other, and refuses what unpacks
// to more than memory should hold.
import { unzipSync } from 'fflate/browser';

export { strFromU8 } from 'fflate/browser';

/** The most bytes that the parts of a spreadsheet may unpack to. */
const MOST = 768 << 20;

type Files = Record<string, Uint8Array>;

/** As fflate's `unzip` is called: with what to unpack and who waits for it. */
export function unzip(archive: Uint8Array, done: (error: Error | null, files?: Files) => void): void {
  try {
    let sum = 0;
    const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
      if (!/\.(xml|rels)$/.test(name)) return false;
      sum += originalSize;
      if (sum > MOST) throw Object.assign(new RangeError(`it unpacks to over ${MOST} bytes`), { code: 'sheet-large' });
      return true;
    };
    done(null, unzipSync(archive, { filter }));
  } catch (error) {
    done(error as Error);
  }
}
