import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this user may mount file systems: root, outside most containers. */
export const mayMount = ((): boolean => {
  const folder = join(tmpdir(), `corpus-mount-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    mountSmallDisk(folder, '64k');
    unmount(folder);
    return true;
  } catch {
    return false;
  }
})();

/** Puts an empty disk of this size at the folder. */
export function mountSmallDisk(folder: string, size: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
}

/** Makes a folder read-only, for root too. */
export function mountReadOnly(folder: string): void {
  execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
  execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' });
}

export function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
}
