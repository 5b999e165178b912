import type { Role, Section } from '@askg/contract';
import { sectionLength } from './section-texts.ts';

/** Where the argument ends. */
const after: ReadonlySet<Role> = new Set(['acknowledgement', 'appendix', 'references']);

/**
 * In which tenth of the body each section of the first level begins, as `at0` to `at9`; undefined behind the first section
 * that stands after the argument.
 */
export function placesInBody(sections: readonly Section[]): (string | undefined)[] {
  const end = sections.findIndex(({ role }) => after.has(role));
  const body = end < 0 ? sections : sections.slice(0, end);
  const total = Math.max(
    1,
    body.reduce((sum, section) => sum + sectionLength(section), 0),
  );
  let before = 0;
  return sections.map((section, i) => {
    if (i >= body.length) return undefined;
    const place = `at${Math.min(9, Math.floor((10 * before) / total))}`;
    before += sectionLength(section);
    return place;
  });
}
