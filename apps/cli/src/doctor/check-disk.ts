import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { bytes } from '../shell/quantities.ts';
import type { Check } from './check.ts';

const mebibyte = 1024 ** 2;
/** Below the first, writing is about to fail; below the second, a larger ingest may fill the disk. */
const fewest = 256 * mebibyte;
const few = 2048 * mebibyte;

export const checkDisk: Check = async (shell) => {
  let folder = resolve(shell.config.data);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const state = free < fewest ? 'failure' : free < few ? 'warning' : 'ok';
  const finding = { what: 'Disk', state, detail: `${bytes(free)} free at ${folder}` } as const;
  return [state === 'ok' ? finding : { ...finding, advice: 'Free space, or move ASKG_DATA to a larger disk.' }];
};
