import type { Role } from '@askg/contract';

/** Values of `sec-type` as publishers use them (the tag sets suggest some), in the singular. */
const roles = new Map<string, Role>(
  Object.entries({
    intro: 'introduction',
    introduction: 'introduction',
    background: 'introduction',
    'related-work': 'related-work',
    method: 'method',
    material: 'method',
    'materials-method': 'method',
    'materials and method': 'method',
    experiment: 'experiment',
    experimental: 'experiment',
    result: 'result',
    discussion: 'discussion',
    conclusion: 'conclusion',
    acknowledgment: 'acknowledgement',
    acknowledgement: 'acknowledgement',
    ack: 'acknowledgement',
    appendix: 'appendix',
    app: 'appendix',
    reference: 'references',
  } as const),
);

/** The role that a section's type names; of several (`materials|methods`, `results|discussion`) the first known. */
export function roleOf(secType: string | undefined): Role | undefined {
  for (const type of secType?.toLowerCase().split(/[|,;/]/) ?? []) {
    const role = roles.get(type.trim().replace(/s$/, ''));
    if (role) return role;
  }
  return undefined;
}
