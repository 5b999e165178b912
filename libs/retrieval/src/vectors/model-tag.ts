import type { ModelIdentity } from '@askg/inference';

/** A model in the names of files and tables; vectors of different weights never meet, since it ends with their digest's beginning. */
export function modelTag({ name, digest }: ModelIdentity): string {
  return `${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}-${digest.slice(0, 12)}`;
}
