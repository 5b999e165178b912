import type { Format } from '@askg/contract';
import { DdmError } from '../ddm-error.ts';
import { isArchive } from './latex/source/is-archive.ts';

/**
 * Whether an archive that may be the source of a paper in LaTeX is one: archives hold data and programs too. Everything
 * else is taken at its word, and so is an archive that cannot be opened: its reader says best what is wrong.
 */
export async function holdsPaper(bytes: Uint8Array, format: Format): Promise<boolean> {
  if (format !== 'latex' || !isArchive(bytes)) return true;
  const { openArchive } = await import('./latex/source/open-archive.ts');
  try {
    const { files } = await openArchive(bytes);
    return [...files.values()].some((file) =>
      /\\document(?:class|style)\b|\\begin\s*\{document\}/.test(Buffer.from(file).toString('latin1')),
    );
  } catch (error) {
    if (error instanceof DdmError) return true;
    throw error;
  }
}
