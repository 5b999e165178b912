import { CodedError, type Problem } from '@askg/contract';
import { CliError } from '../cli-error.ts';

/** What happened and what to do, in one line that starts with the code. */
export function problemLine({ code, title, detail, fix }: Problem): string {
  const told = detail.replaceAll(/\s*\n\s*/g, ' ').trim();
  const sentence = /[.!?]$/.test(told) ? told : `${told}.`;
  return `${code}: ${title}. ${sentence}${fix === undefined || fix === '' ? '' : ` ${fix}`}`;
}

/** Any error as one with a code; what has none is a mistake of the program, and keeps its stack. */
export function toCoded(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CliError('cli/internal', detail, { cause: error });
}
