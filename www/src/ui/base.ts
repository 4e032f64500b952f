import { LitElement } from 'lit';

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
