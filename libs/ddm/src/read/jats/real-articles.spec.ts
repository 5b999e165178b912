import type { Document, Section, Sentence } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../validate/check-document.ts';
import { fixture, fixtureNames } from '../../testing/fixtures.ts';
import { documentOf } from '../../testing/read-article.ts';

const read = (name: string): Document => documentOf(fixture(`${name}.xml`));

function sentencesOf(sections: readonly Section[]): Sentence[] {
  return sections.flatMap((section) => [
    ...section.paragraphs.flatMap(({ sentences }) => sentences),
    ...sentencesOf(section.sections),
  ]);
}

/** The citations of the first sentence that begins so: marker and number of each cited entry. */
function citationsAt(document: Document, start: string): [string, number[]][] {
  const sentence = sentencesOf(document.sections).find(({ text }) => text.startsWith(start));
  return (sentence?.citations ?? []).map(({ marker, references }) => [
    marker,
    references.map((id) => Number(id.slice(3))),
  ]);
}

describe('A real article', () => {
  it.each(fixtureNames())('%s makes a valid document, the same each time', (name) => {
    const document = documentOf(fixture(name));
    expect(checkDocument({ ...document, key: 'key' })).toEqual([]);
    expect(documentOf(fixture(name))).toEqual(document);
  });
});

describe('PLoS Biology 2004 (NLM 2, author and year)', () => {
  const document = read('plos-2004-excerpt');

  it('has its metadata', () => {
    expect(document).toMatchObject({
      title: 'EGF Signal Propagation during C. elegans Vulval Development Mediated by ROM-1 Rhomboid',
      identifiers: { doi: '10.1371/journal.pbio.0020334' },
      venue: 'PLoS Biology',
      date: { year: 2004, month: 9, day: 28 },
      language: 'en',
      licence: expect.stringContaining('Creative Commons Attribution License'),
    });
    expect(document.contributors[0]).toEqual({
      name: 'Amit Dutt',
      given: 'Amit',
      family: 'Dutt',
      affiliations: ['Zoologisches Institut, Universität Zurich, Zurich, Switzerland'],
      role: 'author',
    });
    expect(document.contributors.at(-1)).toMatchObject({ name: 'Julie Ahringer', role: 'editor' });
  });

  it('links citations to entries of the older markup', () => {
    expect(citationsAt(document, 'In most instances')).toEqual([['Freeman and Gurdon 2002', [7]]]);
    expect(document.references[6]).toMatchObject({ authors: ['Freeman, M', 'Gurdon, JB'], year: 2002 });
  });
});

describe('PLoS ONE 2013 (markers without text)', () => {
  it('links the empty marker that stands for the inside of a range', () => {
    const document = read('plos-2013-excerpt');
    expect(citationsAt(document, 'Functional changes in mitochondria')).toEqual([
      ['3', [3]],
      ['', [4]],
      ['5', [5]],
    ]);
    expect(document.references[0]).toMatchObject({
      authors: expect.arrayContaining(['Wei, YH']),
      container: 'Ann N Y Acad Sci',
      pages: '155-170',
    });
    expect(document.tables[0]?.rows.filter(({ header }) => header)).toMatchObject([
      { cells: [{ text: 'Variables' }, { text: 'Value' }] },
    ]);
  });
});

describe('PLOS Computational Biology 2016 (numbers, ranges)', () => {
  const document = read('plos-2016-excerpt');

  it('expands ranges', () => {
    expect(citationsAt(document, 'Tractography uses diffusion')).toEqual([
      ['1', [1]],
      ['6', [2, 3, 4, 5, 6]],
    ]);
    expect(citationsAt(document, 'Some tractography methods (local')).toEqual([
      ['10', [10]],
      ['19', [19]],
      ['21', [20, 21]],
      ['11', [11]],
      ['12', [12]],
    ]);
  });

  it('keeps subsections and the statement on data', () => {
    expect(document.sections[4]?.sections[0]).toMatchObject({
      id: 's5/s1',
      depth: 2,
      heading: 'MR data acquisition and pre-processing',
    });
    expect(document.sections[4]?.sections[0]?.sections).toMatchObject([
      { id: 's5/s1/s1', depth: 3 },
      { heading: 'HCP90 data set' },
    ]);
    expect(document.footnotes.at(-1)?.paragraphs[0]).toMatchObject({ heading: 'Data Availability' });
  });
});

