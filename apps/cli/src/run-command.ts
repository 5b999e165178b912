import { CommanderError } from 'commander';
import { CliError } from './cli-error.ts';
import { buildProgram } from './program.ts';
import { exitCodeOf } from './shell/exit-code.ts';
import { problemLine, toCoded } from './shell/problem-line.ts';
import { Shell, type Surroundings } from './shell/shell.ts';

/**
 * Runs one command to its end. An error becomes one line on standard error and, where JSON was asked for, a problem on
 * standard output.
 * @returns the exit code
 */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const shell = new Shell(surroundings);
  try {
    await buildProgram(shell).parseAsync(words, { from: 'user' });
    return shell.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const coded = error instanceof CommanderError ? wrongUse(error) : toCoded(error);
    const problem = coded.toProblem();
    shell.say(problemLine(problem));
    if (words.includes('--json')) shell.printJson(problem);
    else if (words.includes('--jsonl')) shell.printJsonLine(problem);
    return exitCodeOf(coded);
  }
}

function wrongUse(error: CommanderError): CliError {
  if (error.code === 'commander.help') return new CliError('cli/wrong-use', 'No command was given.');
  const detail = error.message.replace(/^error: /, '').trim();
  return new CliError(
    'cli/wrong-use',
    `${detail.charAt(0).toUpperCase()}${detail.slice(1)}${detail.endsWith('.') ? '' : '.'}`,
  );
}
