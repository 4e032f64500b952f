// What a screen reader says of its own accord: where the focus is put, and what changes in the live regions of the page.

/** Runs in the page before its own script; `heard` holds what was said since. */
export function listening() {
  globalThis.heard = [];
  const words = (node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  const say = (text) => { if (text) globalThis.heard.push(text); };
  document.addEventListener('focusin', ({ target }) => { if (target.getAttribute('tabindex') === '-1') say(words(target)); });
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    const told = new Map();
    for (const { target, addedNodes } of changes) {
      const region = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest('[role=status], [role=alert]');
      // A status that comes into the page with its words in it is silent: many readers speak only of what changes in one that was there.
      if (!region || region.closest('[hidden]') || added.some((node) => node.contains(region))) continue;
      if (region.getAttribute('aria-atomic') !== 'false') told.set(region, words(region));
      else told.set(target, [...addedNodes].map(words).join(' ').trim() || words(target));
    }
    told.forEach(say);
    for (const node of added) for (const alert of [node, ...node.querySelectorAll('*')]) if (alert.getAttribute('role') === 'alert' && alert.isConnected) say(words(alert));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Waits until each of these was heard, in this order. */
export async function hears(page, ...patterns) {
  const wanted = patterns.map(({ source, flags }) => [source, flags]);
  try {
    await page.waitForFunction((patterns) => {
      let from = 0;
      return patterns.every(([source, flags]) => {
        const at = globalThis.heard.findIndex((text, place) => place >= from && new RegExp(source, flags).test(text));
        from = at + 1;
        return at >= 0;
      });
    }, wanted);
  } catch {
    throw new Error(`not heard: ${patterns.join(', ')}; but: ${JSON.stringify(await page.evaluate(() => globalThis.heard))}`);
  }
}
