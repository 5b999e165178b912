import { basename, dirname } from 'node:path';
import type { Format } from '@askg/contract';
import { companionNames, DdmError, type NamedCompanion } from '@askg/ddm';
import { companionFile } from './companion-file.ts';

/** Bounds of what stands beside one paper: bytes of a file and of all, and files. */
export type CompanionLimits = { file: number; all: number; files: number };

const usualLimits: CompanionLimits = { file: 16 * 1024 * 1024, all: 48 * 1024 * 1024, files: 1000 };

/**
 * The files beside a paper that it is read with, by the names under which its reader asks for them: those that it names,
 * those that they name, and so on. Only regular files in and below the folder of the paper are taken.
 * @param path of the paper
 * @throws DdmError ddm/too-large
 */
export function companionsBeside(
  path: string,
  bytes: Uint8Array,
  format: Format,
  limits = usualLimits,
): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const asked = new Set<string>([basename(path)]);
  const waiting: NamedCompanion[] = companionNames(bytes, format, { fileName: basename(path) });
  let left = limits.all;
  for (const { path: name, folders } of waiting) {
    if (asked.has(name)) continue;
    asked.add(name);
    const file = companionFile(dirname(path), name, limits.file);
    if (!file) continue;
    left -= file.length;
    if (left < 0 || found.size >= limits.files) {
      throw new DdmError('ddm/too-large', `${path} takes in more than ${limits.files} files or ${limits.all} bytes.`);
    }
    found.set(name, file);
    if (/\.(?:tex|ltx|tikz)$/i.test(name)) waiting.push(...companionNames(file, format, folders ? { folders } : {}));
  }
  return found;
}
