import { describe, expect, it } from '@jest/globals';
import type { Document, Role, Section } from '@askg/contract';
import { enrich } from './enrich.ts';
import { assignRoles, inferRole } from './section-roles.ts';

function section(id: string, heading: string, sections: Section[] = [], role: Role = 'other'): Section {
  return { id, heading, depth: id.split('/').length, role, paragraphs: [], sections };
}

function paper(sections: Section[]): Document {
  return {
    schema: 'askg.document/1',
    format: 'jats',
    digest: '0'.repeat(64),
    title: 'A paper',
    abstract: [],
    identifiers: {},
    keywords: [],
    contributors: [],
    sections,
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}

const roles = (sections: readonly Section[]): Role[] =>
  sections.flatMap(({ role, sections: inner }) => [role, ...roles(inner)]);

describe('inferRole', () => {
  it.each<[string, Role]>([
    ['Introduction', 'introduction'],
    ['1. Introduction', 'introduction'],
    ['1 INTRODUCTION', 'introduction'],
    ['I. Introduction', 'introduction'],
    ['IV Results', 'result'],
    ['A. Methods', 'method'],
    ['2.3 – Evaluation', 'experiment'],
    ['Statement of Need', 'introduction'],
    ['Background', 'introduction'],
    ['Related work', 'related-work'],
    ['Model architecture', 'method'],
    ['3.1 Evaluation metrics', 'experiment'],
    ['Qualitative results', 'result'],
    ['State of the field', 'related-work'],
    ['Materials & Methods', 'method'],
    ['Materials and methods', 'method'],
    ['Methodology/Principal Findings', 'method'],
    ['Experimental set-up', 'experiment'],
    ['Results and Discussion', 'result'],
    ['Our results', 'result'],
    ['Discussion.', 'discussion'],
    ['Limitations', 'discussion'],
    ['Conclusions/Significance', 'conclusion'],
    ['Conclusions and future work', 'conclusion'],
    ['Acknowledgments', 'acknowledgement'],
    ['Acknowledgements', 'acknowledgement'],
    ['Appendix A: Proofs', 'appendix'],
    ['Supporting Information', 'appendix'],
    ['SUPPLEMENTARY MATERIALS TABLES', 'appendix'],
    ['Supplementary Figure S1', 'appendix'],
    ['Future plans', 'conclusion'],
    ['Policy implications', 'discussion'],
    ['Literature cited', 'references'],
  ])('reads "%s" as %s', (heading, role) => expect(inferRole(heading)).toBe(role));

  it.each([
    '',
    'Summary',
    'Cell culture',
    'Data availability',
    'Civil engineering',
    'Methods of the ancients',
    'A',
    '3.',
    'Materials',
    'Supplementary motor area',
    'Discussing results',
  ])('says nothing of "%s"', (heading) => expect(inferRole(heading)).toBe('other'));
});

describe('assignRoles', () => {
  it('lets subsections inherit, unless they have a role of their own', () => {
    const document = paper([
      section('s1', 'Methods', [
        section('s1/s1', 'Cell culture', [section('s1/s1/s1', 'Mice')]),
        section('s1/s2', 'Results'),
      ]),
      section('s2', 'Cell culture'),
    ]);
    expect(roles(assignRoles(document).sections)).toEqual(['method', 'method', 'method', 'result', 'other']);
  });

  it('keeps a role that the source gave where the heading says nothing', () => {
    const document = paper([section('s1', 'What we found', [section('s1/s1', 'Mice')], 'discussion')]);
    expect(roles(assignRoles(document).sections)).toEqual(['discussion', 'discussion']);
  });

  it('believes the heading more than the type that a template gave the section', () => {
    const document = paper([
      section('s1', 'Results and Discussion', [], 'conclusion'),
      section('s2', 'Funding', [], 'result'),
    ]);
    expect(roles(assignRoles(document).sections)).toEqual(['result', 'result']);
  });

  it('believes the place of a section more than its heading', () => {
    const document = paper([section('s1', 'Methods', [section('s1/s1', 'Mice')], 'appendix')]);
    expect(roles(assignRoles(document).sections)).toEqual(['appendix', 'appendix']);
  });

  it('takes a summary at the front for the abstract that a paper lacks, without what stands below it', () => {
    const sections = [section('s1', '1. Summary', [section('s1/s1', 'Features')]), section('s2', 'Summary')];
    expect(roles(assignRoles(paper(sections)).sections)).toEqual(['abstract', 'other', 'other']);
    const abstract = [{ id: 'abstract/p1', kind: 'text' as const, sentences: [] }];
    expect(roles(assignRoles({ ...paper(sections), abstract }).sections)).toEqual(['other', 'other', 'other']);
  });

  it('gives no inherited role to parts that stand outside the argument', () => {
    const document = paper([
      section('s1', 'Conclusion', [section('s1/s1', 'Data Availability'), section('s1/s2', 'Author’s contributions')]),
    ]);
    expect(roles(assignRoles(document).sections)).toEqual(['conclusion', 'other', 'other']);
  });

  it('changes nothing but roles, and not its input', () => {
    const document = paper([section('s1', 'Methods')]);
    const before = structuredClone(document);
    expect(enrich(document)).toEqual({ ...document, sections: [section('s1', 'Methods', [], 'method')] });
    expect(document).toEqual(before);
    expect(enrich(enrich(document))).toEqual(enrich(document));
  });
});
