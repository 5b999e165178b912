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
    ['Ford, Jr., W. K., & Doe, C.', ['Ford, Jr., W. K.', 'Doe, C.']],
    ['Roe, R., & Doe, J. et al.', ['Roe, R.', 'Doe, J.']],
    ['Doe, S.-Y. et al.', ['Doe, S.-Y.']],
    ['Zee, L. van, Roe, R. K. de, & Doe, J.', ['Zee, L. van', 'Roe, R. K. de', 'Doe, J.']],
    ['Doe, J., & team, R. development', ['Doe, J.', 'team, R. development']],
    ['Doe, J., Michał, Roe, R., Mark, Poe, E. A.', ['Doe, J.', 'Michał', 'Roe, R.', 'Mark', 'Poe, E. A.']],
    ['Doe, Jane M., Roe, Richard, Poe, Edgar', ['Doe, Jane M.', 'Roe, Richard', 'Poe, Edgar']],
    ['Jane V. Doe and other contributors', ['Jane V. Doe']],
    ['J. Doe, V. Ya. Roe, & Ed Poe', ['J. Doe', 'V. Ya. Roe', 'Ed Poe']],
    ['Doe, J. (Ed.)', ['Doe, J.']],
    ['J. Doe and R. Roe, editors', ['J. Doe', 'R. Roe']],
  ])('splits %s', (text, names) => expect(splitAuthors(text)).toEqual(names));
});
