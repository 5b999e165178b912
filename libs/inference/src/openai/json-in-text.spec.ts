import { expect, test } from '@jest/globals';
import { jsonInText } from './json-in-text.ts';

test.each([
  ['the whole', ' {"a": [1]} ', '{"a": [1]}'],
  ['a code fence', 'Sure!\n```json\n{"a": 1}\n```\nAnything else?', '{"a": 1}'],
  ['amid prose', 'The answer is {"a": {"b": 2}}, I think.', '{"a": {"b": 2}}'],
  ['a list amid prose', 'These: ["x", "y"].', '["x", "y"]'],
])('finds JSON that is %s', (_, text, json) => {
  expect(jsonInText(text)).toBe(json);
});

test.each(['', 'No idea.', '{"a": 1', 'a } b {'])('finds none in %j', (text) => {
  expect(jsonInText(text)).toBeUndefined();
});
