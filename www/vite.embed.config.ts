import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, defineConfig } from 'vite';
import { assets, sri } from './tools/assets.ts';
import { integrity } from './tools/integrity.ts';

/** The directory's name is the version of what a host writes and of the messages; what is in a released one does not change. */
const out = resolve(import.meta.dirname, '../dist/embed/v1');

/** The element as one module: a host names it with its digest, so it may import nothing. The digest is written beside it. */
async function element(): Promise<void> {
  const made = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: 'src/embed/element.ts', output: { format: 'es' }, preserveEntrySignatures: false },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunks = first && 'output' in first ? first.output.filter((part) => part.type === 'chunk') : [];
  const [chunk] = chunks;
  if (!chunk || chunks.length !== 1) throw new Error('the element did not build to one script');
  writeFileSync(resolve(out, 'redzone-check.js'), chunk.code);
  writeFileSync(resolve(out, 'redzone-check.js.sri'), `${sri(Buffer.from(chunk.code))}\n`);
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [assets({ source: 'fetched', late: 'embed/late.ts' }), integrity('frame.html'), { name: 'redzone-element', closeBundle: element }],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: { input: 'frame.html' },
  },
});
