import { defineConfig } from 'vite';
import { assets } from './tools/assets.ts';
import { mapped } from './tools/atlas.ts';
import { hosting } from './tools/hosting.ts';
import { integrity } from './tools/integrity.ts';
import { offline } from './tools/offline.ts';

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [assets(), mapped(), integrity(), offline(), hosting()],
  build: {
    outDir: '../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
});
