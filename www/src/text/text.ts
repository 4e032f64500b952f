import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import page from './en/page.ftl?raw';
import party from './en/party.ftl?raw';

const LANGUAGE = 'en-GB';
const bundle = new FluentBundle(LANGUAGE, { useIsolating: false });
const names: string[] = [];
learn(page, party);

/** Adds the words of views that come late. */
export function learn(...files: string[]): void {
  for (const file of files) {
    const resource = new FluentResource(file);
    bundle.addResource(resource);
    names.push(...resource.body.map(({ id }) => id));
  }
}

/** The names of the messages that begin so, in the order of their files. */
export function namesOf(start: string): string[] {
  return names.filter((name) => name.startsWith(start));
}

/** A message by its name. An unknown name shows itself in braces, which the browser suite looks for. */
export function say(name: string, values?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(name);
  return message?.value ? bundle.formatPattern(message.value, values ?? null) : `{${name}}`;
}

/** A message when there is one of that name. */
export function sayIf(name: string, otherwise: string, values?: Record<string, FluentVariable>): string {
  return bundle.hasMessage(name) ? say(name, values) : otherwise;
}

let formats = formatsOf(LANGUAGE);

/** How days and numbers are written. The words are English, so only an English locale counts. */
export function speak(locale: string): void {
  const [known] = /^en\b/i.test(locale) ? Intl.DateTimeFormat.supportedLocalesOf([locale]) : [];
  if (known) formats = formatsOf(known);
}

/** Makes what an answer's days and numbers are written with, while the engine is at work: making one takes a browser some milliseconds. */
export function prepareFormats(): void {
  formats.longDay();
  formats.whole();
  formats.hundredths();
  formats.oneDecimal();
}

/** Each is made when it is first wanted. */
function formatsOf(locale: string) {
  return {
    longDay: once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })),
    whole: once(() => new Intl.NumberFormat(locale)),
    oneDecimal: once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })),
    hundredths: once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })),
    regions: once(() => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `2026-07-31` as people write it; anything else as it is. */
export function day(date: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? formats.longDay().format(new Date(`${date}T00:00:00Z`)) : date;
}

/** A count. */
export function count(number: number): string {
  return formats.whole().format(number);
}

/** Basis points as "of 100". */
export function points(basis: number): string {
  return formats.hundredths().format(basis / 100);
}

/** A figure per thousand as per cent. */
export function tenths(thousandths: number): string {
  return formats.oneDecimal().format(thousandths / 10);
}

/** A country by its code. */
export function country(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (formats.regions().of(code) ?? code) : code;
}

/** A place by its code: a country, or a region inside one. */
export function placeName(code: string): string {
  return sayIf(`place-${code}`, country(code));
}

/** Today where the user is, as the engine wants it. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
