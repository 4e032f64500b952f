/** Made by tools/assets.ts. */
declare module 'virtual:redzone-assets' {
  /** A file to fetch: its address relative to the page, and the SRI digest it must have. */
  export interface Asset { url: string; integrity: string }
  /** A file of the signed pack, by the name the manifest knows it under. */
  export interface PackAsset extends Asset { name: string; bytes: number }
  export const engine: Asset;
  export const pack: PackAsset[];
  /** The engine worker, one classic script. */
  export const workerSource: string;
}
declare module '*.ftl?raw' {
  const text: string;
  export default text;
}
