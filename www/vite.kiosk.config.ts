import { defineConfig } from 'vite';
import { assets } from './tools/assets.ts';
import { mapped } from './tools/atlas.ts';
import { oneFile } from './tools/one-file.ts';

/** A whole number of the operator's, in seconds. Under 20 s nobody could answer the warning (WCAG 2.2.1). */
function seconds(name: string, otherwise: number, least: number): number {
  const said = process.env[name] ?? String(otherwise);
  if (!/^\d{1,5}$/.test(said) || Number(said) < least) throw new Error(`${name}: expected whole seconds, at least ${least}, found '${said}'`);
  return Number(said);
}

function yes(name: string): boolean {
  const said = process.env[name] ?? 'yes';
  if (!['yes', 'no'].includes(said)) throw new Error(`${name}: expected yes or no, found '${said}'`);
  return said === 'yes';
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [assets({ source: 'inlined', late: 'late.ts' }), mapped(), oneFile('kiosk.html', 'redzone-kiosk.html')],
  define: {
    __KIOSK__: JSON.stringify({
      idle: seconds('REDZONE_KIOSK_IDLE', 60, 10),
      warning: seconds('REDZONE_KIOSK_WARNING', 20, 20),
      operator: yes('REDZONE_KIOSK_OPERATOR'),
    }),
  },
  build: {
    outDir: '../dist/kiosk',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: { input: 'kiosk.html', transform: { define: { 'import.meta': '{}' } }, output: { format: 'iife', codeSplitting: false } },
  },
});
