/** The head as it was built, before the page sealed itself and named its view. */
const head = document.head.outerHTML;

/**
 * This kiosk with another pack in it, as a file. Its script and its engine stay byte for byte what they were, and so does what its policy
 * allows; only the block of lists is another one, which the kiosk verifies again whenever it starts.
 */
export async function kioskWith(pack: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await pack.arrayBuffer());
  const blocks = [...document.querySelectorAll<HTMLScriptElement>('body > script')].map((block) => {
    if (block.id !== 'redzone-pack') return block.outerHTML;
    const other = block.cloneNode() as HTMLScriptElement;
    // A type that no browser runs: Trusted Types guards the text of scripts, and of blocks of data with them.
    other.append(document.createTextNode(toBase64(bytes)));
    return other.outerHTML;
  });
  return new Blob(['<!doctype html>\n<html lang="en">', head, '<body>\n<redzone-kiosk></redzone-kiosk>\n', blocks.join('\n'), '</body></html>\n'], { type: 'text/html' });
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
