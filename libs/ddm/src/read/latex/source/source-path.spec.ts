import { describe, expect, it } from '@jest/globals';
import { sourcePath } from './source-path.ts';

describe('sourcePath', () => {
  it.each([
    ['a.tex', '', 'a.tex'],
    ['./a/../b.tex', '', 'b.tex'],
    ['../b.tex', 'sections', 'b.tex'],
    ['"my file.tex"', '', 'my file.tex'],
  ])('%s in the folder %j is %s', (name, folder, path) => expect(sourcePath(name, folder)).toBe(path));

  it.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'C:\\a',
    'c:/a',
    '~/a',
    '|ls',
    'http://example.org/a',
    'a\\b',
    'a\nb',
    '',
    '.',
  ])('%j leads nowhere', (name) => expect(sourcePath(name)).toBeUndefined());
});
