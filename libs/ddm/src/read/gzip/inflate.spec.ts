import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { detectFormat } from '../detect-format.ts';
import { readSource } from '../read-source.ts';
import { inflate, inflateHead } from './inflate.ts';

const jats =
  '<article><front><article-meta><title-group><article-title>Elms</article-title></title-group></article-meta></front></article>';
const spaces = Buffer.alloc(80 * 1024 * 1024, ' ');

describe('a gzip file', () => {
  it('is read as what it holds', async () => {
    expect(await readSource(gzipSync(jats), { fileName: 'a.xml.gz' })).toMatchObject({ format: 'jats', title: 'Elms' });
    expect(detectFormat(gzipSync('# Elms'), 'a.md.gz')).toBe('markdown');
  });

  it('that inflates to more than the limit is refused, whatever size it says', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(jats), spaces]));
    bomb.writeUInt32LE(10, bomb.length - 4);
    await expect(readSource(bomb)).rejects.toMatchObject({ code: 'ddm/too-large' });
    expect(inflateHead(bomb).length).toBe(64 * 1024);
  });

  it('that is damaged is refused, though its head can be seen', () => {
    const whole = gzipSync(jats);
    expect(() => inflate(whole.subarray(0, -9), 1000)).toThrow(expect.objectContaining({ code: 'ddm/malformed-gzip' }));
    expect(inflateHead(whole.subarray(0, -9)).toString()).toContain('<article>');
    expect(inflateHead(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])).toString()).toBe('');
  });

  it('within another is not opened', () => expect(detectFormat(gzipSync(gzipSync(jats)), 'a.xml.gz')).toBeUndefined());
});
