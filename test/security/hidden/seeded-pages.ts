import { asHtml, asMarkdown } from './as-markup.ts';
import type { Seed } from './paper.ts';
import { inTags, overridden, prompt, spaced } from './prompt.ts';
import { seeded } from './seeded-paper.ts';

const block = (attributes: string): Seed => ({ block: `<p ${attributes}>${prompt}</p>` });
const inline = (attributes: string): Seed => ({ inline: `<span ${attributes}>${prompt}</span>` });

const hiddenInHtml: Record<string, Seed> = {
  'display none': block('style="display:none"'),
  'font size 0, amid text': inline('style="font-size:0"'),
  'font size of a third of a point': inline('style="font-size: .3pt"'),
  'white on white': inline('style="color: rgb(255, 255, 255)"'),
  'nearly white': block('style="color:#fdfdfd"'),
  'moved off the screen': block('style="position:absolute; left:-9999px"'),
  'clipped to nothing': inline('style="position:absolute;clip:rect(0,0,0,0)"'),
  'a style sheet': { head: '<style>.r7 { display: none }</style>', ...block('class="r7"') },
  'the attribute hidden': block('hidden'),
  'aria-hidden': block('aria-hidden="true"'),
  'a heading': { heading: `<span style="display:none"> ${prompt}</span>` },
  'tag characters': { inline: inTags(prompt) },
  'letters apart by nothing, in a page without them': block(`style="opacity:0" title="${spaced(prompt)}"`),
  'an override of direction, hidden': { block: `<p style="visibility:hidden">${overridden(prompt)}</p>` },
};
const asideInHtml: Record<string, Seed> = {
  comments: { block: `<!-- ${prompt} -->`, inline: `<!-- ${prompt} -->` },
  'meta tags': {
    head: `<meta name="description" content="${prompt}"><meta name="keywords" content="${prompt}"><meta property="og:description" content="${prompt}">`,
  },
  'an alternative text': { block: `<p><img src="a.png" alt="${prompt}" title="${prompt}"></p>` },
  'a template and a script': { block: `<template>${prompt}</template><script>/* ${prompt} */</script>` },
};
const hiddenInMarkdown: Record<string, Seed> = {
  'HTML with display none': { inline: `<span style="display:none">${prompt}</span>` },
  'paragraphs between tags of their own': {
    block: `<div style="display:none">\n\n${prompt}\n\n- ${prompt}\n\n</div>\n`,
  },
  'tag characters': { inline: inTags(prompt) },
};
const asideInMarkdown: Record<string, Seed> = {
  'an HTML comment': { block: `<!-- ${prompt} -->\n` },
  'a link that is a comment': { block: `[//]: # "${prompt}"\n` },
  'front matter': { head: `description: "${prompt}"\nnotes: "${prompt}"\n` },
  'keywords of the front matter': { head: `keywords: ["${prompt}"]\n` },
  'an alternative text': { inline: `![${prompt}](a.png "${prompt}")` },
};

export const seededHtml = [
  ...seeded('html', asHtml, hiddenInHtml, true),
  ...seeded('html', asHtml, asideInHtml, false),
];
export const seededMarkdown = [
  ...seeded('markdown', asMarkdown, hiddenInMarkdown, true),
  ...seeded('markdown', asMarkdown, asideInMarkdown, false),
];
