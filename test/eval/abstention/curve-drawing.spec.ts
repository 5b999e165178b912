import { expect, it } from '@jest/globals';
import { drawCurve } from './curve-drawing.ts';

const points = [
  { threshold: 0.9, coverage: 0.25, risk: 0 },
  { threshold: 0.5, coverage: 0.5, risk: 0.1 },
  { threshold: 0.2, coverage: 1, risk: 0.5 },
];

it('marks the surest questions that the threshold still lets through', () => {
  const svg = drawCurve(points, 0.4, 'development');
  expect(svg).toContain('threshold 0.4: 50 % answered, 10 % of these without an answer');
  expect(svg.match(/<polyline points="([^"]+)"/)?.[1]?.split(' ')).toHaveLength(3);
});

it('says that nothing is answered when no question is as sure as the threshold', () => {
  expect(drawCurve(points, 0.95, 'development')).toContain('0 % answered, 0 % of these');
});