describe('eLife 2020 (decision letter, ORCID, fields only)', () => {
  const document = read('elife-2020-excerpt');

  it('has ORCIDs, editors, keywords and identifiers', () => {
    expect(document.contributors[0]).toMatchObject({ name: 'Gernot Wolf', orcid: '0000-0002-3943-8662' });
    expect(document.contributors.filter(({ role }) => role === 'editor').length).toBeGreaterThan(0);
    expect(document.keywords).toContain('retrotransposons');
    expect(document.identifiers).toEqual({ doi: '10.7554/elife.56337', pmid: '32479262' });
  });

  it('has letter and response as sections, and the note of its table as part of the caption', () => {
    expect(document.sections.slice(-2).map(({ heading }) => heading)).toEqual(['Decision letter', 'Author response']);
    expect(document.tables[0]?.caption[0]?.text).toBe(
      'KRAB-ZFP genes clusters in the mouse genome that were investigated in this study.',
    );
  });

  it('links author and year', () => {
    expect(citationsAt(document, 'In tetrapods')).toEqual([
      ['Thomas and Schneider, 2011', [34]],
      ['Najafabadi et al., 2015', [23]],
      ['Wolf et al., 2015a', [39]],
      ['Wolf et al., 2015b', [40]],
      ['Imbeault et al., 2017', [12]],
    ]);
  });
});

describe('PTEP 2026 (TeX, one marker a range)', () => {
  const document = read('ptep-2026-excerpt');

  it('keeps formulas with number and TeX, and counts formulas of the appendix by its letter', () => {
    expect(document.formulas[2]).toMatchObject({
      label: '3',
      tex: 'i\\hbar \\frac{\\partial }{\\partial t}|\\Psi (t)\\rangle =H(t)|\\Psi (t)\\rangle .',
    });
    expect(document.formulas.find(({ label }) => label === 'A.1')).toBeDefined();
    expect(document.sections.at(-1)).toMatchObject({ number: 'Appendix A', role: 'appendix' });
  });

  it('links all entries of a range printed as one marker', () => {
    expect(citationsAt(document, 'Indeed, they are actively studied')).toEqual([['4–7', [4, 5, 6, 7]]]);
  });
});

describe('Others', () => {
  it('a JOSS paper by pandoc: no DOI yet, a summary, formulas in two forms', () => {
    const document = read('joss-2024');
    expect(document).toMatchObject({
      identifiers: {},
      date: { year: 2024, month: 4, day: 5 },
      keywords: ['Rust', 'FMM'],
    });
    expect(document.contributors[0]).toMatchObject({
      orcid: '0000-0001-9734-8318',
      affiliations: ['Department of Mathematics, University College London, UK'],
    });
    expect(document.formulas[1]).toMatchObject({
      text: 'f̂(ω) = ∫_(− ∞)^∞f(x)e^iωx dx',
      tex: expect.stringContaining('\\hat f'),
    });
  });

  it('a correction: a group for its author, no citation', () => {
    const document = read('plos-2014-correction');
    expect(document.contributors).toEqual([{ name: 'The PLOS ONE Staff', affiliations: [], role: 'author' }]);
    expect(document.references).toHaveLength(1);
  });

  it('Behavioral Ecology 2018: entries printed with their spaces, and a table with spans', () => {
    const document = read('behavioral-ecology-2018-excerpt');
    expect(document.references[1]).toMatchObject({
      raw: 'Braun A, Bugnyar T 2012 Social bonds and rank acquisition in raven nonbreeder aggregations. Anim Behav. 84:1507–1515. PMID: 23264693',
      authors: ['Braun, A', 'Bugnyar, T'],
      container: 'Anim Behav',
      year: 2012,
    });
    expect(document.tables[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual([
      '',
      'Resident birds',
      'Continuous visitors',
      'Periodic visitors',
      'Rare visitors',
    ]);
  });

  it('Oncotarget 2018: a range over what is left of its list', () => {
    const document = read('oncotarget-2018-excerpt');
    expect(citationsAt(document, 'Curcumin and curcuminoid do not induce')).toEqual([
      ['33', [5]],
      ['35', [6, 7]],
    ]);
    expect(document.figures[0]?.caption[0]?.text).toBe(
      'CSP had better protective effect against oligomeric Aβ (oAβ) than un-nanosized curcuminoid in vitro',
    );
  });
});
