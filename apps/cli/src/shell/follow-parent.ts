import { execFile } from 'node:child_process';
import { npmAncestors, parseProcesses } from './starters.ts';

const lookMs = 500;

/**
 * Calls `end` when a process that started this one is gone: npm and the launcher do not always pass signals on, and nothing
 * shall be left running.
 */
export function followParent(end: () => void): void {
  const { ppid } = process;
  let others: readonly number[] = [];
  // Without `ps` only the parent is followed.
  execFile('ps', ['-A', '-o', 'pid=,ppid=,args='], (error, text) => {
    if (!error) others = npmAncestors(parseProcesses(text), ppid);
  }).unref();
  const look = setInterval(() => {
    if (process.ppid === ppid && others.every(isThere)) return;
    clearInterval(look);
    end();
  }, lookMs);
  look.unref();
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It may belong to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
