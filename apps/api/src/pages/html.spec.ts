import { describe, expect, it } from '@jest/globals';
import { html } from './html.ts';

describe('html', () => {
  it('escapes text in content and in quoted attributes', () => {
    const hostile = `"><script>alert('1')</script>&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('takes markup as it is and escapes the strings of a list', () => {
    const items = ['<a>', html`<b>b</b>`, 3];
    expect(html`<i>${items}</i>`.toString()).toBe('<i>&lt;a&gt;<b>b</b>3</i>');
  });

  it('leaves out what is not there, and keeps zero', () => {
    expect(html`[${null}${undefined}${false}${0}]`.toString()).toBe('[0]');
  });

  it('escapes an object that only looks like markup', () => {
    const forged = JSON.parse('["<i>"]') as string[];
    expect(html`${forged}`.toString()).toBe('&lt;i&gt;');
  });
});
