import { LitElement } from 'lit';

/** The longest that a frame is waited for, in milliseconds: a page that nobody sees draws none. */
const FRAME = 100;

/** Once what has changed so far is on the screen. */
export async function painted(): Promise<void> {
  await new Promise<void>((done) => {
    requestAnimationFrame(() => { setTimeout(done); });
    setTimeout(done, FRAME);
  });
}

/**
 * Our elements render into the light DOM: one stylesheet, labels and errors that refer to each other by id, and find-in-page,
 * print and a forced palette as the browser gives them. The embed will hide all of it in a frame of its own.
 */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Moves the focus once what is to be focused has been drawn. */
  async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
