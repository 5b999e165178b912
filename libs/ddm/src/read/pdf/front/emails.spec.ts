import { describe, expect, it } from '@jest/globals';
import { assignEmails, findEmails } from './emails.ts';

describe('addresses', () => {
  it('finds single ones and groups', () =>
    expect(findEmails('{fanff, dongyan}@pku.edu.cn and lisujian@pku.edu.cn.')).toEqual([
      'fanff@pku.edu.cn',
      'dongyan@pku.edu.cn',
      'lisujian@pku.edu.cn',
    ]));

  it('gives each to the name it is made of, and what is left in order', () =>
    expect(assignEmails(['Jane Doe', 'Richard Roe', 'Xu Wei'], ['rroe@a.org', 'doe@a.org', 'hq7@a.org'])).toEqual([
      'doe@a.org',
      'rroe@a.org',
      'hq7@a.org',
    ]));
});
