import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Whether a program is on the PATH. */
export function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Which of the programs are missing, in words; undefined when none is. */
export function missing(...names: string[]): string | undefined {
  const absent = names.filter((name) => !hasProgram(name));
  return absent.length === 0 ? undefined : `there is no ${absent.join(' and no ')} on the PATH`;
}

/** Runs a program to its end. @throws Error with what it printed on standard error */
export async function runProgram(name: string, parameters: readonly string[], folder: string): Promise<void> {
  await execute(name, [...parameters], { cwd: folder, maxBuffer: 16 * 1024 ** 2 });
}
