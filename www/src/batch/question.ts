import type { PartyQuestion } from 'redzone-wasm/party';
import { nameOf } from './columns';
import type { Row } from './shapes';

/** Words for kinds of party in files; any other leaves the kind open, which finds more and never less. */
const KINDS: Record<string, string> = {
  individual: 'individual|person|natural person|natural|people|private|ind|p|natürliche person|persona|persona física|persona fisica|pessoa|pessoa física|personne|personne physique|физическое лицо|физлицо|фл|человек|个人|自然人|個人|개인|gerçek kişi|فرد',
  entity: 'entity|company|organisation|organization|corporation|business|firm|legal|legal person|legal entity|org|corp|e|c|juristische person|unternehmen|firma|empresa|persona jurídica|pessoa jurídica|persona giuridica|società|société|entreprise|personne morale|юридическое лицо|юрлицо|юл|организация|компания|企业|公司|法人|组织|기업|법인|tüzel kişi|şirket|شركة|منظمة',
  vessel: 'vessel|ship|boat|tanker|schiff|buque|navio|nave|navire|судно|船舶|船|선박|gemi|سفينة',
  aircraft: 'aircraft|airplane|plane|flugzeug|aeronave|aeromobile|aéronef|avion|воздушное судно|самолет|самолёт|飞机|飛機|航空機|항공기|uçak|طائرة',
};
const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, words]) => words.split('|').map((word) => [word, kind])));

/** What every question of a run has in common. */
export interface Settings { asOf: string; threshold: number }

/** A row as a question, or the code of what in it can't be asked. `place` gives the country's code of a text, or nothing. */
export function questionOf({ fields, wrong }: Row, { asOf, threshold }: Settings, place: (text: string) => string | undefined): PartyQuestion | string {
  if (wrong) return wrong;
  const name = nameOf(fields);
  const address = (fields.address ?? '').trim();
  const identifiers = (fields.identifiers ?? '').split(/[;|\n]/).map((one) => one.trim()).filter(Boolean);
  if (name === '' && address === '' && identifiers.length === 0) return 'name-empty';
  const born = bornOf(fields.born ?? '');
  if (born === undefined) return 'born';
  const country = countryText(fields.country);
  const code = country === '' ? '' : place(country);
  if (code === undefined) return 'country';
  return { name, ...(address && { address }), ...(identifiers.length > 0 && { identifiers }), kind: KIND_OF.get((fields.kind ?? '').trim().toLowerCase()) ?? 'unstated', countries: code ? [code] : [], born, asOf, threshold, limit: 1 };
}

/** What stands for a country in a row; words for "none" stand for nothing. */
export function countryText(text = ''): string {
  const plain = text.trim();
  return /^(n\/?a|none|null|unknown|not known|xx|-+|\?+)$/i.test(plain) ? '' : plain;
}

/**
 * A birth date as the engine reads it. Where day and month can't be told from each other only the year counts. Nothing for what is no date.
 */
export function bornOf(text: string): string | undefined {
  const plain = text.trim().replace(/[T ]\d\d?:\d\d.*$/, '');
  if (/^(n\/?a|none|null|unknown|-*|\?+)$/i.test(plain)) return '';
  if (/^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/.test(plain)) return plain;
  const two = (part: string) => part.padStart(2, '0');
  const first = /^(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (first) return whole(first[1] ?? '', two(first[2] ?? ''), two(first[3] ?? ''));
  const [, a = '', between = '', b = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(plain) ?? [];
  if (year === '') return undefined;
  // With points the day comes first wherever they are used; else a number over 12 tells.
  if (between === '.' || Number(a) > 12) return whole(year, two(b), two(a));
  if (Number(b) > 12) return whole(year, two(a), two(b));
  return a === b ? whole(year, two(a), two(b)) : year;
}

function whole(year: string, month: string, day: string): string | undefined {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? `${year}-${month}-${day}` : undefined;
}
