import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';

describe('The language of a question', () => {
  it.each([
    ['Who wrote the Argus paper?', 'en'],
    ['papers by Ada Lind', 'en'],
    ['machine learning', 'en'],
    ['Wer hat den Artikel über Argus geschrieben?', 'de'],
    ['Quels sont les auteurs de cet article ?', 'fr'],
    ['¿Quién escribió el artículo sobre Argus?', 'es'],
    ['Chi ha scritto questo articolo?', 'it'],
    ['Quem são os autores do artigo?', 'pt'],
    ['Wie heeft het artikel over Argus geschreven?', 'nl'],
    ['Кто написал эту статью?', 'ru'],
    ['この論文の著者は誰ですか', 'ja'],
    ['谁写了这篇论文？', 'zh'],
    ['من كتب هذه الورقة؟', 'ar'],
  ])('of "%s" is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is that of the question, not of a title in it', () => {
    expect(detectLanguage('Who wrote "Der Himmel und die Erde ist das Buch von der Zeit"?')).toBe('en');
  });

  it('is unknown where there are no letters', () => {
    expect(detectLanguage('10.1000/182 ?')).toBeUndefined();
  });
});
