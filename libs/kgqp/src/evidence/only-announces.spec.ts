import { expect, it } from '@jest/globals';
import { onlyAnnounces } from './only-announces.ts';

const question = 'Does recycled glass make better lenses?';

it.each([
  'The aim of this study was to compare lenses of recycled glass.',
  'To determine whether recycled glass makes better lenses.',
  'We evaluated lenses of recycled glass.',
  'Whether recycled glass makes better lenses remains unclear.',
  'Does recycled glass make better lenses?',
  'In this section, we describe the lenses of recycled glass.',
  'Section 3.1 presents the lenses of recycled glass.',
])('“%s” announces', (text) => {
  expect(onlyAnnounces(text, question)).toBe(true);
  expect(onlyAnnounces(text, 'What was the aim of the study?')).toBe(false);
});

it.each([
  'Lenses of recycled glass were better.',
  'To evaluate the lenses, their sharpness was measured.',
  'The aims of both teams differed.',
])('“%s” does not', (text) => expect(onlyAnnounces(text, question)).toBe(false));
