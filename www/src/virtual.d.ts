/** Made by tools/assets.ts. */
declare module 'virtual:redzone-assets' {
  /** A file to fetch: its address relative to the page, and the SRI digest it must have. */
  export interface Asset { url: string; integrity: string }
  /** A file of the signed pack, by the name the manifest knows it under; `late` when it is only read for a hit of `list`. */
  export interface PackAsset extends Asset { name: string; bytes: number; list: string; late: boolean }
  export const engine: Asset;
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
