import { runCommand } from '../run-command.ts';

export type Ran = { code: number; out: string; err: string };

/** Runs a command in this process, with the given settings and standard input, and gives what it printed. */
export async function run(
  words: readonly string[],
  environment: Record<string, string> = {},
  stdin = '',
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCommand(words, {
    environment,
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    writeOut: (text) => void (out += text),
    screen: { write: (text) => void (err += text), isTerminal: false, columns: 80, now: () => performance.now() },
  });
  return { code, out, err };
}
