import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The process and everything below it. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  for (const row of rows) {
    const [pid = 0, parent = 0] = row.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/**
 * Memory of processes together, in MiB. Where the system tells it (Linux), pages that several share count once; elsewhere
 * the resident sizes are added up.
 */
export function memoryOf(pids: readonly number[]): number {
  const kibibytes = pids.map((pid) => proportionalSize(pid) ?? residentSize(pid));
  return kibibytes.reduce((sum, size) => sum + size, 0) / 1024;
}

function proportionalSize(pid: number): number | undefined {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function residentSize(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-p', String(pid), '-o', 'rss='], { encoding: 'utf8' }));
  } catch {
    // It has ended since.
    return 0;
  }
}
