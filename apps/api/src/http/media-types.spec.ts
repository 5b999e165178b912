import { describe, expect, it } from '@jest/globals';
import { chooseOffer, prefersPage } from './media-types.ts';

const turtle = { mediaType: 'text/turtle', names: ['turtle', 'ttl'] };
const page = { mediaType: 'text/html', names: ['html'] };
const json = { mediaType: 'application/ld+json', names: ['jsonld'] };
const offers = [turtle, page, json];
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('choosing a representation', () => {
  it.each([
    [undefined, turtle],
    ['*/*', turtle],
    [browser, page],
    ['application/ld+json', json],
    ['text/turtle;q=0.2, application/ld+json;q=0.9', json],
    ['text/*;q=0.5, text/turtle;q=0', page],
    ['application/*', json],
  ])('reads Accept: %s', (accept, expected) => {
    expect(chooseOffer(offers, { accept })).toBe(expected);
  });

  it('lets the format parameter decide, as a name or as a media type', () => {
    expect(chooseOffer(offers, { accept: browser, format: 'TTL' })).toBe(turtle);
    expect(chooseOffer(offers, { accept: browser, format: 'application/ld+json' })).toBe(json);
  });

  it('refuses with what there is', () => {
    expect(() => chooseOffer(offers, { accept: 'image/png' })).toThrow(
      expect.objectContaining({ code: 'api/not-acceptable', message: expect.stringContaining('text/turtle') }),
    );
    expect(() => chooseOffer(offers, { format: 'pdf' })).toThrow(
      expect.objectContaining({ code: 'api/unknown-format', message: expect.stringContaining('turtle, html') }),
    );
  });
});

describe('telling a browser from a program', () => {
  it.each([
    [undefined, false],
    ['*/*', false],
    ['application/json', false],
    ['application/json, text/html;q=0.5', false],
    ['text/html', true],
    [browser, true],
  ])('reads Accept: %s', (accept, expected) => {
    expect(prefersPage(accept)).toBe(expected);
  });
});
