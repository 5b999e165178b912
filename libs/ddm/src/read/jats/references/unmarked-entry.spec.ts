import { describe, expect, it } from '@jest/globals';
import { readUnmarkedEntry, type EntryFields } from './unmarked-entry.ts';

describe('An entry without markup', () => {
  it.each<[string, EntryFields]>([
    [
      'Dai A (2013) Increasing drought under global warming in observations and models. Nature Clim Change 3, 52–58.',
      {
        authors: ['Dai, A'],
        title: 'Increasing drought under global warming in observations and models',
        container: 'Nature Clim Change',
        volume: '3',
        pages: '52-58',
      },
    ],
    [
      'Yao T, Thompson L, Yang W, et al.. (2012) Different glacier status in Tibetan Plateau. Nature Clim Change 2(9): 663–667.',
      {
        authors: ['Yao, T', 'Thompson, L', 'Yang, W'],
        title: 'Different glacier status in Tibetan Plateau',
        container: 'Nature Clim Change',
        volume: '2',
        issue: '9',
        pages: '663-667',
      },
    ],
    [
      'Heyworth IT, Hazell ML (2009) How do chronic conditions affect quality of life? Br J Gen Pract 59: e353 - e358.',
      { authors: ['Heyworth, IT', 'Hazell, ML'], title: 'How do chronic conditions affect quality of life?' },
    ],
    [
      'Fama, E. F., & French, K. R. (1992). The Cross-Section of Expected Stock Returns. The Journal of Finance, 47(2), 427–465.',
      {
        authors: ['Fama, E. F.', 'French, K. R.'],
        title: 'The Cross-Section of Expected Stock Returns',
        container: 'The Journal of Finance',
        volume: '47',
        issue: '2',
        pages: '427-465',
      },
    ],
    [
      'World Health Organization (2012) Fact sheet N°311: Obesity and overweight.',
      { authors: ['World Health Organization'], title: 'Fact sheet N°311: Obesity and overweight' },
    ],
    [
      'Bell G (1988) Sex and death of protozoa: the history of an obsession. Cambridge, UK: Cambridge University Press.',
      { authors: ['Bell, G'], title: 'Sex and death of protozoa: the history of an obsession' },
    ],
    [
      'van der Linden P, Smith-Jones AB Jr (2001) Growth of E. coli in the U.S. under stress. Science 1, 2–3.',
      {
        authors: ['van der Linden, P', 'Smith-Jones, AB, Jr'],
        title: 'Growth of E. coli in the U.S. under stress',
        container: 'Science',
        volume: '1',
        pages: '2-3',
      },
    ],
    [
      'Scottish Guidelines Network (2010) Management of stroke. Available: http://www.sign.ac.uk/x.pdf.',
      { authors: ['Scottish Guidelines Network'], title: 'Management of stroke' },
    ],
    [
      'Energy Information Administration (EIA) (2011) International Energy Outlook Available: http://www.eia.gov/0484.Pdf accessed Sept 2011.',
      { authors: ['Energy Information Administration (EIA)'], title: 'International Energy Outlook' },
    ],
    ['United Nations (1992) Available: http://www.unfccc.int.', { authors: ['United Nations'] }],
  ])('%s', (raw, expected) => expect(readUnmarkedEntry(raw)).toEqual(expected));

  it.each([
    'Oldman C. Trees I have met. J. For. 1987; 12: 1–1950.',
    'http://www.example.org/reports/2011-2012/report.html',
    'BP Statistical Review of World Energy 2012 (http://www.bp.com/section.do).',
    'Hillel D, Rosenzweig C, editors (2011) Handbook of Climate Change. London: Imperial College Press.',
    '2010 IUCN Red List of Threatened Species (http://www.iucnredlist.org/details/9010/0).',
    '',
  ])('that is built otherwise stays untold: %s', (raw) => expect(readUnmarkedEntry(raw)).toEqual({ authors: [] }));
});
