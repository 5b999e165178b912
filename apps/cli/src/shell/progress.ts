/** Where progress is shown. */
export type Screen = {
  write(text: string): void;
  isTerminal: boolean;
  /** Characters of a line. */
  columns: number;
  /** Milliseconds of a monotone clock. */
  now(): number;
};

const barWidth = 24;
/** Milliseconds between two drawings of the bar, and between two lines where no bar can be drawn. */
const redrawMs = 80;
const lineMs = 10_000;

/**
 * How far a command has come: a bar on a terminal, elsewhere a line now and then. It is wiped away at the end; what the
 * command has to say comes after it.
 */
export class Progress {
  readonly #screen: Screen;
  readonly #label: string;
  #shownAt: number;
  #isDrawn = false;

  constructor(screen: Screen, label: string) {
    this.#screen = screen;
    this.#label = label;
    this.#shownAt = screen.isTerminal ? -Infinity : screen.now();
  }

  /** @param total undefined while it is not known */
  update(done: number, total: number | undefined, what = ''): void {
    const now = this.#screen.now();
    if (now - this.#shownAt < (this.#screen.isTerminal ? redrawMs : lineMs)) return;
    this.#shownAt = now;
    const count = total === undefined ? `${done}` : `${done}/${total}`;
    if (!this.#screen.isTerminal) return this.#screen.write(`${this.#label}: ${count}\n`);
    const filled = total === undefined || total === 0 ? 0 : Math.round((done / total) * barWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
    const line = `${this.#label} ${bar} ${count} ${what}`;
    this.#wipe();
    this.#screen.write(line.slice(0, Math.max(20, this.#screen.columns - 1)));
    this.#isDrawn = true;
  }

  /** Writes a line that stays, above the bar. */
  note(line: string): void {
    this.#wipe();
    this.#screen.write(`${line}\n`);
  }

  end(): void {
    this.#wipe();
  }

  #wipe(): void {
    if (this.#isDrawn) this.#screen.write('\r\u001B[K');
    this.#isDrawn = false;
  }
}
