// The headers a host should send, in the words of four kinds of host, all from the policy that stands in the built page.
import type { Plugin } from 'vite';

/** Files whose names hold a digest: they never change. */
const FIXED = ['assets', 'pack'];
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** What every answer carries; a page can't say `frame-ancestors` and the like of itself. */
export function headersOf(page: string): [name: string, value: string][] {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1];
  if (!policy) throw new Error('index.html has no policy');
  return [
    ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['Strict-Transport-Security', 'max-age=31536000'],
  ];
}

/** By file name: the `_headers` convention, Apache, nginx, Caddy. */
export function hostFiles(page: string): Record<string, string> {
  const headers = headersOf(page);
  const each = (line: (name: string, value: string) => string) => headers.map(([name, value]) => line(name, value)).join('\n');
  const quoted = (value: string) => `"${value}"`;
  return {
    '_headers': `/*\n${each((name, value) => `  ${name}: ${value}`)}\n  Cache-Control: ${ASK_AGAIN}\n${FIXED.map((folder) => `/${folder}/*\n  ! Cache-Control\n  Cache-Control: ${FOR_EVER}\n`).join('')}`,
    '.htaccess': `# Needs mod_headers. For a site of its own; AllowOverride FileInfo.\n<IfModule mod_headers.c>\n${each((name, value) => `Header always set ${name} ${quoted(value)}`)}\nHeader set Cache-Control ${quoted(ASK_AGAIN)}\n<If "%{REQUEST_URI} =~ m#/(${FIXED.join('|')})/#">\nHeader set Cache-Control ${quoted(FOR_EVER)}\n</If>\n</IfModule>\nAddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n`,
    'hosting/nginx.conf': `# Inside a server block whose root is the site. A location that adds a header of its own inherits none, so they stand in each.\n${nginx('/', ASK_AGAIN, each)}${FIXED.map((folder) => nginx(`/${folder}/`, FOR_EVER, each)).join('')}`,
    'hosting/Caddyfile': `# Put the address of the site in place of :8080 and its folder in place of /srv/site.\n:8080 {\n  root * /srv/site\n  encode zstd gzip\n  header {\n${each((name, value) => `    ${name} ${quoted(value)}`)}\n    Cache-Control ${quoted(ASK_AGAIN)}\n  }\n  @fixed path ${FIXED.map((folder) => `/${folder}/*`).join(' ')}\n  header @fixed Cache-Control ${quoted(FOR_EVER)}\n  file_server\n}\n`,
  };
}

function nginx(location: string, cache: string, each: (line: (name: string, value: string) => string) => string): string {
  return `location ${location} {\n${each((name, value) => `  add_header ${name} "${value}" always;`)}\n  add_header Cache-Control "${cache}" always;\n}\n`;
}

export function hosting(): Plugin {
  return {
    name: 'redzone-hosting',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('index.html is not in the bundle');
        for (const [fileName, source] of Object.entries(hostFiles(String(page.source)))) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
