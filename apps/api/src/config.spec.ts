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
      models: 'data/models',
    });
  });

  it('has a chat model when it is told which, and where', () => {
    expect(readConfig({ ASKG_CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' }).chat).toEqual({
      baseUrl: 'http://127.0.0.1:8080/v1',
      model: 'm',
    });
    expect(readConfig({ ASKG_CHAT_MODEL: 'm', OPENAI_API_KEY: 'k' }).chat).toEqual({
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'k',
      model: 'm',
    });
    expect(readConfig({ OPENAI_API_KEY: 'k' })).not.toHaveProperty('chat');
    expect(() => readConfig({ ASKG_CHAT_MODEL: 'm' })).toThrow(/OPENAI_BASE_URL or OPENAI_API_KEY/);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ ASKG_PORT: '', ASKG_DATA: '' })).toEqual(readConfig({}));
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
