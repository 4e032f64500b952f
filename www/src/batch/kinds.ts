import type { Fault } from '../engine/protocol';

/** Files that people choose by mistake, by their first bytes. */
const OTHERS: [what: string, bytes: number[]][] = [
  ['old-excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['packed', [0x1f, 0x8b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a]],
];

/** Why a file can't be a table, from its first bytes. XLSX is a ZIP file and is let through. */
export function refusedType(bytes: Uint8Array, size: number): Fault | undefined {
  if (size === 0) return { code: 'file-empty', message: '' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return undefined;
  const other = OTHERS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  // "MZ" may begin a name; the header of a program has zeros.
  return other && (other[0] !== 'program' || bytes.includes(0)) ? { code: `file-${other[0]}`, message: '' } : undefined;
}
