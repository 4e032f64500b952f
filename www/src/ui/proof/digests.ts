import { engine, pack } from 'virtual:redzone-assets';
import { html, type TemplateResult } from 'lit';
import type { PackShown } from 'redzone-wasm/party';
import { say } from '../../text/text';

/** What runs, with the digest under which the browser let it in: SHA-384 for files of the site, SHA-256 for the signed manifest. */
export function digests(lists: PackShown | undefined): TemplateResult {
  const rows: [what: string, file: string, digest: string][] = [
    ...scripts().map(([file, digest]): [string, string, string] => [say(kindOf(file)), file, digest]),
    ...Object.entries(engine).map(([name, { url, integrity }]): [string, string, string] => [say(`runs-${name}`), url, integrity]),
  ];
  const manifest = pack.find(({ part }) => part === 'manifest');
  if (lists && manifest) rows.push([say('runs-manifest'), manifest.url, `sha256: ${lists.digest}`]);
  return html`<dl class="facts wide">${rows.map(([what, file, digest]) => html`<dt>${what}</dt><dd><code>${file.split('/').pop()}</code><br /><code class="small">${digest}</code></dd>`)}</dl>`;
}

/** Scripts and the stylesheet as the page names them, the late chunk in its import map. */
function scripts(): [file: string, digest: string][] {
  const map = JSON.parse(document.querySelector('script[type=importmap]')?.textContent ?? '{}') as { integrity?: Record<string, string> };
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][integrity]')].map((link): [string, string] => [link.href, link.integrity]);
  return [...Object.entries(map.integrity ?? {}), ...styles];
}

function kindOf(file: string): string {
  if (file.endsWith('.css')) return 'runs-style';
  return file.includes('/late-') ? 'runs-late' : 'runs-script';
}
