import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the address of a GROBID service', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['is none by default', {}, undefined],
    ['is none when it is set to nothing', { GROBID_URL: '' }, undefined],
    ['is as it was set', { GROBID_URL: 'http://grobid.example:8070' }, 'http://grobid.example:8070'],
    ['is not used offline', { GROBID_URL: 'http://grobid.example:8070', ASKG_OFFLINE: '1' }, undefined],
    ['is used offline on this machine', { GROBID_URL: 'http://[::1]:8070', ASKG_OFFLINE: '1' }, 'http://[::1]:8070'],
  ])('%s', (_, environment, url) => expect(readConfig(environment).grobidUrl).toBe(url));

  it.each(['grobid', 'file:///etc/passwd'])('cannot be %s', (url) =>
    expect(() => readConfig({ GROBID_URL: url })).toThrow(expect.objectContaining({ code: 'cli/bad-configuration' })),
  );
});
