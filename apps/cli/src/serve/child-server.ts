import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ServerEnd = { code: number | null; signal: NodeJS.Signals | null };

/** Milliseconds that the server has to finish what it is answering. */
const patienceMs = 5000;

/** The HTTP server as a child process; it ends when the channel to this one closes, however that comes. */
export class ChildServer {
  /** Where it answers; undefined when it ended before it did. */
  readonly url: Promise<string | undefined>;
  readonly ended: Promise<ServerEnd>;
  readonly #child: ChildProcess;

  /**
   * @param say takes what the server prints besides its address
   * @param quiet leaves its log out, but for errors
   */
  constructor(
    environment: Readonly<Record<string, string | undefined>>,
    say: (line: string) => void,
    { quiet = false }: { quiet?: boolean } = {},
  ) {
    this.#child = fork(fileURLToPath(import.meta.resolve('@askg/api/main')), [], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const address = Promise.withResolvers<string | undefined>();
    const end = Promise.withResolvers<ServerEnd>();
    if (this.#child.stdout) {
      createInterface({ input: this.#child.stdout }).on('line', (line) => {
        const url = /^listening on (\S+)$/.exec(line)?.[1];
        if (url === undefined) say(line);
        else address.resolve(url);
      });
    }
    if (this.#child.stderr) {
      createInterface({ input: this.#child.stderr }).on('line', (line) => {
        if (!quiet || !isNews(line)) say(line);
      });
    }
    const close = (code: number | null, signal: NodeJS.Signals | null): void => {
      address.resolve(undefined);
      end.resolve({ code, signal });
    };
    this.#child.once('close', close);
    this.#child.once('error', (error) => {
      say(error.message);
      if (this.#child.pid === undefined) close(null, null);
    });
    this.url = address.promise;
    this.ended = end.promise;
  }

  /** Ends the server, in good order if it can, and resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), patienceMs);
    await this.ended;
    clearTimeout(impatience);
  }
}

/** A line of the log that tells of no error. */
function isNews(line: string): boolean {
  return line.startsWith('{') && !line.includes('"level":"error"');
}
