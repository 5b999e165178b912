import type { Document, Role, Section } from '@askg/contract';
import { roleHeadings } from './role-headings.ts';

/**
 * Gives each section a role: the one the source already told, else what its heading says, else the role of the section
 * that holds it. A heading that says nothing, or could mean several things, leaves `other`.
 */
export function assignRoles(document: Document): Document {
  return { ...document, sections: document.sections.map((section) => withRole(section, 'other')) };
}

function withRole(section: Section, inherited: Role): Section {
  const own = section.role === 'other' ? readHeading(section.heading) : section.role;
  const role = own ?? inherited;
  return { ...section, role, sections: section.sections.map((child) => withRole(child, role)) };
}

/** The role that a heading names by itself; `other` when it names none. */
export function inferRole(heading: string): Role {
  return readHeading(heading) ?? 'other';
}

/** Undefined where the heading says nothing; `other` where it names a part that has no role of its own. */
function readHeading(heading: string): Role | undefined {
  const folded = foldHeading(heading);
  return roleHeadings.get(folded) ?? (/^(?:appendix|annex|appendices)\b/u.test(folded) ? 'appendix' : undefined);
}

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
