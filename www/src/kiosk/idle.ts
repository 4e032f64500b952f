/** Times in seconds: until the warning, and from there until the wipe. */
export interface IdleTimes { idle: number; warning: number }

/** What a person does that shows they are there. Not `scroll`: the page scrolls by itself when the focus moves. */
const SIGNS = ['pointerdown', 'pointermove', 'touchmove', 'keydown', 'input', 'wheel'] as const;
/** How often the clock is looked at, in milliseconds: the seconds that are left are shown. */
const TICK = 250;

/**
 * Watches for nobody being there. `left` is told the seconds that are left once the warning is due, and 0 when the time is over, also when
 * the device slept meanwhile. During the warning only `stay` counts, so that a sleeve on the screen does not keep a stranger's names there.
 */
export class IdleWatch {
  #times: IdleTimes;
  #left: (seconds: number) => void;
  #last = 0;
  #warning = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(times: IdleTimes, left: (seconds: number) => void) {
    this.#times = times;
    this.#left = left;
  }

  start(): void {
    this.stop();
    this.stay();
    for (const sign of SIGNS) addEventListener(sign, this.#sign, { capture: true, passive: true });
    this.#timer = setInterval(() => this.#look(), TICK);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const sign of SIGNS) removeEventListener(sign, this.#sign, { capture: true });
  }

  /** Somebody said that they are there. */
  stay(): void {
    this.#warning = false;
    this.#last = Date.now();
  }

  #sign = (event: Event): void => {
    // A browser tells of a pointer that rests when what is under it moves: nobody did that.
    if (event.type === 'pointermove' && event instanceof PointerEvent && !event.movementX && !event.movementY) return;
    if (!this.#warning) this.#last = Date.now();
  };

  #look(): void {
    const gone = (Date.now() - this.#last) / 1000;
    const { idle, warning } = this.#times;
    // A clock that was set back says nothing about how long nobody was there: the full time counts from now.
    if (gone < 0) this.#last = Date.now();
    if (gone < idle) return;
    this.#warning = true;
    this.#left(Math.max(0, Math.ceil(idle + warning - gone)));
  }
}
