/** Something worth a line in the log of the server. */
export type LogEntry = { level: 'error' | 'info'; trace?: string; code?: string; message?: string; error?: unknown };

export type Log = (entry: LogEntry) => void;

/** Names the log that the application was given. */
export const logToken = Symbol('Log');

/** A log that writes one line of JSON for each entry, with the stacks of an error and its causes. */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  return ({ error, ...entry }) => {
    const stacks = error === undefined ? {} : { error: stacksOf(error) };
    write(`${JSON.stringify({ time: now().toISOString(), ...entry, ...stacks })}\n`);
  };
}

function stacksOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [error.stack ?? error.message, ...(error.cause === undefined ? [] : stacksOf(error.cause))];
}
