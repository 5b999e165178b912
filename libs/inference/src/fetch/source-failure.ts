import { innermostMessage } from '../system-error.ts';

/** Why one source did not give a file; the next one is tried. */
export class SourceFailure extends Error {
  /** Whether the host itself cannot be reached, so that asking it again is in vain. */
  readonly hostIsClosed: boolean;

  constructor(reason: string, options: ErrorOptions & { hostIsClosed?: boolean } = {}) {
    super(reason, options);
    this.name = 'SourceFailure';
    this.hostIsClosed = options.hostIsClosed ?? false;
  }

  static ofNetwork(error: unknown): SourceFailure {
    return new SourceFailure(`cannot be reached (${innermostMessage(error)})`, { cause: error, hostIsClosed: true });
  }
}

export function inSeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
