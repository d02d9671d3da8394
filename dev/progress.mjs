/**
 * @param {number} milliseconds
 * @returns {string} such as `3.1 s` or `2 min 05 s`
 */
export function elapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

const spinner = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];

/**
 * Shows the steps that run, several at a time if need be: on a terminal as live lines with their time, elsewhere as one
 * line at the beginning, one every 30 seconds, and one at the end.
 */
export class Progress {
  /** @type {Map<string, { began: number, note: string }>} the steps that run, by title */
  #steps = new Map();
  #drawnLines = 0;
  #frame = 0;
  #muted = false;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {{ stream?: NodeJS.WriteStream | { write(text: string): unknown, isTTY?: boolean, columns?: number }, live?:
   * boolean }} [options]
   */
  constructor({ stream = process.stdout, live = Boolean(stream.isTTY) && !process.env.CI } = {}) {
    this.stream = stream;
    this.live = live;
  }

  /**
   * @template T
   * @param {string} title what is being done, unique among the steps that run
   * @param {(note: (text: string) => void) => Promise<T>} work may note where it is; the live line shows it
   * @returns {Promise<T>} what the work gives; what it throws is thrown on after the line says so
   */
  async step(title, work) {
    const began = Date.now();
    const step = { began, note: '' };
    this.#steps.set(title, step);
    if (this.live) this.#draw();
    else this.say(`  ${title} …`);
    this.#keepTicking();
    let done = false;
    try {
      const result = await work((note) => {
        step.note = note;
      });
      done = true;
      return result;
    } finally {
      this.#steps.delete(title);
      this.say(`${done ? '✔' : '✘'} ${title} (${elapsed(Date.now() - began)})`);
      if (this.#steps.size === 0) clearInterval(this.#timer);
    }
  }

  /** @param {string} text one or more lines that stay */
  say(text) {
    if (this.#muted) return;
    this.#erase();
    this.stream.write(`${text}\n`);
    if (this.live) this.#draw();
  }

  /** Says nothing more: when everything is being stopped, that the steps fail is no news. */
  mute() {
    this.#erase();
    clearInterval(this.#timer);
    this.#muted = true;
  }

  #keepTicking() {
    clearInterval(this.#timer);
    this.#timer = setInterval(
      () => {
        if (this.live) {
          this.#frame = (this.#frame + 1) % spinner.length;
          this.#draw();
          return;
        }
        for (const line of this.#lines()) this.say(`  ${line}`);
      },
      this.live ? 120 : 30_000,
    );
    this.#timer.unref();
  }

  #lines() {
    return [...this.#steps].map(([title, { began, note }]) => {
      const time = elapsed(Date.now() - began);
      return note ? `${title} … ${time} · ${note}` : `${title} … ${time}`;
    });
  }

  #draw() {
    if (this.#muted) return;
    const width = (this.stream.columns || 80) - 3;
    const lines = this.#lines().map((line) => `${spinner[this.#frame]} ${line.slice(0, width)}`);
    this.#erase();
    this.stream.write(lines.map((line) => `${line}\n`).join(''));
    this.#drawnLines = lines.length;
  }

  #erase() {
    if (this.#drawnLines > 0) this.stream.write(`\x1b[${this.#drawnLines}A\x1b[J`);
    this.#drawnLines = 0;
  }
}
