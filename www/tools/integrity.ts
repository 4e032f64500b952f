// The entry script and stylesheet carry their digest in the page: a file changed on the way does not run.
import type { Plugin } from 'vite';
import { sri } from './assets.ts';

export function integrity(): Plugin {
  return {
    name: 'redzone-integrity',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('index.html is not in the bundle');
        page.source = String(page.source).replace(/<(script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g, (tag, _kind, file) => {
          const made = bundle[file];
          if (!made) throw new Error(`${file} is named in index.html and not built`);
          const bytes = Buffer.from(made.type === 'chunk' ? made.code : made.source);
          return tag.replace('>', ` integrity="${sri(bytes)}">`);
        });
      },
    },
  };
}
