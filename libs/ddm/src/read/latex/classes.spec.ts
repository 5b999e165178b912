import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { bodyTexts } from '../../testing/read-article.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { beside, fixture, read } from './testing/read-fixture.ts';

const ada = { name: 'Ada Berg', given: 'Ada', family: 'Berg', role: 'author' };
const grace = { name: 'Grace Hopper', given: 'Grace', family: 'Hopper', role: 'author' };
const orcid = '0000-0002-1825-0097';
const [adaMail, graceMail] = [{ email: 'ada@example.org' }, { email: 'grace@example.org' }];

type Expected = { people: object[]; keywords?: string[]; text: string };

const classes: Readonly<Record<string, Expected>> = {
  acl: {
    people: [
      { ...ada, ...adaMail, affiliations: ['Institute of Trees / Oslo'] },
      { ...grace, ...graceMail, affiliations: ['University of Leaves'] },
    ],
    text: 'We cite (Doe and Roe, 2018), (Doe and Roe, 2018), Doe and Roe (2018), Poe et al. (2019) and (2019).',
  },
  acmart: {
    people: [
      { ...ada, orcid, ...adaMail, affiliations: ['Institute of Trees, Oslo, Norway'] },
      { ...grace, ...graceMail, affiliations: ['University of Leaves, Rome, Italy'] },
    ],
    keywords: ['trees', 'leaves'],
    text: 'We cite [1, 2].',
  },
  authblk: {
    people: [
      {
        ...ada,
        ...adaMail,
        name: 'Ada van der Berg',
        family: 'van der Berg',
        affiliations: ['Institute of Trees, Oslo, Norway'],
      },
      { ...grace, affiliations: ['Institute of Trees, Oslo, Norway', 'University of Leaves'] },
    ],
    text: 'Words.',
  },
  biblatex: {
    people: [{ ...ada, affiliations: [] }],
    text: 'We cite (see Doe and Roe 2018, 12), Poe (2019), (Doe and Roe 2018; Poe 2019), Poe 2019 and (Doe and Roe 2018, 1; Poe 2019, 2).',
  },
  elsarticle: {
    people: [
      { ...ada, ...adaMail, affiliations: ['Institute of Trees, Oslo, Norway'] },
      { ...grace, affiliations: ['Institute of Trees, Oslo, Norway', 'University of Leaves'] },
    ],
    keywords: ['trees', 'leaves'],
    text: 'We cite [1].',
  },
  ieee: {
    people: [
      { ...ada, ...adaMail, affiliations: ['Institute of Trees, Oslo, Norway'] },
      { ...grace, ...graceMail, affiliations: ['University of Leaves'] },
    ],
    keywords: ['trees', 'leaves'],
    text: 'We cite [1]–[3] and [1]. See Section I-A.',
  },
  llncs: {
    people: [
      { ...ada, orcid, ...adaMail, affiliations: ['Institute of Trees, Oslo, Norway'] },
      { ...grace, ...graceMail, affiliations: ['Institute of Trees, Oslo, Norway', 'University of Leaves'] },
    ],
    keywords: ['trees', 'leaves'],
    text: 'A tree is tall. By Definition 1, see [1, 2].',
  },
  neurips: {
    people: [
      { ...ada, ...adaMail, affiliations: ['Department of Trees, University of Oslo'] },
      { ...grace, ...graceMail, affiliations: ['Leaf Research'] },
    ],
    text: 'We cite [1, 2] and Doe [1, p. 2].',
  },
  revtex: {
    people: [
      { ...ada, ...adaMail, affiliations: ['Institute of Trees, Oslo'] },
      { ...grace, affiliations: ['University of Leaves'] },
      { name: 'Jo Roe', given: 'Jo', family: 'Roe', role: 'author', affiliations: ['University of Leaves'] },
    ],
    text: 'We cite [1–3]. We thank all.',
  },
};

async function readClass(name: string): Promise<Document> {
  return read(fixture(`classes/${name}.tex`), { fileName: `${name}.tex`, companion: beside('classes') });
}

describe('the common classes', () => {
  it.each(Object.entries(classes))(
    '%s: people, keywords, text and citations',
    async (name, { people, keywords = [], text }) => {
      const document = await readClass(name);
      expect(document.contributors).toEqual(people);
      expect(document.keywords).toEqual(keywords);
      expect(bodyTexts(document).join(' ')).toBe(text);
      expect(checkDocument(document)).toEqual([]);
      expect(document.findings.filter(({ code }) => code !== 'ddm/dropped-text')).toEqual([]);
    },
  );

  it('have abstracts', async () => {
    for (const name of ['acl', 'acmart', 'authblk', 'elsarticle', 'ieee', 'llncs', 'neurips', 'revtex']) {
      expect((await readClass(name)).abstract.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
        'An abstract.',
      ]);
    }
  });

  it('print references as their lists do, and fields come from the parts of entries', async () => {
    const { references } = await readClass('acl');
    expect(references).toMatchObject([
      {
        raw: 'Jan Doe and Jo Roe. 2018. Leaves. In Trees, pages 1–2.',
        authors: ['Doe, Jan', 'Roe, Jo'],
        title: 'Leaves',
        container: 'Trees',
        year: 2018,
      },
      { title: 'Roots', container: 'Soil', year: 2019, volume: '3' },
    ]);
  });

  it('give the fields that styles mark up', async () => {
    const { references } = await readClass('revtex');
    expect(references[0]).toMatchObject({
      raw: 'J. Doe, Trees 1, 2 (2018)',
      authors: ['Doe, J.'],
      container: 'Trees',
      volume: '1',
      pages: '2',
      year: 2018,
      doi: '10.1000/a',
    });
  });

  it('give the fields that biber wrote', async () => {
    const { references } = await readClass('biblatex');
    expect(references).toMatchObject([
      {
        authors: ['Doe, Jan', 'Roe, Jo'],
        title: 'Leaves and Bark',
        container: 'Trees',
        volume: '1',
        pages: '2-3',
        doi: '10.1000/a',
      },
      { authors: ['Poe, Kim'], title: 'Roots', year: 2019 },
    ]);
  });

  it('resolve ranges of compressed citations', async () => {
    const citations = (await readClass('ieee')).sections[0]?.paragraphs[0]?.sentences[0]?.citations;
    expect(citations?.map(({ marker, references }) => [marker, references])).toEqual([
      ['[1]', ['ref1']],
      ['[3]', ['ref2', 'ref3']],
      ['[1]', ['ref1']],
    ]);
  });
});
