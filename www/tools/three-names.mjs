// Screens three names through the built WebAssembly, in Node, and prints what the engine says.
import { readFile } from 'node:fs/promises';

const built = new URL('../../.cache/wasm/', import.meta.url);
const { initSync, readName } = await import(new URL('redzone.js', built));
initSync({ module: await readFile(new URL('redzone_bg.wasm', built)) });

for (const name of ['HUAWEI Technologies Co., Ltd.', 'Müller & Söhne', 'Ｆｕｌｌ Ｗｉｄｔｈ']) {
  console.log(`   ${name}: ${JSON.stringify(readName(name))}`);
}
