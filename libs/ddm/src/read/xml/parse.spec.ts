import { describe, expect, it } from '@jest/globals';
import { parseXml } from './parse.ts';
import { childNamed, plainText } from './tree.ts';

const parse = (text: string, limits = {}) =>
  parseXml(Buffer.from(text), { bytes: 10_000, elements: 100, depth: 20, ...limits });

describe('parseXml', () => {
  it('gives well-known namespaces one name each, whatever prefixes the file uses', () => {
    const root = parse(
      '<article xmlns:l="http://www.w3.org/1999/xlink" xmlns:x="https://example.org/x">' +
        '<a l:href="u" x:own="v" plain="w"/><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>y</mi></math></article>',
    );
    expect(childNamed(root, 'a')?.attributes).toEqual({
      'xlink:href': 'u',
      '{https://example.org/x}own': 'v',
      plain: 'w',
    });
    expect(plainText(childNamed(childNamed(root, 'mml:math'), 'mml:mi'))).toBe('y');
  });

  it('knows the prefixes that the DTDs declare, and the namespace that some files give to JATS itself', () => {
    const root = parse(
      '<article xmlns="https://jats.nlm.nih.gov/ns/archiving/1.3/"><ext-link xlink:href="u"/></article>',
    );
    expect(root.name).toBe('article');
    expect(childNamed(root, 'ext-link')?.attributes).toEqual({ 'xlink:href': 'u' });
  });

  it('drops comments and instructions, and merges the text around them and of CDATA', () => {
    expect(parse('<a>one <!-- no --><?no way?>two <![CDATA[<3>]]> &#x2265; &amp;</a>').children).toEqual([
      'one two <3> ≥ &',
    ]);
  });

  it('knows named characters only where a DTD could declare them', () => {
    const article = '<a>&alpha; caf&eacute;</a>';
    expect(parse(`<!DOCTYPE a PUBLIC "-//NLM//DTD" "a.dtd">${article}`).children).toEqual(['α café']);
    expect(() => parse(article)).toThrow(expect.objectContaining({ code: 'ddm/malformed-xml' }));
  });

  it('keeps attributes apart from the properties of objects', () => {
    const { attributes } = parse('<a constructor="x" __proto__="y"/>');
    expect(Object.keys(attributes).toSorted()).toEqual(['__proto__', 'constructor']);
    expect('toString' in attributes).toBe(false);
  });

  it.each<[string, string, object, string]>([
    ['a declared entity', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', {}, 'ddm/forbidden-entity'],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      {},
      'ddm/forbidden-entity',
    ],
    [
      'a parameter entity',
      '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/">%x;]><a/>',
      {},
      'ddm/forbidden-entity',
    ],
    ['more bytes than the limit', `<a>${'x'.repeat(100)}</a>`, { bytes: 100 }, 'ddm/too-large'],
    ['more elements than the limit', `<a>${'<b/>'.repeat(10)}</a>`, { elements: 10 }, 'ddm/too-many-elements'],
    ['deeper nesting than the limit', `${'<a>'.repeat(6)}${'</a>'.repeat(6)}`, { depth: 5 }, 'ddm/too-deep'],
    ['a tag closed by another', '<a><b></a></b>', {}, 'ddm/malformed-xml'],
    ['a file that ends inside', '<a><b>text', {}, 'ddm/malformed-xml'],
    ['an attribute given twice', '<a x="1" x="2"/>', {}, 'ddm/malformed-xml'],
    ['a prefix that nobody declared', '<a><q:b/></a>', {}, 'ddm/malformed-xml'],
    ['text outside the root', '<a/>text', {}, 'ddm/malformed-xml'],
    ['no element at all', '<?xml version="1.0"?>', {}, 'ddm/malformed-xml'],
    ['a character that XML does not have', '<a>&#x1;</a>', {}, 'ddm/malformed-xml'],
  ])('refuses %s', (_, text, limits, code) =>
    expect(() => parse(text, limits)).toThrow(expect.objectContaining({ code })),
  );

  it('takes as much as the limits allow', () => {
    expect(() => parse(`<a>${'<b/>'.repeat(9)}</a>`, { elements: 10 })).not.toThrow();
    expect(() => parse(`${'<a>'.repeat(5)}${'</a>'.repeat(5)}`, { depth: 5 })).not.toThrow();
  });
});
