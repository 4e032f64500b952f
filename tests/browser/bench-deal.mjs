// How long a determination takes in Wasm, with what would change it, over the deals of the suite.
//   node tests/browser/bench-deal.mjs        after ./build.sh build
import { readFile } from 'node:fs/promises';
import { brotli, deals, openPack } from './engine.mjs';

/** What one may take, in milliseconds. */
const LIMIT = 5;
const [cases, { rulebook }] = [await deals(), await openPack()];
for (const { question } of cases.slice(0, 50)) rulebook.determine(question);
const times = cases.map(({ question }) => {
  const from = performance.now();
  rulebook.determine(question);
  return performance.now() - from;
}).sort((a, b) => a - b);
const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(2);
console.log(`   ${times.length} determinations: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; within ${LIMIT} ms: ${times.filter((time) => time < LIMIT).length}`);
console.log(`   rules module ${brotli(await readFile(new URL('../../.cache/wasm/rules_bg.wasm', import.meta.url)))} bytes after brotli`);
