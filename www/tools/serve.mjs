// A static server for one directory on the loopback address: what `redzone serve` does, for tests that need to
// bend an answer (see `bend`). Usage: node serve.mjs DIR [PORT].
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const SITE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Serves `dir`. `bend(path, bytes)` may return other bytes, `null` for 404, or a promise of either; `made` are files that are not on
 * the disk, by path; without `linger` the process may end while it serves; `headers` take the place of the site's own, and `types` are those
 * of paths whose end does not tell.
 * @returns {Promise<{url: string, requests: string[], close: () => Promise<void>}>}
 */
export async function serve(dir, { port = 0, bend = (_path, bytes) => bytes, made = new Map(), linger = true, headers = SITE, types = {} } = {}) {
  const root = resolve(dir);
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push(request.url);
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    try {
      if (!file.startsWith(root)) throw new Error('outside');
      const bytes = made.get(path) ?? await bend(path, await readFile(file));
      if (bytes === null) throw new Error('bent to 404');
      response.writeHead(200, { 'Content-Type': types[path] ?? TYPES[extname(path.endsWith('/') ? 'index.html' : file)] ?? 'application/octet-stream', ...headers });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('not found\n');
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  if (!linger) server.unref();
  const close = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(process.argv[2] ?? 'dist/site', { port: Number(process.argv[3] ?? 8080) });
  console.log(`   ${url}`);
}
