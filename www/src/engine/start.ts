import { workerSource } from 'virtual:redzone-assets';

/**
 * A worker started from a URL escapes the page's <meta> policy; one started from a blob: inherits it, seal included.
 * Trusted Types lets a worker start only from a policy's word, and ours vouches for one thing: the source built in.
 */
const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
const policy = window.trustedTypes?.createPolicy('redzone-worker', {
  createScriptURL: (url: string) => {
    if (url !== address) throw new TypeError('only the built-in engine worker may start');
    return url;
  },
});

export function startWorker(): Worker {
  return new Worker((policy?.createScriptURL(address) ?? address) as string, { name: 'redzone-engine' });
}
