import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';

const corpora = useCorpora();
const coded = (code: string) => expect.objectContaining({ code });

describe('an API key', () => {
  it('is told once and kept only as a hash', () => {
    const corpus = corpora.create();
    const { id, secret } = corpus.keys.add({ label: 'the notebook of Ada' });
    expect(secret).toMatch(/^askg_[\w-]{43}$/);
    expect(corpus.keys.list()).toEqual([
      { id, label: 'the notebook of Ada', scopes: ['read'], created: '2025-01-02T03:04:05.000Z' },
    ]);
    corpus.close();
    const stored = readFileSync(join(corpus.folder, 'catalog.sqlite'));
    expect(stored.includes('the notebook of Ada')).toBe(true);
    expect(stored.includes(secret.slice('askg_'.length))).toBe(false);
  });

  it('is never made twice', () => {
    const { keys } = corpora.create();
    const secrets = Array.from({ length: 50 }, (_, i) => keys.add({ label: String(i) }).secret);
    expect(new Set(secrets).size).toBe(50);
  });

  it('stands for what it was made for', () => {
    const { keys, collections } = corpora.create();
    collections.add('mine', []);
    const all = keys.add({ label: 'all', scopes: ['ask-model'] });
    const some = keys.add({ label: 'some', collections: ['mine'] });
    expect(keys.holder(all.secret)).toEqual({ id: all.id, scopes: ['read', 'ask-model'] });
    expect(keys.holder(some.secret)).toEqual({
      id: some.id,
      scopes: ['read'],
      collections: [collections.requireId('mine')],
    });
    expect(some.collections).toEqual(['mine']);
    expect(() => keys.add({ label: 'none', collections: ['absent'] })).toThrow(coded('corpus/unknown-collection'));
    expect(keys.list()).toHaveLength(2);
  });

  it('opens nothing once it is revoked, nor when it is guessed or cut short', () => {
    const { keys } = corpora.create();
    const { id, secret } = keys.add({ label: 'one' });
    expect(keys.holder(secret.slice(0, -1))).toBeUndefined();
    expect(keys.holder(`${secret}x`)).toBeUndefined();
    expect(keys.holder('')).toBeUndefined();
    expect(keys.revoke(id).revoked).toBe('2025-01-02T03:04:05.000Z');
    expect(keys.holder(secret)).toBeUndefined();
    expect(keys.revoke(id).revoked).toBe('2025-01-02T03:04:05.000Z');
    expect(() => keys.revoke('nobody')).toThrow(coded('corpus/unknown-key'));
  });

  it('for collections that are gone reads nothing, and not what has their name later', () => {
    const { keys, collections } = corpora.create();
    collections.add('mine', []);
    const { secret } = keys.add({ label: 'one', collections: ['mine'] });
    collections.delete('mine');
    collections.add('mine', []);
    expect(keys.holder(secret)?.collections).not.toContain(collections.requireId('mine'));
    expect(keys.list()[0]?.collections).toEqual([]);
  });
});
