/** Made by tools/assets.ts. */
declare module 'virtual:redzone-assets' {
  /** A file to fetch: its address relative to the page, and the SRI digest it must have. */
  export interface Asset { url: string; integrity: string }
  /** A file of the signed pack, which vouches for it, and its address relative to the page. */
  export type PackAsset = import('./source/source').PackEntry & { url: string };
  /** The engine's Wasm modules, the words that it knows, and its tables of East Asian names. */
  export const engine: { party: Asset; rules: Asset; record: Asset; words: Asset; tables: Asset };
  /** SHA-256 of the modules that answer for records, 64 hexadecimal digits: what a record names them by. Deals are answered by the rules. */
  export const digests: { record: string; rules: string };
  /** None where the page carries its pack in itself. */
  export const pack: PackAsset[];
  /** What the engine answered over this pack when the site was built. */
  export const known: import('./engine/protocol').Known;
  /** Lists that the project knows and that this pack does not hold. */
  export const catalog: { id: string; title: string; publisher: string }[];
  /** The public keys that the pack may be signed with. */
  export const keys: string[];
  /** The engine worker, one classic script. */
  export const workerSource: string;
}
/** Made by tools/assets.ts: the worker that reads files of rows, one classic script. */
declare module 'virtual:redzone-reader' {
  export const readerSource: string;
}
/** Where the files come from, chosen by each output's configuration: source/fetched.ts or source/inlined.ts. */
declare module 'virtual:redzone-source' {
  export const source: import('./source/source').Source;
}
/** Made by tools/atlas.ts: the outlines of countries, and where to mark each place that the rules know. */
declare module 'virtual:redzone-atlas' {
  /** Degrees, east and north. */
  export type Point = [longitude: number, latitude: number];
  export const world: import('topojson-specification').Topology<{ countries: import('topojson-specification').GeometryCollection }>;
  export const points: Record<string, Point>;
}
/** The views that come late: late.ts, or embed/late.ts. */
declare module 'virtual:redzone-late' {
  /** Takes the views and their words into use. */
  export function define(): void;
}
declare module '*.ftl?raw' {
  const text: string;
  export default text;
}
declare module '*.webmanifest?raw' {
  const text: string;
  export default text;
}
