import { words } from '../../xml/names.ts';

/**
 * What commands of layout take: `s` a star, `o` text in brackets, `m` an argument that is no text; these are left out. An
 * argument that is text stays where it is, and is read as what follows (`t`, for people).
 */
const signatures: readonly (readonly [signature: string, commands: string])[] = [
  // How text looks.
  [
    '',
    `
    tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge bf it sl sc rm sf tt em bfseries mdseries
    itshape slshape scshape upshape rmfamily sffamily ttfamily normalfont selectfont boldmath unboldmath textbf textit textsl
    textsc textup textrm textsf texttt textmd textnormal emph underline uline ul uuline uwave dashuline dotuline sout xout st
    hl fbox mbox hbox llap rlap clap text ensuremath protect uppercase lowercase MakeUppercase MakeLowercase nohyphens
    displaystyle textstyle scriptstyle nonumber
    `,
  ],
  // Where it stands.
  [
    '',
    `
    centering center raggedright raggedleft flushleft RaggedRight Centering justifying centerline leftline rightline noindent
    indent newpage clearpage cleardoublepage pagebreak nopagebreak nolinebreak allowbreak break nobreak samepage bigskip
    medskip smallskip vfill vfil null strut leavevmode ignorespaces unskip sloppy fussy raggedbottom flushbottom onecolumn
    twocolumngrid onecolumngrid doublespacing singlespacing onehalfspacing balance FloatBarrier ContinuedFloat vcenter
    hline toprule midrule bottomrule endfoot endlastfoot newblock qed qedhere
    `,
  ],
  // Parts that LaTeX makes, and what concerns a whole document or its class.
  [
    '',
    `
    maketitle tableofcontents listoffigures listoftables printindex makeindex today frontmatter mainmatter backmatter
    appendixpage linenumbers nolinenumbers titlepage and And AND name IEEEauthorblockN IEEEpeerreviewmaketitle
    IEEEoverridecommandlockouts IEEEdisplaynontitleabstractindextext IEEEtitleabstractindextext aclfinalcopy iclrfinalcopy
    preprint fnm sur spfx pfx sfx orgdiv orgname orgaddress street
    `,
  ],
  [
    'm',
    `
    bibliographystyle pagestyle thispagestyle pagenumbering hypersetup graphicspath DeclareGraphicsExtensions captionsetup
    lstset geometry hyphenation urlstyle sisetup usetikzlibrary tikzset pgfplotsset theoremstyle setstretch linespread
    setmainfont setsansfont setmonofont index microtypesetup pdfinfo includeonly newsavebox usebox newlength enlargethispage
    pagecolor biboptions bstctlcite specialcomment titlerunning authorrunning tocauthor toctitle shorttitle shortauthors
    acmJournal acmVolume acmNumber acmArticle acmMonth acmYear acmPrice acmSubmissionID copyrightyear setcopyright received
    IEEEpubid IEEEspecialpapernotice reportnumber pacs journal
    `,
  ],
  ['sm', 'vspace hspace addvspace'],
  ['mm', 'setlength addtolength settowidth settoheight markboth pdfstringdef lstdefinelanguage lstdefinestyle'],
  ['mm', 'SetKwInOut SetKwFunction SetKwComment SetKw DeclareCaptionFormat DeclareCaptionLabelFormat'],
  ['mmm', 'addcontentsline useunder'],
  ['om', 'includegraphics includepdf includesvg epsfig psfig epsfbox acmBooktitle acmISBN'],
  ['om', 'fancyhead fancyfoot lhead chead rhead lfoot cfoot rfoot'],
  ['ommm', 'acmConference'],
  ['omm', 'rule'],
  ['moot', 'raisebox'],
  ['omt', 'rotatebox'],
  ['mt', 'hypertarget hyperlink foreignlanguage'],
  ['oot', 'makebox framebox'],
  ['ooomt', 'parbox'],
  ['o', 'makecell thead shortstack rothead settopmatter'],
];

export const commandSignatures: ReadonlyMap<string, string> = new Map(
  signatures.flatMap(([signature, commands]) =>
    words(commands).map((command): [string, string] => [command, signature]),
  ),
);

/** Lengths and other parameters of TeX, set by `\parskip=2pt` or `\parskip 2pt`. */
export const parameters = new Set(
  words(`
  parindent parskip baselineskip looseness overfullrule hfuzz vfuzz tolerance hbadness vbadness emergencystretch
  interfootnotelinepenalty widowpenalty clubpenalty textwidth textheight topmargin oddsidemargin evensidemargin hsize vsize
  hskip vskip kern hoffset voffset columnsep tabcolsep arraycolsep topskip leftskip rightskip penalty abovedisplayskip
  belowdisplayskip floatsep textfloatsep intextsep itemsep pdfoutput hyphenpenalty brokenpenalty lineskip
  predisplaypenalty postdisplaypenalty interlinepenalty exhyphenpenalty vrule hrule advance pretolerance
  `),
);
