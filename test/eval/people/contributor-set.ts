import { basename } from 'node:path';
import type { NamedPerson } from '../../../libs/corpus/src/links/facts/linking-facts.ts';
import { type ContributorFile, readContributorFiles } from './contributor-files.ts';
import { type Half, halfOf, type MentionSet, mentionId } from './mention-set.ts';

/**
 * The contributors of published files in these folders, as one corpus, with their ORCIDs and e-mail addresses hidden. Each
 * file counts as a paper of its own, so that a paper's JATS, Markdown and deposit name its authors up to three times.
 */
export async function contributorSet(folders: readonly string[], half: Half): Promise<MentionSet> {
  const files: (ContributorFile & { folder: string; key: string })[] = [];
  for (const folder of folders) {
    const name = basename(folder);
    for (const file of await readContributorFiles(folder)) {
      files.push({ ...file, folder: name, key: `${name}.${file.name}` });
    }
  }
  return {
    name: 'contributors',
    papers: files.map(({ key, facts }) => ({
      key,
      dois: [],
      facts: { ...facts, people: facts.people.map(hideIdentity) },
    })),
    gold: () =>
      [undefined, ...folders.map((folder) => basename(folder))].map((folder) => ({
        group: folder ?? 'all',
        persons: knownPeople(folder === undefined ? files : files.filter((file) => file.folder === folder), half),
        ...(folder === undefined ? {} : { isPart: true as const }),
      })),
  };
}

function hideIdentity({ id, name, given, family, affiliations, role }: NamedPerson): NamedPerson {
  return {
    id,
    name,
    ...(given === undefined ? {} : { given }),
    ...(family === undefined ? {} : { family }),
    affiliations,
    role,
  };
}

function knownPeople(
  files: readonly { key: string; facts: ContributorFile['facts'] }[],
  half: Half,
): Map<string, string> {
  return new Map(
    files.flatMap(({ key, facts }) =>
      facts.people.flatMap(({ id, orcid }) =>
        orcid !== undefined && halfOf(orcid) === half ? [[mentionId(key, id), orcid] as const] : [],
      ),
    ),
  );
}
