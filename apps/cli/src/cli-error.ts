import { CodedError, type CodeText } from '@askg/contract';

/** Every code of the command line, with what it means and what to do next. */
const codes = {
  'cli/wrong-use': {
    title: 'The command was not given as it has to be',
    fix: 'See `askg --help` and `askg COMMAND --help`.',
  },
  'cli/bad-configuration': {
    title: 'An environment variable has a value that cannot be used',
    fix: 'Correct the variables named; .env.example describes each.',
  },
  'cli/unreadable': { title: 'The file cannot be read', fix: 'Check the path, and that this user may read it.' },
  'cli/unwritable': {
    title: 'The folder cannot be written',
    fix: 'Check the path, the rights of this user and the space.',
  },
  'cli/server-lost': {
    title: 'The running server did not answer',
    fix: 'See its log; `askg doctor` tells whether it runs. Stop it, and the command works without it.',
  },
  'cli/server-ended': {
    title: 'The server has ended',
    fix: 'The lines above say why; `askg doctor` looks for the cause.',
  },
  'cli/stopped': { title: 'The command was stopped', fix: 'Give the same command again: it goes on where it was.' },
  'cli/internal': {
    title: 'The command made a mistake',
    fix: 'This is a mistake of askg: please report it with the command.',
  },
} as const satisfies Record<`cli/${string}`, CodeText>;

export type CliErrorCode = keyof typeof codes;

/** A command that was not understood, or that could not do its work. */
export class CliError extends CodedError<CliErrorCode> {
  constructor(code: CliErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
