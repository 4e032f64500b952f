/** Made by tools/assets.ts. */
declare module 'virtual:redzone-assets' {
  /** A file to fetch: its address relative to the page, and the SRI digest it must have. */
  export interface Asset { url: string; integrity: string }
  /** A file of the signed pack, by the name the manifest knows it under, and what for; `list` is the list's id, if it is of one. */
  export interface PackAsset extends Asset { name: string; bytes: number; list: string; part: 'manifest' | 'search' | 'detail' | 'rules' }
  /** The engine's two Wasm modules, and its tables of East Asian names. */
  export const engine: { party: Asset; rules: Asset; tables: Asset };
  export const pack: PackAsset[];
  /** The public keys that the pack may be signed with. */
  export const keys: string[];
  /** The engine worker, one classic script. */
  export const workerSource: string;
}
declare module '*.ftl?raw' {
  const text: string;
  export default text;
}
