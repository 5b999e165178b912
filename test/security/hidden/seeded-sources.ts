import { asJats, asLatex, asTei } from './as-markup.ts';
import type { Seed } from './paper.ts';
import { inTags, prompt } from './prompt.ts';
import { seeded, type SeededPaper } from './seeded-paper.ts';

const tex = String.raw;

const hiddenInLatex: Record<string, Seed> = {
  'white text': { inline: tex`\textcolor{white}{${prompt}}` },
  'nearly white text': { inline: tex`{\color[gray]{0.96}${prompt}}` },
  'text of half a point': { inline: tex`{\fontsize{0.5pt}{0.5pt}\selectfont ${prompt}}` },
  'a heading': { heading: tex`\textcolor{white}{ ${prompt}}` },
  'tag characters': { inline: inTags(prompt) },
};
const asideInLatex: Record<string, Seed> = {
  'a comment': { block: `% ${prompt}\n` },
  'a switch that is off': { block: tex`\iffalse ${prompt} \fi` },
  'room of the size of a text': { block: tex`\phantom{${prompt}}` },
  'the environment comment': {
    head: tex`\usepackage{comment}`,
    block: tex`\begin{comment}
${prompt}
\end{comment}`,
  },
  'metadata of the PDF': {
    head: tex`\usepackage{hyperref}\hypersetup{pdftitle={${prompt}},pdfkeywords={${prompt}},pdfsubject={${prompt}}}`,
  },
};
const hiddenInJats: Record<string, Seed> = {
  'a style': { inline: `<styled-content style="display:none">${prompt}</styled-content>` },
  'white text': { inline: `<styled-content style="color:#ffffff">${prompt}</styled-content>` },
  'tag characters': { inline: inTags(prompt) },
};
const asideInJats: Record<string, Seed> = {
  'a comment': { block: `<!-- ${prompt} -->` },
  'a processing instruction': { block: `<?review ${prompt}?>` },
  'an alternative text': { block: `<fig id="f1"><alt-text>${prompt}</alt-text><long-desc>${prompt}</long-desc></fig>` },
  'metadata of its own': {
    head: `<custom-meta-group><custom-meta><meta-name>note</meta-name><meta-value>${prompt}</meta-value></custom-meta></custom-meta-group>`,
  },
};
const asideInTei: Record<string, Seed> = {
  'a comment': { block: `<!-- ${prompt} -->` },
  'keywords of the header': {
    head: `<textClass><keywords><term>${prompt}</term></keywords></textClass>`,
  },
};
const hiddenInTei: Record<string, Seed> = {
  'a style': { inline: `<hi style="display:none">${prompt}</hi>` },
  'tag characters': { inline: inTags(prompt) },
};

const entry = (more: string): Uint8Array =>
  new TextEncoder().encode(
    `@article{oak2001, author = {Oak, Bea}, title = {On cores}, journal = {Ice}, year = {2001}${more}}`,
  );
const citing: Seed = { inline: tex`\cite{oak2001}`, block: tex`\bibliographystyle{plain}\bibliography{refs}` };
const inBibliography: SeededPaper = {
  name: 'latex: notes of a bibliography',
  format: 'latex',
  clean: asLatex(citing),
  poisoned: asLatex(citing),
  isReported: false,
  companions: {
    clean: entry(''),
    poisoned: entry(`, note = {${prompt}}, annote = {${prompt}}, abstract = {${prompt}}`),
  },
};

export const seededLatex = [
  ...seeded('latex', asLatex, hiddenInLatex, true),
  ...seeded('latex', asLatex, asideInLatex, false),
  inBibliography,
];
export const seededJats = [
  ...seeded('jats', asJats, hiddenInJats, true),
  ...seeded('jats', asJats, asideInJats, false),
];
export const seededTei = [...seeded('tei', asTei, hiddenInTei, true), ...seeded('tei', asTei, asideInTei, false)];
