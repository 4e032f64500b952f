// Scripts and stylesheets carry their digest in the page: a file changed on the way does not run. For the late chunk, which import() asks
// for, the digest stands in an import map; the policy in the page allows that one inline script, by its own digest.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { sri } from './assets.ts';

/** `html` is the page's file. */
export function integrity(html = 'index.html'): Plugin {
  return {
    name: 'redzone-integrity',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle[html];
        if (page?.type !== 'asset') throw new Error(`${html} is not in the bundle`);
        const digest = (file: string) => {
          const made = bundle[file];
          if (!made) throw new Error(`${file} is named in ${html} and not built`);
          return sri(Buffer.from(made.type === 'chunk' ? made.code : made.source));
        };
        const chunks = Object.values(bundle).filter((made) => made.type === 'chunk').map(({ fileName }) => fileName);
        const map = JSON.stringify({ integrity: Object.fromEntries(chunks.map((file) => [`./${file}`, digest(file)])) });
        const allowed = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
        page.source = String(page.source)
          .replace(/<(script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g, (tag, _kind, file) => tag.replace('>', ` integrity="${digest(file)}">`))
          .replace("script-src 'self'", `script-src 'self' ${allowed}`)
          .replace(/ *<script /, `    <script type="importmap">${map}</script>\n$&`);
      },
    },
  };
}
