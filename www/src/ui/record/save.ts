import { random } from '../../engine/stamp';
import { save } from '../deal/draft';

/** The forms in which a case file leaves the page. */
export const FORMS = { report: ['html', 'text/html'], csv: ['csv', 'text/csv'], 'csv-exact': ['csv', 'text/csv'], ics: ['ics', 'text/calendar'] } as const;
export type Form = keyof typeof FORMS;

/** Names of files say nothing of a question. */
export function saveForm(form: Form, text: string): void {
  const [end, type] = FORMS[form];
  save(`redzone-${form}.${end}`, type, text);
}

export { save };

/** The 32 bytes of a new Ed25519 key: made by the browser where it knows how, else random, which is what such a key is. */
export async function keySeed(): Promise<Uint8Array> {
  try {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const seed = Uint8Array.from(atob(d.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    if (seed.length === 32) return seed;
  } catch { /* an older browser, or a page that was not served securely */ }
  return random();
}
