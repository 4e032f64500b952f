/**
 * What the element on a host's page and our frame say to each other. The host's scripts can read all of it, so nothing here says who was asked
 * about. Version 1; a message of another shape is not answered.
 */
export const VERSION = 1;

/** From the frame, once, to whoever holds it: it is there, and waits for its settings and a port. */
export interface Hello { redzone: typeof VERSION; type: 'hello' }
/** To the frame, once, with one end of a channel; everything later goes through that. */
export interface Init { redzone: typeof VERSION; type: 'init'; settings: Settings }

/** What an embedder may choose. Whatever is not understood is left out. */
export interface Settings {
  theme?: string;
  locale?: string;
  /** Days until a list is amber, red, and no longer an answer. */
  ages?: number[];
  /** The highest threshold, in basis points. */
  threshold?: number;
  /** Whether verdicts are told to the host; the frame says so to the reader. */
  verdicts?: boolean;
}

/** From the frame: how high its content is, in CSS pixels; or, if it was asked to, that there is a verdict. */
export type Told =
  | { type: 'height'; height: number }
  | { type: 'verdict'; about: 'party' | 'destination'; verdict: string };

/** A message of this protocol, of one type. */
export function isMessage(data: unknown, type: 'hello' | 'init'): boolean {
  const message = data as { redzone?: unknown; type?: unknown } | null;
  return typeof message === 'object' && message !== null && message.redzone === VERSION && message.type === type;
}
