// What makes the site installable and able to open without a network: the service worker with the release's files and their digests in it, its
// kill switch, the manifest of the application, and its icon.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { sri } from './assets.ts';

const source = resolve(import.meta.dirname, '../src/offline');

/** A worker of this folder as one classic script. */
async function script(name: string, define: Record<string, string> = {}): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: { write: false, target: 'es2022', rollupOptions: { input: resolve(source, name), output: { format: 'iife' } } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk || chunk.type !== 'chunk') throw new Error(`${name} did not build to one script`);
  return chunk.code;
}

export function offline(): Plugin {
  return {
    name: 'redzone-offline',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('index.html is not in the bundle');
        page.source = String(page.source).replace('</head>', '  <link rel="manifest" href="./manifest.webmanifest" />\n  </head>');
        const emit = (fileName: string, source: string) => { this.emitFile({ type: 'asset', fileName, source }); };
        const more = Object.fromEntries(['manifest.webmanifest', 'icon.svg'].map((name) => [name, readFileSync(resolve(source, name), 'utf8')]));
        for (const [name, text] of Object.entries(more)) emit(name, text);
        const built = Object.values(bundle).map((file): [string, string | Uint8Array] => [file.fileName, file.type === 'chunk' ? file.code : file.source]);
        const release = [...built, ...Object.entries(more)].map(([url, text]) => {
          const bytes = Buffer.from(text as string);
          // A name that holds a digest needs no revision beside it.
          const revision = /^(assets|pack)\//.test(url) ? null : createHash('sha256').update(bytes).digest('hex').slice(0, 16);
          return { url, revision, integrity: sri(bytes) };
        }).sort((a, b) => a.url.localeCompare(b.url));
        emit('sw.js', await script('sw.ts', { RELEASE: JSON.stringify(release) }));
        emit('sw-off.js', await script('sw-off.ts'));
      },
    },
  };
}
