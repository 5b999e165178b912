import type { AskEvent } from '@askg/contract';

type Unstamped<Event> = Event extends AskEvent ? Omit<Event, 'run' | 'ms'> : never;

/** An event before it is told which run it belongs to, and when it happened. */
export type RunEvent = Unstamped<AskEvent>;
