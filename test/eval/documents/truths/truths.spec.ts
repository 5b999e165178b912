import { describe, expect, it } from '@jest/globals';
import { gap } from '../measures/letters.ts';
import { converterTextTruth } from './converter-text-truth.ts';
import { crossrefTruth } from './crossref-truth.ts';
import { jatsTruth } from './jats-truth.ts';
import { markdownTruth } from './markdown-truth.ts';
import { metadataTruth } from './metadata-truth.ts';
import { truthOnPage } from './on-page.ts';

describe('JATS', () => {
  const xml = `<article><front><article-meta><title-group><article-title>On Files</article-title></title-group></article-meta></front>
    <body><sec><title>Start</title><p>Let <inline-formula><tex-math>x^2</tex-math></inline-formula> be small. It is cited
    <xref ref-type="bibr" rid="r1">[1]</xref>.</p></sec></body>
    <back><ref-list><ref id="r1"><mixed-citation>Doe, J. (2001). A file.</mixed-citation></ref></ref-list></back></article>`;

  it('gives headings, text with gaps for formulas, and works cited', () => {
    const facts = jatsTruth(xml);
    expect(facts.headings).toEqual([{ text: 'Start', depth: 1 }]);
    expect(facts.paragraphs?.[0]?.sentences[0]).toBe(`Let ${gap} be small.`);
    expect([facts.citations, facts.references?.length]).toEqual([[0], 1]);
  });

  it('says nothing of an abstract that the file does not have', () => {
    expect(jatsTruth(xml).abstract).toBeUndefined();
  });
});

it('a deposit gives title, authors and DOIs of cited works', () => {
  const xml = `<journal_article><titles><title>Files &amp; papers</title></titles><contributors><person_name sequence="first">
    <given_name>Ada</given_name><surname>Lovelace</surname></person_name></contributors><citation_list><citation key="1">
    <doi>10.1/a</doi></citation><citation key="2"><unstructured_citation>Doe</unstructured_citation></citation>
    </citation_list></journal_article>`;
  expect(crossrefTruth(xml)).toEqual({
    title: 'Files & papers',
    authors: ['Ada Lovelace'],
    references: [{ doi: '10.1/a' }, {}],
  });
});

describe('YAML', () => {
  it.each([
    ['quoted over lines', 'title: "On files\n  and papers"\n', { title: 'On files and papers' }],
    ['with a comment', "title: 'On files' # draft\n", { title: 'On files' }],
    [
      'family name first',
      'authors:\n  - name: Lovelace, Ada\n    orcid: 0000-0001-2345-678X\n',
      { authors: ['Ada Lovelace'], orcids: ['0000-0001-2345-678X'] },
    ],
    ['accents as LaTeX writes them', "authors:\n- name: Andr{\\'e} Fran\\c{c}ois\n", { authors: ['André François'] }],
    ['names beside affiliations', 'authors:\n- name: A B\naffiliations:\n- name: C\n', { authors: ['A B'] }],
  ])('%s', (_, yaml, facts) => expect(metadataTruth(yaml)).toEqual(facts));
});

it('Markdown gives headings by relative depth, items, and gaps for citations; code and tables are left out', () => {
  const markdown = `---\ntitle: On files\n---\n## Start\nA file [@doe2001] is *read* here.\n- one thing\n\n### Deeper\n
\`\`\`\ncode\n\`\`\`\n\n| a | b |\n`;
  expect(markdownTruth(markdown)).toEqual({
    title: 'On files',
    headings: [
      { text: 'Start', depth: 1 },
      { text: 'Deeper', depth: 2 },
    ],
    paragraphs: [
      { kind: 'text', sentences: [`A file ${gap} is read here.`] },
      { kind: 'item', sentences: ['one thing'] },
    ],
  });
});

it('a text of another converter gives its title, and sentences that hold no formula', () => {
  const text = 'title\nOn files\nabstract\nA file is a long row of bytes on a disk. Here x = y for all of them.\nStart';
  expect(converterTextTruth(text)).toEqual({
    facts: { title: 'On files' },
    words: ['A file is a long row of bytes on a disk.'],
  });
});

describe('a truth about pages', () => {
  const sentence = 'A sentence that is long enough to count here.';
  const other = 'Another sentence that was written for version two.';
  const facts = { abstract: other, paragraphs: [{ kind: 'text' as const, sentences: [sentence, other] }] };

  it('of another version is set aside', () => {
    const { truth, skipped } = truthOnPage({ kind: 'jats', facts }, sentence);
    expect([truth.facts, skipped]).toEqual([{}, 'another version: 1 of 2 sentences on the pages']);
  });

  it('keeps the text and loses an abstract that is not printed', () => {
    const { truth, skipped } = truthOnPage(
      { kind: 'jats', facts: { ...facts, abstract: 'Not on these pages, but long enough.' } },
      `${sentence} ${other}`,
    );
    expect([truth.facts.abstract, truth.facts.paragraphs?.length, skipped]).toEqual([undefined, 1, undefined]);
  });
});
