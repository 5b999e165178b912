import type { Conclusion } from './conclusion.ts';
import type { RunContext } from './run-context.ts';
import type { RunEvent } from './run-events.ts';

/**
 * A way to come from a question to its answer. Yields all events of the run from `plan` to the last `passages` or `evidence`;
 * text and claims are told from the conclusion that it returns.
 * @param text the question as `checkQuestion` gives it
 */
export type KindOfRun = (context: RunContext, text: string) => AsyncGenerator<RunEvent, Conclusion>;
