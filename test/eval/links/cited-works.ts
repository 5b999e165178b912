import { linkingVersion } from '../../../libs/corpus/src/links/facts/linking-facts.ts';
import type { LinkablePaper } from '../../../libs/corpus/src/links/linkable-paper.ts';
import type { ContributorFile } from '../people/contributor-files.ts';

/** A paper's references as a corpus sees them, without DOIs, and the DOI of each that prints one. */
export type CitingPaper = { paper: LinkablePaper; dois: Map<string, string> };

/**
 * The works that deposits and JATS files cite by DOI, as if they were papers of the corpus: title, year and first author
 * as that citation tells them. A work is taken from the deposit that cites it, else from the first file.
 * @param files those of a kind that is not the one to be tied
 */
export function citedWorks(files: readonly ContributorFile[]): LinkablePaper[] {
  const works = new Map<string, LinkablePaper>();
  for (const { facts } of files) {
    for (const { doi, title, year, authors } of facts.references) {
      const key = doi?.toLowerCase();
      if (key === undefined || title === undefined || works.has(key)) continue;
      const people = authors.map((name, i) => ({
        id: `person${i + 1}`,
        name,
        affiliations: [],
        role: 'author' as const,
      }));
      works.set(key, {
        key,
        dois: [],
        facts: {
          version: linkingVersion,
          title,
          ...(year === undefined ? {} : { year }),
          keywords: [],
          people,
          references: [],
          entities: [],
        },
      });
    }
  }
  return [...works.values()];
}

/** The file as a paper whose references have no DOI. */
export function withoutDois({ name, facts }: ContributorFile): CitingPaper {
  return {
    paper: {
      key: `citing ${name}`,
      dois: [],
      facts: {
        ...facts,
        people: [],
        title: '',
        references: facts.references.map(({ id, title, raw, year, authors }) => ({
          id,
          ...(title === undefined ? {} : { title }),
          ...(raw === undefined ? {} : { raw }),
          ...(year === undefined ? {} : { year }),
          authors,
        })),
      },
    },
    dois: new Map(
      facts.references.flatMap(({ id, doi }) => (doi === undefined ? [] : [[id, doi.toLowerCase()] as const])),
    ),
  };
}
