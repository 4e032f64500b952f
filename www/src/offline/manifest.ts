import manifest from './manifest.webmanifest?raw';

/**
 * Browsers ask for the manifest of an application when they please, which may be after the seal. So the page names it by its content, with
 * whole addresses, and no request is needed.
 */
export function inlineManifest(): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (!link || !icon) return;
  const base = new URL('./', document.baseURI).href;
  const icons = ['any', 'maskable'].map((purpose) => ({ src: icon.href, sizes: 'any', type: 'image/svg+xml', purpose }));
  link.href = `data:application/manifest+json,${encodeURIComponent(JSON.stringify({ ...JSON.parse(manifest), id: base, start_url: base, scope: base, icons }))}`;
}
