import { describe, expect, it } from '@jest/globals';
import { block, blocks } from './blocks.ts';
import { table } from './floats.ts';
import { paperPage } from './paper-page.ts';
import type { PaperView } from './paper-view.ts';
import { sampleDocument } from '../testing/sample-document.ts';
import { citedText } from './text.ts';
import { html } from '../pages/html.ts';
import { unitPage } from './unit-page.ts';
import { unitsOf } from './units.ts';

const document = sampleDocument();
const baseIri = 'https://kg.example.org/id/';
const view: PaperView = {
  document,
  key: '10.1_sample',
  path: '/id/paper/10.1_sample',
  iri: `${baseIri}paper/10.1_sample`,
  whole: true,
};
const units = unitsOf(document);

/** Markup without the white space between tags. */
function flat(content: { toString(): string }): string {
  return content.toString().replaceAll(/\s+/g, ' ').replaceAll('> <', '><');
}

describe('the page of a paper', () => {
  const page = paperPage(view, [{ label: 'Turtle', mediaType: 'text/turtle', href: '?format=turtle' }]);

  it('runs nothing that a paper brings along', () => {
    expect(page).toContain('Trees &amp; &lt;script&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/<[^>]*\sonmouseover=/);
    expect(page).not.toMatch(/href="javascript:/);
    expect(page).not.toMatch(/<[^>]+\sstyle=/);
  });

  it('has an anchor for every unit but those inside a text', () => {
    for (const { id, kind } of units.values()) {
      if (kind !== 'citation' && kind !== 'mention') expect(page).toContain(`id="${id}"`);
    }
  });

  it('links people to ORCID, the paper to its DOI and licence, and references to their works', () => {
    for (const address of [
      'https://orcid.org/0000-0002-1825-0097',
      'https://doi.org/10.1/sample',
      'https://doi.org/10.2/oaks',
    ]) {
      expect(page).toContain(`href="${address}"`);
    }
    expect(page).toMatch(/href="https:\/\/creativecommons.org\/licenses\/by\/4.0\/">CC BY 4.0</);
    expect(page).toContain('7 May 2024');
  });
});

describe('text with citations', () => {
  it('links markers whose offsets count code points', () => {
    const { text, citations } = document.sections[0]?.paragraphs[0]?.sentences[0] ?? { text: '', citations: [] };
    expect(flat(html`${citedText(view, text, citations)}`)).toMatch(
      /^𝒯rees grow <a [^>]*href="#ref1"[^>]*>\[1, 2\]<\/a ?>\.$/,
    );
  });

  it('keeps the text whole when markers overlap or lead nowhere', () => {
    const mark = { marker: 'x', references: ['ref1'] };
    const marks = [
      { ...mark, start: 0, end: 3 },
      { ...mark, start: 2, end: 5 },
      { ...mark, start: 5, end: 6, references: [] },
    ];
    const text = flat(html`${citedText(view, 'abcdefg', marks)}`);
    expect(text.replaceAll(/<[^>]*>/g, '')).toBe('abcdefg');
    expect(text.match(/<a /g)).toHaveLength(1);
  });
});

describe('blocks', () => {
  it('put items of a deeper level inside the item before them', () => {
    const items = document.sections[0]?.paragraphs.slice(1, 4) ?? [];
    const outline = flat(html`${blocks(view, items)}`).replaceAll(
      /<(?!\/?(?:ul|ol|li))[^>]*>|#| (?:id|class)="[^"]*"/g,
      '',
    );
    expect(outline.replaceAll(' ', '')).toBe('<ol><li>One.<ul><li>Inner.</li></ul></li><li>Two.</li></ol>');
  });

  it('keep the lines of code', () => {
    const code = document.sections[0]?.paragraphs[4];
    expect(code && block(view, code).toString()).toContain('if (a &lt; b)\n  grow();');
  });
});

describe('tables', () => {
  it('have header cells, spans and links of citations', () => {
    const [first] = document.tables;
    const markup = first ? flat(table(view, first)) : '';
    expect(markup).toMatch(/<thead><tr id="tab1\/r1"><th rowspan="1" colspan="2">Tree<\/th>/);
    expect(markup).toMatch(/<td rowspan="1" colspan="1">20 <a [^>]*href="#ref1"/);
  });
});

describe('the page of a unit', () => {
  const page = (id: string) =>
    flat(
      unitPage(
        {
          view: { ...view, whole: false },
          id,
          iri: `${view.iri}/${id}`,
          unit: units.get(id),
          units,
          statements: [],
          baseIri,
        },
        [],
      ),
    );

  it('shows for each kind of unit what it says, and where it stands', () => {
    const texts: Record<string, string> = {
      abstract: 'We study trees.',
      s1: 'Quoted.',
      's1/p1': 'Trees',
      's1/p1/t1': 'rees grow',
      's1/p1/t1/c1': '<mark>[1, 2]</mark>',
      fig1: 'A tree.',
      'fig1/t1': 'A tree.',
      tab1: 'Heights.',
      'tab1/r2': '<mark>Oak</mark>',
      eq1: 'h &lt; 3',
      fn1: 'A note.',
      ref1: 'On oaks',
      contrib1: 'Ann &lt;script&gt;',
    };
    for (const [id, text] of Object.entries(texts)) {
      expect(page(id)).toContain(text);
      expect(page(id)).toContain(`href="/id/paper/10.1_sample#${id.replace(/\/c\d+$/, '')}"`);
      expect(page(id)).toContain(`${baseIri}paper/10.1_sample/${id}`);
      expect(page(id)).not.toContain('<script');
    }
  });

  it('leads from a sentence to its neighbours, its paragraph and what it cites', () => {
    const shown = page('s1/p1/t1');
    for (const id of ['s1', 's1/p1', 's1/p1/t2', 'ref1', 'ref2']) {
      expect(shown).toContain(`href="/id/paper/10.1_sample/${id}"`);
    }
  });

  it('lists where a reference is cited, in text and in tables', () => {
    expect(page('ref1')).toMatch(/s1\/p1\/t1">𝒯rees grow \[1, 2\]\.</);
    expect(page('ref1')).toMatch(/tab1\/r2">Oak \| 20 \[1\]</);
  });
});
