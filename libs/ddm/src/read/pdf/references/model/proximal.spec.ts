import { describe, expect, it } from '@jest/globals';
import { ProximalWeights } from './proximal.ts';

describe('ProximalWeights', () => {
  it('stay at zero until the gradients speak for them', () => {
    const weights = new ProximalWeights(2, { rate: 0.1, sparsity: 1, decay: 0 });
    weights.move(0, -0.6);
    expect(weights.values[0]).toBe(0);
    weights.move(0, -0.6);
    expect(weights.values[0]).toBeGreaterThan(0);
    expect(weights.values[1]).toBe(0);
  });

  it('come to rest where the loss is least', () => {
    const weights = new ProximalWeights(1, { rate: 0.5, sparsity: 0, decay: 0 });
    for (let step = 0; step < 500; step++) weights.move(0, 2 * ((weights.values[0] ?? 0) - 3));
    expect(weights.values[0]).toBeCloseTo(3, 2);
  });
});
