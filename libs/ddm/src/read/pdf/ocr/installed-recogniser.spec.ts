import { describe, expect, it } from '@jest/globals';
import { installedRecogniser } from './installed-recogniser.ts';

const manifests: Record<string, string> = {
  'tesseract.js': '{ "version": "6.0.1" }',
  '@tesseract.js-data/eng': '{ "version": "1.0.0" }',
};

describe('installedRecogniser', () => {
  it('tells the versions of the engine and of its data', () => {
    expect(installedRecogniser((name) => manifests[name])).toBe('tesseract.js@6.0.1+@tesseract.js-data/eng@1.0.0');
  });

  it('is nothing without the data', () => {
    expect(installedRecogniser((name) => (name === 'tesseract.js' ? manifests[name] : undefined))).toBeUndefined();
  });
});
