// Scripts and stylesheets carry their digest in the page: a file changed on the way does not run. The late chunk is named in the page for
// the same reason: a module that was preloaded with a digest is the one that import() then finds.
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
        const late = Object.values(bundle).filter((made) => made.type === 'chunk' && made.isDynamicEntry);
        const preloads = late.map(({ fileName }) => `  <link rel="modulepreload" crossorigin fetchpriority="low" href="./${fileName}">\n  `);
        page.source = String(page.source).replace('</head>', `${preloads.join('')}</head>`).replace(/<(script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g, (tag, _kind, file) => {
          const made = bundle[file];
          if (!made) throw new Error(`${file} is named in index.html and not built`);
          const bytes = Buffer.from(made.type === 'chunk' ? made.code : made.source);
          return tag.replace('>', ` integrity="${sri(bytes)}">`);
        });
      },
    },
  };
}
