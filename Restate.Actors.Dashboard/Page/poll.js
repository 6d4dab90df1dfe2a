/** Asks again and again while the page can be seen, one question at a time. */
export class Poll {
  #tick;
  #timer;
  #controller;
  #isPaused = false;

  constructor(tick) {
    this.#tick = tick;
    this.interval = 2000;
    document.addEventListener('visibilitychange', () => this.#visibilityChanged());
  }

  get isPaused() {
    return this.#isPaused;
  }

  set isPaused(value) {
    this.#isPaused = value;
    if (value) this.#stop(); else this.now();
  }

  /** Asks at once, also while it is paused; what was asked before is given up. */
  async now() {
    this.#stop();
    const controller = this.#controller = new AbortController();
    await this.#tick(controller.signal);
    if (this.#controller === controller && !this.#isPaused && !document.hidden) {
      this.#timer = setTimeout(() => this.now(), this.interval);
    }
  }

  #visibilityChanged() {
    if (document.hidden) this.#stop(); else if (!this.#isPaused) this.now();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#controller?.abort();
    this.#controller = null;
  }
}
