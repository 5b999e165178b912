import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      data: './data',
      host: '127.0.0.1',
      port: 3000,
      engines: 2,
      queryMs: 30_000,
      queryRows: 100_000,
    });
  });

  it('names every variable that cannot be used', () => {
    expect(() => readConfig({ ASKG_PORT: '99999', ASKG_ENGINES: 'many' })).toThrow(
      expect.objectContaining({
        code: 'api/bad-configuration',
        message: expect.stringMatching(/ASKG_PORT.*ASKG_ENGINES/),
      }),
    );
  });
});
