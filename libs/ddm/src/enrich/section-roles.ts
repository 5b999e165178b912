import type { Document, Role, Section } from '@askg/contract';
import { roleHeadings } from './role-headings.ts';
import { guessRole } from './section-roles/guess-role.ts';
import { loadRoleWeights } from './section-roles/load-weights.ts';
import { placesInBody } from './section-roles/places-in-body.ts';
import { sectionTexts } from './section-roles/section-texts.ts';

/** Roles that a source tells by the place of a section, not by a type that an editor chose. */
const placed: ReadonlySet<Role> = new Set(['abstract', 'acknowledgement', 'appendix', 'references']);

/**
 * Gives each section a role: what its heading says, else what the source says, else the role of the section that holds
 * it. The heading goes first because types of sections come from templates: PLOS types a "Discussion" as conclusions. In a
 * paper without an abstract, a "Summary" at the front stands for it (papers on software have one). Where neither heading nor
 * source says anything, the words of a section of the first level and its place do, if they are clear (see `guessRole`) and
 * the paper is a study: one with a section of methods, experiments or results. Essays and manuals have parts of other kinds.
 * What is left is `other`.
 */
export function assignRoles(document: Document): Document {
  const told = toldRoles(document);
  return { ...document, sections: told.some(({ role }) => ofStudies.has(role)) ? withGuesses(told) : told };
}

/** The sections with the roles that headings and source tell, without guesses. */
export function toldRoles(document: Document): Section[] {
  return document.sections.map((section, i) => {
    const summary = i === 0 && document.abstract.length === 0 && foldHeading(section.heading) === 'summary';
    return withRole(summary && section.role === 'other' ? { ...section, role: 'abstract' } : section, 'other');
  });
}

const ofStudies: ReadonlySet<Role> = new Set(['method', 'experiment', 'result']);
/** Nine in ten guesses that are at least so sure are right, on papers not seen in training (`scripts/train-section-roles.ts`). */
const sureEnough = 0.8;

function withGuesses(sections: readonly Section[]): Section[] {
  const places = placesInBody(sections);
  return sections.map((section, i) => {
    const place = places[i];
    if (section.role !== 'other' || place === undefined || readHeading(section.heading) !== undefined) return section;
    const guess = guessRole(sectionTexts(section), place, loadRoleWeights());
    return guess && guess.probability >= sureEnough ? withRole({ ...section, role: guess.role }, 'other') : section;
  });
}

function withRole(section: Section, inherited: Role): Section {
  const told = section.role === 'other' ? undefined : section.role;
  const named = told !== undefined && placed.has(told) ? told : readHeading(section.heading);
  const role = named === undefined || named === 'other' ? (told ?? named ?? inherited) : named;
  // What stands below a summary is not the summary.
  const below = role === 'abstract' ? 'other' : role;
  return { ...section, role, sections: section.sections.map((child) => withRole(child, below)) };
}

/** The role that a heading names by itself; `other` when it names none. */
export function inferRole(heading: string): Role {
  return readHeading(heading) ?? 'other';
}

/** Undefined where the heading says nothing; `other` where it names a part that has no role of its own. */
function readHeading(heading: string): Role | undefined {
  const folded = foldHeading(heading);
  return roleHeadings.get(folded) ?? (appended.test(folded) ? 'appendix' : undefined);
}

const appended =
  /^(?:appendix|annex|appendices|suppl(?:ementary|emental|\.)? (?:materials?|information|data|tables?|figures?|files?|notes?|methods|text|videos?))\b/u;

const sectionNumber =
  /^(?:(?:section|chapter|part)\s+)?(?:\d+(?:\.\d+)*|[ivx]+(?=[.):\s])|[a-z](?=[.)]))[.):]*(?:\s+[-–—]\s*|\s+)/u;

/** Case, numbering, punctuation at the ends and the several forms of "and" do not matter. */
function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(sectionNumber, '')
    .replaceAll(/\s*(?:&|\/|\band\b)\s*/gu, ' and ')
    .replaceAll(/[‐-–-]/gu, ' ')
    .replaceAll('’', "'")
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(?:the|our|a|an) /u, '')
    .replace(/[\s.:;,*†‡§]+$/u, '');
}
