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
});
