import { defineConfig } from 'vite';
import { assets } from './tools/assets.ts';
import { integrity } from './tools/integrity.ts';

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [assets(), integrity()],
  build: {
    outDir: '../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
});
