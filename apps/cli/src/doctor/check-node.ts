import type { Check } from './check.ts';

/** The launcher refuses what is too old; this tells which one runs. */
export const checkNode: Check = () => [
  { what: 'Node', state: 'ok', detail: `${process.version} at ${process.execPath}` },
];
