import { describe, expect, it } from '@jest/globals';
import { splitAuthors } from './split-authors.ts';

describe('splitAuthors', () => {
  it.each([
    ['Smith, A. B., Doe, C., & Roe, D.', ['Smith, A. B.', 'Doe, C.', 'Roe, D.']],
    ['A. B. Smith, C. Doe and D. Roe', ['A. B. Smith', 'C. Doe', 'D. Roe']],
    ['Smith AB, Doe C, et al.', ['Smith AB', 'Doe C']],
    ['Smith, John; Doe, Jane', ['Smith, John', 'Doe, Jane']],
    ['John Smith, Jane Doe, and others', ['John Smith', 'Jane Doe']],
    ['Eddy, S. L., de la Macorra, J. C.', ['Eddy, S. L.', 'de la Macorra, J. C.']],
    ['Smith, A., Jr., Doe, C.', ['Smith, A., Jr.', 'Doe, C.']],
  ])('splits %s', (text, names) => expect(splitAuthors(text)).toEqual(names));
});
