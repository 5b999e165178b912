import { describe, expect, it } from '@jest/globals';
import { parseReference } from './parse-reference.ts';

describe('parseReference', () => {
  it('reads the style of the APA', () =>
    expect(
      parseReference(
        'Freeman, S., Eddy, S. L., & Wenderoth, M. P. (2014). Active learning increases student performance in science, engineering, and mathematics. Proceedings of the National Academy of Sciences, 111(23), 8410–8415. https://doi.org/10.1073/pnas.1319030111',
      ),
    ).toEqual({
      authors: ['Freeman, S.', 'Eddy, S. L.', 'Wenderoth, M. P.'],
      title: 'Active learning increases student performance in science, engineering, and mathematics',
      container: 'Proceedings of the National Academy of Sciences',
      year: 2014,
      volume: '111',
      issue: '23',
      pages: '8410–8415',
      doi: '10.1073/pnas.1319030111',
    }));

  it('reads a style with the year after the names', () =>
    expect(
      parseReference(
        'Sumit Chopra, Michael Auli, and Alexander M Rush. 2016. Abstractive sentence summarization with attentive recurrent neural networks. In Proceedings of NAACL-HLT16, pages 93–98.',
      ),
    ).toMatchObject({ authors: ['Sumit Chopra', 'Michael Auli', 'Alexander M Rush'], year: 2016, pages: '93–98' }));

  it('takes an institution for the author', () =>
    expect(parseReference('Barcelona Supercomputing Center. (2022). inDust. https://cost-indust.eu/')).toMatchObject({
      authors: ['Barcelona Supercomputing Center'],
      title: 'inDust',
      url: 'https://cost-indust.eu/',
    }));

  it('gives an address for a preprint', () =>
    expect(
      parseReference('A. Vaswani et al. Attention is all you need. arXiv preprint arXiv:1706.03762, 2017.'),
    ).toMatchObject({
      url: 'https://arxiv.org/abs/1706.03762',
      year: 2017,
    }));

  const apa = 'Doe, J., & Roe, R. (2019). Files of the sea';

  it.each([
    ['an edition', ' (2nd ed.). Somewhere Press.', {}],
    ['a version', ' (Version 1.2.0). Somewhere Press.', {}],
    ['what kind of work it is', ' [Report]. Somewhere Press.', {}],
    ['editors and pages', ' (E. A. Poe & M. Moe, Eds.; pp. 87–90). Somewhere Press.', { pages: '87–90' }],
  ])('does not take %s in brackets for a part of the title', (_, rest, more) =>
    expect(parseReference(apa + rest)).toMatchObject({
      title: 'Files of the sea',
      authors: ['Doe, J.', 'Roe, R.'],
      ...more,
    }),
  );

  it('takes a sentence before the year for the title', () =>
    expect(parseReference('The smallest known file. (2008). In Files of Today. Somewhere Press.')).toMatchObject({
      authors: [],
      title: 'The smallest known file',
      year: 2008,
    }));

  it.each([
    ['Jane Doe. Files of the sea. Journal of Files, 59(2):295–320, 2017.', '59', '2', '295–320'],
    ['Jane Doe. Files of the sea. Journal of Files, 7(70):3991, 2022.', '7', '70', '3991'],
    ['Doe, J. (2022). Files of the sea. Journal of Files, 3(11), e12–e19.', '3', '11', 'e12–e19'],
    ['Doe, J. 1995. Files of the sea. J. Files 8, 4 (Dec. 1995), 343–356.', '8', '4', '343–356'],
    ['J. Doe and R. Roe, Phys. Rev. D 8, 4 (1995).', '8', undefined, '4'],
    ['Doe, J. “Files of the sea.” In: Journal of Files 77.1 (2010), pp. 6–13.', '77', '1', '6–13'],
  ])('reads volume, issue and pages of %s', (text, volume, issue, pages) =>
    expect(parseReference(text)).toMatchObject({ volume, pages, ...(issue === undefined ? {} : { issue }) }),
  );

  it('takes a title out of its quotes, and the number of a standard before it away', () => {
    expect(parseReference('J. Doe, “The word “file” in files,” J. Files, vol. 3, 2019.').title).toMatch(/^The word/);
    expect(parseReference('ISO/TS 29.551: "Files of the Sea; Stage 3".')).toEqual({
      authors: [],
      title: 'Files of the Sea; Stage 3',
    });
  });

  it('takes what stands after "In" for the work around it', () => {
    expect(
      parseReference('Jane Doe and R. Roe. 2018. Sea-Files: From File2Vec to Files. In Files of Today.'),
    ).toMatchObject({
      authors: ['Jane Doe', 'R. Roe'],
      title: 'Sea-Files: From File2Vec to Files',
      container: 'Files of Today',
      year: 2018,
    });
    expect(
      parseReference(
        'Doe, J. (2018). Files of the sea. In R. Roe & Edgar Poe (Eds.), Files of Today V. 1 (pp. 34–40).',
      ),
    ).toMatchObject({ container: expect.stringMatching(/^Files of Today/), pages: '34–40' });
    expect(parseReference('J. Doe. Files. In R. Roe, editor, Files of Today, pages 1–9. 2001.').container).not.toMatch(
      /Roe/,
    );
  });

  it('reads the number of a preprint', () =>
    expect(parseReference('Doe, J. (2017). Files of the sea. CoRR, abs/1712.01815.')).toMatchObject({
      container: 'CoRR',
      volume: 'abs/1712.01815',
      url: 'https://arxiv.org/abs/1712.01815',
    }));

  it('ends the authors at what stands for the others', () =>
    expect(parseReference('Jane V. Doe and other contributors. Files of the sea, 2001.').authors).toEqual([
      'Jane V. Doe',
    ]));

  it('keeps a DOI of the old kind whole', () =>
    expect(
      parseReference(
        'Doe, J. (1998). Files. https://doi.org/10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
      ),
    ).toMatchObject({ doi: '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O' }));

  it('takes what leads to an address away with it', () =>
    expect(
      parseReference('Doe, J. (n.d.). Files of the sea. Retrieved May 3, 2020, from https://files.org/sea.'),
    ).toEqual({
      authors: ['Doe, J.'],
      title: 'Files of the sea',
      url: 'https://files.org/sea',
    }));
});
