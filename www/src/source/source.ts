import type { Part } from '../engine/parts';

/** A file of the signed pack, by the name under which the manifest knows it, and what for; `list` is the list's id, if it is of one. */
export interface PackEntry { name: string; list: string; part: Part }

/** When a file is read: `now`, as an answer waits for it, or once a promise is kept. Either way it is asked for at once, and what is read later with less urgency. */
export type Turn = 'now' | Promise<unknown>;

/**
 * Where the files of a page come from. The site and the embed fetch them, the kiosk carries them, and a newer pack comes from a file that
 * somebody opens; `load` asks each in the same way. What does not come is a `Fault`; whether it is genuine is for the engine to say.
 */
export interface Source {
  /** What files the pack has. */
  pack(): Promise<PackEntry[]>;
  /** One of them. */
  file(entry: PackEntry, turn: Turn): Promise<ArrayBuffer>;
  /** One of the engine's Wasm modules. */
  module(name: 'party' | 'rules' | 'record', turn: Turn): Promise<WebAssembly.Module>;
  /** The words that the engine knows, and its tables of East Asian names: it verifies both itself. */
  words(turn: Turn): Promise<ArrayBuffer>;
  tables(turn: Turn): Promise<ArrayBuffer>;
}
