import { words } from '../../xml/names.ts';

/**
 * Commands whose meaning the reader knows better than their definition: sources redefine them to change how they look.
 */
export const protectedCommands = new Set(
  words(`
  part chapter section subsection subsubsection paragraph subparagraph appendix title subtitle author affil affiliation
  address institute email orcid orcidID thanks date keywords abstract maketitle begin end item caption captionof label ref eqref
  autoref cref Cref nameref pageref cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite
  footcite fullcite nocite bibitem bibliography printbibliography footnote footnotetext footnotemark includegraphics
  input include subfile newcommand renewcommand providecommand def let newenvironment document url href text
  multicolumn multirow hline toprule midrule bottomrule cline cmidrule
  centering textbf textit emph texttt textsc textcolor color frac sqrt left right
  `),
);

export const protectedEnvironments = new Set(
  words(`
  document abstract figure figure* table table* tabular tabular* tabularx longtable equation equation* align align*
  gather gather* multline multline* eqnarray eqnarray* itemize enumerate description quote quotation verse center verbatim
  thebibliography algorithm algorithmic array appendix appendices
  `),
);
