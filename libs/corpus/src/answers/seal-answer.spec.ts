import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Answer } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, hashOfAnswer, isSealed, sealAnswer } from './seal-answer.ts';

const answer = Answer.parse(
  JSON.parse(readFileSync(new URL('../../../../docs/examples/answer.json', import.meta.url), 'utf8')),
);

describe('the canonical form of JSON', () => {
  // From https://www.rfc-editor.org/rfc/rfc8785, 3.2.3, and with keys that are numbers.
  it.each([
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
      '\r 1 \u0080 \u00f6 \u20ac \u{1f600} \ufb33',
    ],
    [{ 9: 1, 10: 2, a: 3 }, '10 9 a'],
  ])('has the keys in the order of their code units: %j', (value, keys) => {
    const order = [...canonicalJson(value).matchAll(/"((?:[^"\\]|\\.)*)":/gu)].map(
      ([, key]) => JSON.parse(`"${key}"`) as string,
    );
    expect(order.join(' ')).toBe(keys);
  });

  it('writes values as ECMAScript does and leaves out what is undefined', () => {
    const numbers = [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0];
    expect(canonicalJson({ numbers, none: undefined, text: '€$\u000f\nA"\\', list: [null, true] })).toBe(
      '{"list":[null,true],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"text":"€$\\u000f\\nA\\"\\\\"}',
    );
  });
});

describe('the seal of an answer', () => {
  it('does not depend on the order of fields, nor on an earlier seal', () => {
    const turned = Object.fromEntries(Object.entries(answer).toReversed()) as Answer;
    expect(hashOfAnswer(turned)).toBe(hashOfAnswer(answer));
    expect(sealAnswer(sealAnswer(answer))).toEqual(sealAnswer(answer));
  });

  it('is what anybody gets who sorts the keys and hashes the text', () => {
    const small = { b: 1, a: { d: 'ü', c: [] } } as unknown as Answer;
    expect(hashOfAnswer(small)).toBe(createHash('sha256').update('{"a":{"c":[],"d":"ü"},"b":1}').digest('hex'));
  });

  it('breaks when one letter of a quote is changed', () => {
    const sealed = sealAnswer(answer);
    expect([isSealed(answer), isSealed(sealed)]).toEqual([undefined, true]);
    const forged = JSON.parse(JSON.stringify(sealed).replace('choropleth', 'Choropleth')) as Answer;
    expect(isSealed(forged)).toBe(false);
  });
});
