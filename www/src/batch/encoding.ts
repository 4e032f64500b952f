/** Encodings to choose from, as TextDecoder calls them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'koi8-r', 'gb18030', 'big5', 'shift_jis', 'euc-kr'] as const;

const MARKS: [label: string, bytes: number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

/** From which share of bytes that are control characters on a text is UTF-16: there the line ends, blanks and digits of any script alone are more. */
const WIDE = 0.05;

/** An encoding, and whether the file says so itself: by a byte order mark, or by being valid UTF-8. */
export interface Guess { encoding: string; sure: boolean }

/** How a file is most likely written, from its first bytes. `whole`: whether these are all of them. */
export function guessEncoding(bytes: Uint8Array, whole: boolean): Guess {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { encoding: marked[0], sure: true };
  // No other text has many zeros and control characters in it, and one order of the bytes read as the other gives signs that nobody uses.
  if (controls(new TextDecoder('windows-1252').decode(bytes)) > WIDE) {
    const wide = ['utf-16le', 'utf-16be'].find((encoding) => written(decoded(bytes.subarray(0, bytes.length - (bytes.length % 2)), encoding, whole)));
    if (wide) return { encoding: wide, sure: false };
  }
  if (decoded(bytes, 'utf-8', whole) !== undefined) return { encoding: 'utf-8', sure: true };
  const scored = Object.entries(LIKELY).map(([encoding, likely]) => ({ encoding, score: plausible(decoded(bytes, encoding, whole), likely) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { encoding: best.score > 0 ? best.encoding : 'windows-1252', sure: false };
}

/** The share of control characters, tabs and line ends aside: text has next to none. */
export function controls(text: string): number {
  return (text.match(/[\0-\u0008\u000b\u000c\u000e-\u001f]/gu)?.length ?? 0) / Math.max(1, text.length);
}

/** Whether all but a few characters are letters, digits and signs. */
function written(text: string | undefined): boolean {
  if (!text) return false;
  return (text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\r\n]/gu)?.length ?? 0) / text.length > 0.98;
}

/** The text, or nothing when the bytes are not of this encoding. The last character may be cut off unless the bytes are `whole`. */
function decoded(bytes: Uint8Array, encoding: string, whole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}

/**
 * What the characters beyond ASCII look like in names that are really written in an encoding: `usual` are the everyday ones. Several
 * encodings read the same bytes without a fault; the wrong ones give rare characters and capitals inside words.
 */
const LIKELY: Record<string, { usual: RegExp; weight: number }> = {
  'windows-1252': { usual: /[àáâãäåæçèéêëìíîïñòóôõöøùúûüýßÀÁÂÄÅÆÇÈÉÊÑÓÔÖØÚÜ’–ºª«»]/gu, weight: 1 },
  'windows-1250': { usual: /[áčďéěíňóřšťúůýžąćęłńśźżőűöüäășțţşâîÁČŘŠŽŁÓŚŻŹÖÜ„”–]/gu, weight: 0.95 },
  'windows-1251': { usual: /[а-яёА-ЯЁіїєґ№«»–]/gu, weight: 1 },
  'koi8-r': { usual: /[а-яёА-ЯЁ]/gu, weight: 0.99 },
  'windows-1253': { usual: /[α-ωάέήίόύώΑ-Ω]/gu, weight: 0.98 },
  'windows-1254': { usual: /[çğıöşüÇĞİÖŞÜâîû]/gu, weight: 0.96 },
  'windows-1255': { usual: /[א-ת]/gu, weight: 0.98 },
  'windows-1256': { usual: /[ء-ي]/gu, weight: 0.98 },
  'gb18030': { usual: /[\u4e00-\u9fa5（），。·]/gu, weight: 1 },
  'big5': { usual: /[\u4e00-\u9fa5（），。]/gu, weight: 0.98 },
  'shift_jis': { usual: /[\u3040-\u30ff\u4e00-\u9fa5ー・（）]/gu, weight: 0.99 },
  'euc-kr': { usual: /[\uac00-\ud7a3㈜]/gu, weight: 1 },
};

/** Han characters of everyday names: with them Chinese in one encoding is told from Chinese read in another. */
const EVERYDAY = /[的中国國公司有限科技集团團股份电電子信息北京上海深圳市东東方大学學华華王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫林山川田口本村小日会會社株式工業业貿贸易機机械船運运]/gu;
const BEYOND = /[^\p{ASCII}]/gu;
/** A capital after a small letter, or letters of two scripts in one word: both are rare in names and common in text that is read wrongly. */
const ODD = /\p{Ll}\p{Lu}(?=\p{Lu}|\p{Ll}{0,1}\b)|[\p{Script=Latin}][\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{Script=Latin}]|[\u0080-\u009f\ue000-\uf8ff\ufffd\uff61-\uff9f]/gu;

function plausible(text: string | undefined, { usual, weight }: { usual: RegExp; weight: number }): number {
  if (text === undefined) return -1;
  const number = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const beyond = number(BEYOND);
  if (beyond === 0) return 0;
  return (weight * number(usual) + 0.5 * Math.min(number(EVERYDAY), beyond) - number(ODD)) / beyond;
}
