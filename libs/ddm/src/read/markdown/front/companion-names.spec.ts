import { describe, expect, it } from '@jest/globals';
import { bibliographyNames } from './companion-names.ts';

const names = (frontMatter: string): string[] => bibliographyNames(Buffer.from(`---\n${frontMatter}\n---\n\n# Text\n`));

describe('bibliographyNames', () => {
  it.each<[string, string[]]>([
    ['bibliography: paper.bib', ['paper.bib']],
    ['bibliography: [a.bib, b.bib]', ['a.bib', 'b.bib']],
    ['title: None', []],
    ['bibliography: ../outside.bib', ['../outside.bib']],
  ])('of “%s” are %j', (frontMatter, expected) => expect(names(frontMatter)).toEqual(expected));

  it('are none without a front matter', () => expect(bibliographyNames(Buffer.from('bibliography: a.bib'))).toEqual([]));
});
