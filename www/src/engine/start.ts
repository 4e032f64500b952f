import { workerSource } from 'virtual:redzone-assets';

/**
 * A worker started from a URL escapes the page's <meta> policy; one started from a blob: inherits it, seal included.
 * Trusted Types lets a worker start only from a policy's word, and each of ours vouches for one thing: a source built in.
 */
export function starter(name: string, source: string): () => Worker {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const policy = window.trustedTypes?.createPolicy(name, {
    createScriptURL: (url: string) => {
      if (url !== address) throw new TypeError('only a built-in worker may start');
      return url;
    },
  });
  return () => new Worker((policy?.createScriptURL(address) ?? address) as string, { name });
}

export const startWorker = starter('redzone-engine', workerSource);
