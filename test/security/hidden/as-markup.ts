import { paper, type Seed, seededParagraphs } from './paper.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

type Shape = { heading: (text: string, level: number) => string; paragraph: (text: string) => string };

/** The sections, with a seeded block after the first paragraph and seeded words amid the text of the second section. */
function body({ heading, paragraph }: Shape, seed: Seed): string {
  return paper.sections
    .map(({ heading: name }, i) => {
      const [first = '', ...others] = seededParagraphs(i, seed).map(paragraph);
      const title = heading(i === 1 ? `${name}${seed.heading ?? ''}` : name, i + 1);
      return [title, first, i === 0 ? (seed.block ?? '') : '', ...others].join('\n');
    })
    .join('\n');
}

export function asHtml(seed: Seed = {}): Uint8Array {
  const shape: Shape = { heading: (text) => `<h2>${text}</h2>`, paragraph: (text) => `<p>${text}</p>` };
  return encode(`<!DOCTYPE html><html lang="en"><head><title>${paper.title}</title>
<meta name="citation_author" content="${paper.author}">${seed.head ?? ''}</head><body><article><h1>${paper.title}</h1>
<section class="abstract"><h2>Abstract</h2><p>${paper.abstract}</p></section>
${body(shape, seed)}</article></body></html>`);
}

export function asJats(seed: Seed = {}): Uint8Array {
  const sections = paper.sections.map(({ heading }, i) => {
    const [first = '', ...others] = seededParagraphs(i, seed).map((text) => `<p>${text}</p>`);
    const title = `<title>${heading}${i === 1 ? (seed.heading ?? '') : ''}</title>`;
    return `<sec>${title}${first}${i === 0 ? (seed.block ?? '') : ''}${others.join('')}</sec>`;
  });
  return encode(`<?xml version="1.0" encoding="UTF-8"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en"><front><article-meta>
<title-group><article-title>${paper.title}</article-title></title-group>
<contrib-group><contrib contrib-type="author"><string-name>${paper.author}</string-name></contrib></contrib-group>
<abstract><p>${paper.abstract}</p></abstract>${seed.head ?? ''}</article-meta></front><body>${sections.join('')}</body></article>`);
}

export function asTei(seed: Seed = {}): Uint8Array {
  const sections = paper.sections.map(({ heading }, i) => {
    const [first = '', ...others] = seededParagraphs(i, seed).map((text) => `<p>${text}</p>`);
    return `<div><head>${heading}</head>${first}${i === 0 ? (seed.block ?? '') : ''}${others.join('')}</div>`;
  });
  return encode(`<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title level="a" type="main">${paper.title}</title></titleStmt>
<publicationStmt><publisher/></publicationStmt><sourceDesc><biblStruct><analytic>
<author><persName><forename type="first">Nora</forename><surname>Lindqvist</surname></persName></author>
<title level="a" type="main">${paper.title}</title></analytic><monogr><imprint/></monogr></biblStruct></sourceDesc></fileDesc>
<profileDesc><abstract><p>${paper.abstract}</p></abstract>${seed.head ?? ''}</profileDesc></teiHeader>
<text><body>${sections.join('')}</body></text></TEI>`);
}

export function asLatex(seed: Seed = {}): Uint8Array {
  const shape: Shape = { heading: (text) => `\\section{${text}}`, paragraph: (text) => `${text}\n` };
  return encode(`\\documentclass{article}
${seed.head ?? ''}
\\title{${paper.title}}
\\author{${paper.author}}
\\begin{document}
\\maketitle
\\begin{abstract}
${paper.abstract}
\\end{abstract}
${body(shape, seed)}
\\end{document}
`);
}

export function asMarkdown(seed: Seed = {}): Uint8Array {
  const shape: Shape = { heading: (text) => `## ${text}\n`, paragraph: (text) => `${text}\n` };
  return encode(`---
title: "${paper.title}"
author: ${paper.author}
${seed.head ?? ''}---

## Abstract

${paper.abstract}

${body(shape, seed)}
`);
}
