import { describe, expect, it } from '@jest/globals';
import { bodyTexts, readArticle } from '../../../testing/read-article.ts';

describe('Figures', () => {
  it('have a label and a caption whose title and paragraphs begin sentences', () => {
    const { figures } = readArticle({
      body: '<sec><title>T</title><fig><object-id>x</object-id><label>Figure 1.</label><caption><title>A tree</title><p>It has leaves. And roots</p></caption><graphic/><attrib>By Ada.</attrib></fig></sec>',
    });
    expect(figures).toMatchObject([
      {
        id: 'fig1',
        label: 'Figure 1',
        section: 's1',
        caption: [{ text: 'A tree' }, { text: 'It has leaves.' }, { text: 'And roots' }, { text: 'By Ada.' }],
      },
    ]);
  });

  it('have the text of their image once, though pandoc writes it twice', () => {
    const image = (text: string): string => `<p><named-content content-type="image">${text}</named-content></p>`;
    const { figures, findings } = readArticle({
      body: `<fig><caption><p>A  tree.</p></caption>${image('A tree.')}</fig><fig><caption><p>A tree.</p></caption>${image('A bush.')}</fig>`,
    });
    expect(figures.map(({ caption }) => caption.map(({ text }) => text))).toEqual([
      ['A tree.'],
      ['A tree.', 'A bush.'],
    ]);
    expect(findings).toMatchObject([
      { code: 'ddm/dropped-text', message: expect.stringContaining('alternative texts') },
    ]);
  });

  it('show the words of a picture that are given beside it', () => {
    const { figures, findings } = readArticle({
      body: '<fig><caption><p>A tree.</p></caption><alternatives><graphic/><textual-form>root and leaf</textual-form></alternatives></fig>',
    });
    expect(figures[0]?.caption.map(({ text }) => text)).toEqual(['A tree.', 'root and leaf']);
    expect(findings).toEqual([]);
  });

  it('of a group are units of their own', () => {
    const { figures } = readArticle({
      body: '<fig-group><label>Figure 2</label><caption><p>Two.</p></caption><fig><label>A</label></fig><fig><label>B</label></fig></fig-group>',
    });
    expect(figures.map(({ label }) => label)).toEqual(['Figure 2', 'A', 'B']);
  });

  it('at the end of the file belong to the section that mentions them first', () => {
    const { figures } = readArticle({
      body: '<sec><title>A</title><p>See <xref ref-type="fig" rid="f1">Fig. 1</xref>.</p></sec><sec><title>B</title><p>Again <xref ref-type="fig" rid="f1">Fig. 1</xref>.</p></sec>',
      root: '<floats-group><fig id="f1"><label>1</label></fig><fig id="f2"><label>2</label></fig></floats-group>',
    });
    expect(figures.map(({ label, section }) => [label, section])).toEqual([
      ['1', 's1'],
      ['2', 's2'],
    ]);
  });

  it('that stand in a paragraph do not cut it', () => {
    const document = readArticle({ body: '<p>Before <fig><label>1</label></fig>and after.</p>' });
    expect(bodyTexts(document)).toEqual(['Before and after.']);
    expect(document.figures).toHaveLength(1);
  });
});

describe('Formulas', () => {
  it('keep label, text, TeX and MathML', () => {
    const { formulas } = readArticle({
      body: '<disp-formula><label>(1)</label><alternatives><tex-math>$$x^2$$</tex-math><mml:math display="block"><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math><graphic/></alternatives></disp-formula>',
    });
    expect(formulas).toMatchObject([
      {
        id: 'eq1',
        label: '1',
        text: 'x^2',
        tex: 'x^2',
        mathml:
          '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><msup><mi>x</mi><mn>2</mn></msup></math>',
      },
    ]);
  });

  it('of a group take its label where they have none', () => {
    const { formulas } = readArticle({
      body: '<disp-formula-group><label>(2)</label><disp-formula>a = b</disp-formula><disp-formula><label>3</label>c</disp-formula></disp-formula-group>',
    });
    expect(formulas.map(({ label, text: content }) => [label, content])).toEqual([
      ['2', 'a = b'],
      ['3', 'c'],
    ]);
  });

  it('that are images only stay, and a finding counts them', () => {
    const document = readArticle({ body: '<disp-formula><graphic xlink:href="e.png"/></disp-formula>' });
    expect([document.formulas.length, document.findings]).toEqual([
      1,
      [expect.objectContaining({ code: 'ddm/formula-image', amount: 1 })],
    ]);
  });
});

describe('Footnotes', () => {
  it('stand apart from the text that they hang on', () => {
    const document = readArticle({ body: '<p>Text<fn symbol="*"><p>One.</p><p>Two.</p></fn> goes on.</p>' });
    expect(bodyTexts(document)).toEqual(['Text goes on.']);
    expect(document.footnotes).toMatchObject([
      { id: 'fn1', label: '*', paragraphs: [{ id: 'fn1/p1' }, { id: 'fn1/p2' }] },
    ]);
  });

  it('of a group take its title as run-in heading', () => {
    const { footnotes } = readArticle({
      back: '<fn-group><title>Competing interests</title><fn><label>1</label><p>None.</p></fn></fn-group>',
    });
    expect(footnotes).toMatchObject([
      { label: '1', paragraphs: [{ heading: 'Competing interests', sentences: [{ text: 'None.' }] }] },
    ]);
  });
});
