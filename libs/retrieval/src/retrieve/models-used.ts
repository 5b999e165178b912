import type { ModelUse } from '@askg/contract';
import type { ModelIdentity } from '@askg/inference';

/** A model as an answer names it. */
export function modelUse(role: ModelUse['role'], { name, digest, licence, commercial }: ModelIdentity): ModelUse {
  return {
    role,
    name,
    digest,
    ...(licence === undefined ? {} : { licence }),
    ...(commercial === undefined ? {} : { commercial }),
  };
}
