import { describe, expect, it } from '@jest/globals';
import { byDocument, byHand, type RecordedStatus } from './logged-status.ts';
import { standing } from './standing.ts';
import { statedByTitle } from './stated-by-title.ts';

const feed = (status: RecordedStatus['status'], date?: string): RecordedStatus => ({
  status,
  source: 'feed',
  ...(date === undefined ? {} : { date }),
});
const hand = (status: RecordedStatus['status']): RecordedStatus => ({ status, source: byHand });
const of = (...said: RecordedStatus[]): string => {
  const status = standing(said);
  return status ? `${status.status} ${status.source} ${status.date ?? ''}`.trim() : 'none';
};

describe('the status that follows from what was said', () => {
  it.each([
    ['nothing was said', [], 'none'],
    [
      'the gravest counts, whatever came last',
      [feed('retracted', '2015'), feed('corrected', '2019')],
      'retracted feed 2015',
    ],
    ['a concern gives way to a retraction', [feed('expression-of-concern'), feed('retracted')], 'retracted feed'],
    [
      'of equal ones the last by date counts',
      [feed('corrected', '2019-02'), feed('corrected', '2018')],
      'corrected feed 2019-02',
    ],
    ['a reinstatement lifts what is not later', [feed('none', '2016'), feed('retracted', '2015')], 'none'],
    ['what is later stays', [feed('retracted', '2017'), feed('none', '2016')], 'retracted feed 2017'],
    ['without dates the order of the log decides', [feed('retracted'), feed('none')], 'none'],
    ['and what comes after a reinstatement counts', [feed('none'), feed('retracted')], 'retracted feed'],
    ['a person outranks the feeds before', [feed('retracted', '2015'), hand('none')], 'none'],
    ['and may say less than they do', [feed('retracted', '2015'), hand('corrected')], 'corrected by hand'],
    ['what a feed brings later counts again', [hand('none'), feed('retracted', '2015')], 'retracted feed 2015'],
    ['of two things said by hand the later counts', [hand('retracted'), hand('none')], 'none'],
  ])('%s', (_, said, expected) => {
    expect(of(...said)).toBe(expected);
  });

  it('begins with what the paper says of itself', () => {
    const own = { status: 'retracted', source: byDocument } as const;
    expect(of(own)).toBe('retracted document');
    expect(of(own, feed('none'))).toBe('none');
    expect(of(own, hand('none'))).toBe('none');
  });
});

describe('what a title states', () => {
  it.each([
    ['RETRACTED: A study of everything', 'retracted'],
    ['RETRACTED ARTICLE: A study of everything', 'retracted'],
    ['[RETRACTED] A study of everything', 'retracted'],
    ['WITHDRAWN: A study of everything', 'withdrawn'],
    ['RETRACTED – A study of everything', 'retracted'],
  ])('%s', (title, status) => expect(statedByTitle(title)?.status).toBe(status));

  it.each([
    ['the notice of one publisher', 'Retracted: A study of everything'],
    ['a notice', 'Retraction: A study of everything'],
    ['a study of retractions', 'RETRACTED articles and how they are cited'],
    ['a word inside', 'Why papers are RETRACTED: a survey'],
    ['the mark alone', 'RETRACTED:'],
  ])('is nothing in %s', (_, title) => expect(statedByTitle(title)).toBeUndefined());
});
