import type { Shell } from '../shell/shell.ts';

/** What was looked at, what it is like, and what to do where it is not well. */
export type Finding = { what: string; state: 'ok' | 'warning' | 'failure'; detail: string; advice?: string };
export type Check = (shell: Shell) => Promise<Finding[]> | Finding[];
