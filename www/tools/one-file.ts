// The kiosk as one HTML file: its script and its style stand in it, allowed by their digests, and after them blocks of data: the engine's
// modules and tables, and the pack, each packed with gzip (the only format that every browser unpacks) and written in base64.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { enginePart, packArchive, type EnginePart } from './assets.ts';

const allowed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const packed = (bytes: Uint8Array): Buffer => gzipSync(bytes, { level: 9 });
const block = (name: string, bytes: Buffer): string => `<script type="text/plain" id="redzone-${name}">${bytes.toString('base64')}</script>`;

/** Makes `page` of the bundle hold everything, under the name `made`; the pack's archive is written beside it, for other kiosks to open. */
export function oneFile(page: string, made: string): Plugin {
  return {
    name: 'redzone-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const html = bundle[page];
        if (html?.type !== 'asset') throw new Error(`${page} is not in the bundle`);
        const parts = Object.values(bundle).filter((one) => one !== html);
        const script = parts.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('\n').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
        const style = parts.flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [])).join('\n');
        const others = parts.filter((one) => one.type === 'asset' && !one.fileName.endsWith('.css')).map(({ fileName }) => fileName);
        if (others.length > 0 || script === '' || style === '') throw new Error(`the kiosk should be one script and one style, and has ${others.join(', ')} besides`);
        const pack = packArchive();
        const archive = pack && packed(pack);
        const names: EnginePart[] = ['party', 'rules', 'record', 'words', 'tables'];
        const blocks = [...names.map((name) => block(name, packed(enginePart(name)))), ...(archive ? [block('pack', archive)] : [])];
        const source = String(html.source)
          .replace(/ *<(script|link)\b[^>]*\b(?:src|href)="[^"]*"[^>]*>(<\/script>)?\n?/g, '')
          .replace("script-src ", () => `script-src ${allowed(script)} `)
          .replace("style-src 'none'", () => `style-src ${allowed(style)}`)
          .replace('</head>', () => `<style>${style}</style></head>`)
          .replace('</body>', () => `${blocks.join('\n')}\n<script>${script}</script></body>`);
        for (const { fileName } of parts) delete bundle[fileName];
        delete bundle[page];
        this.emitFile({ type: 'asset', fileName: made, source });
        if (archive) this.emitFile({ type: 'asset', fileName: 'redzone-lists.tar.gz', source: archive });
      },
    },
  };
}
