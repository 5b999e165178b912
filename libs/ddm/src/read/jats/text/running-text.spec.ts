import { describe, expect, it } from '@jest/globals';
import { bodyTexts, paragraphText, readArticle } from '../../../testing/read-article.ts';

describe('Running text', () => {
  it.each<[string, string, string]>([
    [
      'subscripts and superscripts as printed',
      'H<sub>2</sub>O, Ca<sup>2+</sup>, 5<sup>th</sup>, IC<sub>50</sub>',
      'H2O, Ca2+, 5th, IC50',
    ],
    ['powers that would change a number', '10<sup>−3</sup>, 10<sup>5</sup>, 10<sub>2</sub>', '10^−3, 10^5, 10_2'],
    ['powers of units', 'm s<sup>−1</sup>, cm<sup>2</sup>', 'm s^−1, cm2'],
    [
      'the sign of a note apart from its word',
      '<sup>a</sup>Data of 2010; <sup>b</sup>estimated. <sup>*</sup>Significant',
      'a Data of 2010; b estimated. * Significant',
    ],
    [
      'letters raised behind a word or a variable',
      'Unit<sup>a</sup>, 42<sup>b</sup>, <italic>R</italic><sup><italic>T</italic></sup>, high<xref ref-type="table-fn" rid="f"><sup>c</sup></xref>, the 20<sup>th</sup>',
      'Unit^a, 42^b, R^T, high^c, the 20th',
    ],
    ['an isotope as one word', 'We used <sup>13</sup>C and <sup>3</sup>H.', 'We used 13C and 3H.'],
    ['markers of notes without a sign', 'shown<sup><xref ref-type="fn" rid="f">2</xref></sup> here', 'shown2 here'],
    ['formatting inside words', 'un<italic>believ</italic>able <bold> bold </bold>text', 'unbelievable bold text'],
    ['line breaks and white space', 'one<break/>two\n   three&#xa0;four', 'one two three four'],
    ['links that show their text', 'see <ext-link xlink:href="https://x.org">our page</ext-link>', 'see our page'],
    ['links that show none', 'see <ext-link xlink:href="https://x.org/a"/>', 'see https://x.org/a'],
    [
      'alternatives of one formula',
      'let <inline-formula><alternatives><tex-math>$y$</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives></inline-formula> be',
      'let x be',
    ],
    [
      'a TeX formula without delimiters',
      'let <inline-formula><tex-math>$x_1$</tex-math></inline-formula> be',
      'let x_1 be',
    ],
    [
      'a displayed formula in its sentence',
      'The mass is <disp-formula><mml:math><mml:mi>m</mml:mi></mml:math></disp-formula> where',
      'The mass is m where',
    ],
    ['elements of other namespaces', 'a <x:new xmlns:x="https://example.org/x">word</x:new> kept', 'a word kept'],
    ['names of species', '<named-content content-type="species">Quercus robur</named-content>.', 'Quercus robur.'],
    ['people in the text', 'by <name><surname>Doe</surname><given-names>J</given-names></name>', 'by Doe J'],
    [
      'a citation in full in the text',
      'see <mixed-citation>Doe J. Trees. 1999.</mixed-citation> there',
      'see Doe J. Trees. 1999. there',
    ],
  ])('keeps %s', (_, content, expected) => expect(paragraphText(content)).toBe(expected));

  it.each<[string, string, string]>([
    ['identifiers of objects', 'a<object-id>10.1/x</object-id> b', 'identifiers of objects (6)'],
    ['alternative texts', 'a<inline-graphic><alt-text>dot</alt-text></inline-graphic> b', 'alternative texts (3)'],
    ['entries of an index', 'a<index-term><term>x</term></index-term> b', 'index terms (1)'],
  ])('leaves out %s, and counts them', (_, content, what) => {
    const document = readArticle({ body: `<p>${content}</p>` });
    expect(bodyTexts(document)).toEqual(['a b']);
    expect(document.findings).toContainEqual(
      expect.objectContaining({ code: 'ddm/dropped-text', message: expect.stringContaining(what) }),
    );
  });

  it('tells of symbols that are images only, and of elements that it does not know', () => {
    const { findings } = readArticle({ body: '<p>a <inline-graphic xlink:href="x.gif"/> <nonsense>b</nonsense></p>' });
    expect(findings).toEqual([
      expect.objectContaining({ code: 'ddm/inline-image', amount: 1 }),
      expect.objectContaining({ code: 'ddm/unknown-element', message: expect.stringContaining('nonsense (1)') }),
    ]);
  });

  it('ends no sentence inside code, a link or a formula', () => {
    const { sections } = readArticle({
      body: '<p>Use <monospace>tree. Grow()</monospace> or <uri>https://x.org/a.B</uri>. Then stop.</p>',
    });
    expect(sections[0]?.paragraphs[0]?.sentences.map(({ text }) => text)).toEqual([
      'Use tree. Grow() or https://x.org/a.B.',
      'Then stop.',
    ]);
  });
});
