import { describe, expect, it } from '@jest/globals';
import { npmAncestors, parseProcesses } from './starters.ts';

const processes = parseProcesses(`
      1       0 /sbin/init
     90       1 bash -c npm start &
    100      90 npm start
    101     100 sh -c npm run -s build && npm run -s askg -- serve --demo
    102     101 node /usr/lib/node_modules/npm/bin/npm-cli.js run askg serve --demo
    103     102 sh -c node apps/cli/bin/askg.js serve --demo
    104     103 node apps/cli/bin/askg.js serve --demo
    200      90 node apps/cli/bin/askg.js serve
`);

describe('the processes that started a command', () => {
  it('are those up to the outermost npm, and no shell above it', () => {
    expect(npmAncestors(processes, 103)).toEqual([103, 102, 101, 100]);
  });

  it('are none where npm had no part in it', () => {
    expect(npmAncestors(processes, 90)).toEqual([]);
    expect(npmAncestors(processes, 1)).toEqual([]);
  });
});
