import { words } from '../../xml/names.ts';

/** Commands of text that stand for characters. */
export const textSymbols: ReadonlyMap<string, string> = new Map(
  `
  ss ß SS SS ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ
  S § P ¶ copyright © pounds £ euro € texteuro € EUR € textsection § textparagraph ¶ dag † ddag ‡ dagger † ddagger ‡
  textdagger † textdaggerdbl ‡ ldots … dots … textellipsis … textbackslash \\ textasciitilde ~ textasciicircum ^
  textasciigrave \` textunderscore _ textbar | textbardbl ‖ textless < textgreater > textbraceleft { textbraceright }
  lbrace { rbrace } textdollar $ texttildelow ~ texttilde ~ textquotesingle ' textquotedbl " textquotedblleft “
  textquotedblright ” textquoteleft ‘ textquoteright ’ quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright »
  guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › lq ‘ rq ’ textendash – textemdash — texthyphen -
  textregistered ® textcopyright © texttrademark ™ textdegree ° degree ° celsius ℃ textcelsius ℃ textmu µ textohm Ω
  textpm ± texttimes × textdiv ÷ textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ²
  textthreesuperior ³ textbullet • textopenbullet ◦ textperiodcentered · textasteriskcentered ∗ textcent ¢ textyen ¥
  textsterling £ textcurrency ¤ textbrokenbar ¦ textordfeminine ª textordmasculine º textexclamdown ¡ textquestiondown ¿
  textrightarrow → textleftarrow ← textuparrow ↑ textdownarrow ↓ textnumero № textperthousand ‰ textsurd √
  textestimated ℮ textmusicalnote ♪ checkmark ✓ cmark ✓ xmark ✗ ding ✓ faCheck ✓ faTimes ✗ textinterrobang ‽
  TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX pdfTeX pdfTeX AmS AMS
  slash / textfractionsolidus ⁄ textvisiblespace ␣ textalpha α textbeta β textgamma γ textdelta δ textepsilon ε
  textlambda λ textmugreek μ textpi π textsigma σ textphi φ textchi χ textomega ω nobreakdash - guilsingl ‹ textminus −
  `
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, item, i, all) => {
      if (i % 2 === 0) pairs.push([item, all[i + 1] ?? '']);
      return pairs;
    }, []),
);

/** Commands of one sign, and the words that they are. */
export const signs: Readonly<Record<string, string>> = {
  '%': '%',
  '&': '&',
  '#': '#',
  $: '$',
  _: '_',
  '{': '{',
  '}': '}',
  ' ': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '>': ' ',
  '/': '',
  '-': '',
  '!': '',
  '@': '',
  ')': '',
  ']': '',
  '|': '‖',
};

/** Combining characters by accent command. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
  t: '\u0361',
  textcommabelow: '\u0326',
  textogonekcentered: '\u0328',
};

/** Commands that are a space between words. */
export const spaces = new Set(
  words('quad qquad enspace thinspace enskip space hfill hfil dotfill hrulefill newline linebreak tabularnewline cr'),
);
