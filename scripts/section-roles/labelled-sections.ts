import { delimiter } from 'node:path';
import type { Role, Section } from '@askg/contract';
import { buildDocument, cutSentences, readJats } from '@askg/ddm';
import { jatsFiles } from '../../bench/jats-files.ts';
import { guessableRoles } from '../../libs/ddm/src/enrich/section-roles/guess-role.ts';
import { toldRoles } from '../../libs/ddm/src/enrich/section-roles.ts';
import { placesInBody } from '../../libs/ddm/src/enrich/section-roles/places-in-body.ts';
import { sectionTexts } from '../../libs/ddm/src/enrich/section-roles/section-texts.ts';
import { scirexSections } from './scirex-sections.ts';

/** A section whose heading or source tells its role: masked paragraphs, and where in the body it begins. */
export type LabelledSection = { paper: string; source: string; role: Role; place: string; texts: string[] };

/** The sections of the first level that have a role, of all JATS files and SciREX papers below some folders. */
export async function labelledSections(folders: string): Promise<LabelledSection[]> {
  const found: LabelledSection[] = [];
  for (const folder of folders.split(delimiter)) {
    found.push(...(await scirexSections(folder)));
    for (const { name, bytes } of await jatsFiles(folder)) {
      const sections = toldRoles(buildDocument(readJats(bytes), { digest: '', cutSentences }));
      found.push(...placed(sections).map((section) => ({ ...section, paper: name, source: 'jats' })));
    }
  }
  return found.filter(({ role, texts }) => (guessableRoles as readonly Role[]).includes(role) && texts.length > 0);
}

function placed(sections: readonly Section[]): Pick<LabelledSection, 'role' | 'place' | 'texts'>[] {
  const places = placesInBody(sections);
  return sections.flatMap((section, i) => {
    const place = places[i];
    return place === undefined ? [] : [{ role: section.role, place, texts: sectionTexts(section) }];
  });
}
