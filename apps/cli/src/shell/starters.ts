export type ProcessRow = { pid: number; parent: number; command: string };

/** The output of `ps -A -o pid=,ppid=,args=`. */
export function parseProcesses(text: string): ProcessRow[] {
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/**
 * The processes by which npm started this one, from the nearest to the outermost npm: npm runs a script in a shell, and a
 * script may run npm again. Whoever started that npm is not among them: a terminal may close, a script may end.
 */
export function npmAncestors(processes: readonly ProcessRow[], parent: number): number[] {
  const byPid = new Map(processes.map((row) => [row.pid, row]));
  const chain: ProcessRow[] = [];
  for (let row = byPid.get(parent); row && isStep(row.command); row = byPid.get(row.parent)) chain.push(row);
  return chain.slice(0, chain.findLastIndex(({ command }) => isNpm(command)) + 1).map(({ pid }) => pid);
}

function isStep(command: string): boolean {
  return isNpm(command) || /^\S*sh -c /.test(command);
}

function isNpm(command: string): boolean {
  return /^npm\b/.test(command) || /\bnpm(?:-cli\.js)?(?: |$)/.test(command.split(' ').slice(0, 2).join(' '));
}
