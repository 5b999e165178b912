import type { Problem } from '@askg/contract';
import { type Config, readConfig } from './config.ts';
import type { ExitCode } from './exit-code.ts';
import { problemLine } from './problem-line.ts';
import { Progress, type Screen } from './progress.ts';

/** What a command needs of the process that it runs in. */
export type Surroundings = {
  environment: Readonly<Record<string, string | undefined>>;
  stdin: AsyncIterable<Uint8Array>;
  writeOut(text: string): void;
  screen: Screen;
};

/** One run of a command: results go to standard output, everything else to standard error. */
export class Shell {
  readonly surroundings: Surroundings;
  exitCode: ExitCode = 0;
  #config: Config | undefined;
  #progress: Progress | undefined;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  /** @throws CliError cli/bad-configuration */
  get config(): Config {
    this.#config ??= readConfig(this.surroundings.environment);
    return this.#config;
  }

  now(): number {
    return this.surroundings.screen.now();
  }

  /** A line of the result. */
  print(line: string): void {
    this.surroundings.writeOut(`${line}\n`);
  }

  /** A part of the result, as it is. */
  write(text: string): void {
    this.surroundings.writeOut(text);
  }

  printJson(value: unknown): void {
    this.print(JSON.stringify(value, null, 2));
  }

  printJsonLine(value: unknown): void {
    this.print(JSON.stringify(value));
  }

  /** A line for the person who watches. */
  say(line: string): void {
    if (this.#progress) this.#progress.note(line);
    else this.surroundings.screen.write(`${line}\n`);
  }

  /** One of several things failed; the command goes on. */
  fail(problem: Problem, what?: string): void {
    this.exitCode = 1;
    this.say(what === undefined ? problemLine(problem) : `${what}: ${problemLine(problem)}`);
  }

  /** One at a time; lines that are said meanwhile come above it. */
  progress(label: string): Progress {
    this.#progress = new Progress(this.surroundings.screen, label);
    return this.#progress;
  }
}
