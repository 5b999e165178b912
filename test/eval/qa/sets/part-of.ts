import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SetOptions } from '../qa-set.ts';

/** SHA-256 of the files of development questions, of sets that do not say in themselves which part they are. */
const developed = new Set([
  'f0a693985f2b5aaaf2f678d4da1f64a46d8bb4ab04b4497557c57f6e4530a87f',
  '600dfb061cfb2825c4c0ace0aff6bbedc97f59615c87b4ad4ab3b072b43256d9',
  'f528cc724932ab887f88b3449c3ac0123c3c49b2329cc7640b130c648ece5181',
]);

/** Whether a file may be asked as the part that is named: what was developed on is known by its digest, and is never a test. */
export function isOfPart(path: string, split: SetOptions['split']): boolean {
  return split === 'development' || !developed.has(createHash('sha256').update(readFileSync(path)).digest('hex'));
}
