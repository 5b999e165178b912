/** A kind of thing that papers say in few places, by how it is asked for and told. */
type Aspect = {
  asks: readonly RegExp[];
  /** Words of which one stands in hardly any sentence that does not tell it. */
  tells: readonly RegExp[];
  /** Words that are often used to tell it, and for other things too. */
  mayTell?: RegExp;
};

/** Whom a paper may be for. */
const people =
  '(?:users?|audience|readers?|learners?|beginners?|(?:under)?graduates?|researchers?|scientists?|students?|practitioners?|engineers?|developers?|teachers?|instructors?|educators?|participants?|clinicians?|analysts?|teams?|individuals|people|anyone)';

const aspects = {
  funding: {
    asks: [
      /\bwho (?:has |have )?(?:fund\w*|financ\w*|sponsor\w*|paid)\b/iu,
      /\bwho (?:has |have )?support\w* .*\bfinanc\w*/iu,
      /\b(?:which|what) [\p{L} ]{0,40}\b(?:fund(?:ed|s)|financed|sponsored)\b/iu,
      /\b(?:was|were|is) .*\b(?:funded|financed|sponsored) by (?:whom|what|which)\b/iu,
      /\bhow (?:was|were|is|are) .*\b(?:funded|financed)\b/iu,
      /\b(?:which|what|any) (?:\p{L}+ )?(?:grants?|funders?|funding|sponsors?)\b/iu,
    ],
    // With the case of letters: somebody may be called Grant.
    tells: [
      /\b(?:[Ff]und(?:ed|s|ing|ers?)|financed|financial(?:ly)? support(?:ed)?|[Ss]ponsor(?:s|ed|ship)?|grants?)\b/u,
      /\b(?:Grant|[Aa]wards?) (?:[Nn]o|[Nn]umber|[Aa]greement|[A-Z-]*\d)/u,
      /\b[Ss]upported (?:\p{L}+ ){0,3}by (?:an? |the )?\p{Lu}/u,
    ],
  },
  licence: {
    asks: [
      /\b(?:what|which)\b[\p{L} ]{0,30}\blicen[cs]es?\b/iu,
      /\bhow\b.*\blicen[cs]ed\b/iu,
      /\bunder (?:what|which) (?:terms|conditions)\b.*\b(?:available|distributed|published|released|reused?|shared|used)\b/iu,
    ],
    tells: [/\blicen[cs](?:es?|ed|ing)\b/iu, /\b(?:CC[- ]BY|Creative Commons|GPL|LGPL|AGPL|BSD|public domain)\b/iu],
  },
  location: {
    asks: [
      /\bwhere\b.*\b(?:code|software|sources?|data|data ?sets?|corpus|packages?|librar(?:y|ies)|materials?|notebooks?|implementations?|documentation|slides|videos?|models?|tools?)\b.*\b(?:found|find|available|hosted|downloaded?|obtained?|accessed|access|deposited|get|kept|stored)\b/iu,
      /\bwhere (?:can|could|is|are|was|were) .*\b(?:hosted|available|downloaded?|obtained?|accessed|deposited)\b/iu,
      /\b(?:what|which) (?:is|are) (?:the )?(?:repositor(?:y|ies)|web ?site)\b/iu,
    ],
    tells: [
      /https?:\/\/|\bwww\./iu,
      /\b(?:git(?:hub|lab)|bitbucket|zenodo|figshare|osf\.io|dataverse|dryad|hugging ?face|pypi|CRAN|conda(?:-forge)?|repositor(?:y|ies))\b/iu,
      /\b(?:available|accessible|hosted|downloaded|deposited|published) (?:\p{L}+ )?(?:at|on|from|via|online|upon|through|here)\b/iu,
    ],
    mayTell: /\b(?:available|open[- ]source|public(?:ly)?|download\w*|hosted)\b/iu,
  },
  limitation: {
    asks: [
      /\b(?:what|which|are there|does|do|has|have)\b.*\b(?:limitations?|drawbacks?|shortcomings?|weakness(?:es)?|disadvantages?|caveats?)\b/iu,
    ],
    tells: [
      /\b(?:limitations?|drawbacks?|shortcomings?|weakness(?:es)?|disadvantages?|caveats?|limited (?:to|by)|future work)\b/iu,
      /\b(?:suffers?|cannot|can not|unable|lacks?|none of (?:them|these)|only (?:\p{L}+ly )?(?:support\w*|works?))\b/iu,
      /\b(?:does|do|did|is|are|was|were) not (?:yet |currently |easily )?(?:able|account|allow|appl|available|consider|cover|general|handle|includ|possible|provid|scale|support|work)/iu,
    ],
    mayTell: /\b(?:limit(?:s|ed)?|restrict\w*|however|unfortunately|difficult\w*|challeng\w*|requires?)\b/iu,
  },
  audience: {
    asks: [
      /\b(?:target|intended) (?:\p{L}+ )?(?:audience|users?|readers?|learners?|group)\b/iu,
      /\bwho (?:is|are) .*\b(?:for|aimed at|intended for|designed for|meant for)\W*$/iu,
      /\bwho (?:can|should|could|might|would) (?:use|benefit|take|read)\b/iu,
      /\b(?:for|at) whom\b/iu,
    ],
    tells: [
      /\b(?:target|intended|primary) (?:\p{L}+ )?(?:audience|users?|readers?|learners?)\b|\banyone (?:who|interested)\b/iu,
      new RegExp(String.raw`\bfor (?:[\p{L}-]+ ){0,2}${people}\b`, 'iu'),
      new RegExp(
        String.raw`\b(?:aimed|targeted|directed|geared|designed|intended|suitable|meant|written|developed|tailored) (?:\p{L}+ly )?(?:at|to(?:wards?)?|for) (?:[\p{L}-]+ ){0,3}${people}\b`,
        'iu',
      ),
    ],
    mayTell: new RegExp(String.raw`\b${people}\b`, 'iu'),
  },
  installation: {
    asks: [/\bhow\b.*\binstall(?:ed)?\b/iu, /\b(?:what|which) .*\binstall(?:ation)?\b/iu],
    tells: [/\binstall\w*\b/iu, /\bPkg\.add\b/u],
    mayTell: /\b(?:download\w*|package manager|PyPI|CRAN|docker\w*|set ?up)\b/iu,
  },
} satisfies Record<string, Aspect>;

export type AspectName = keyof typeof aspects;

/** The aspect that a question asks for. */
export function aspectAsked(question: string): AspectName | undefined {
  return (Object.keys(aspects) as AspectName[]).find((name) => holdsAny(aspects[name].asks, question));
}

/** Of these the graph knows nothing: rows that seem to answer are about something else. */
const inTextOnly: ReadonlySet<AspectName> = new Set(['location', 'audience', 'installation']);

/** Whether only text can tell what a question asks for. */
export function isToldInText(question: string): boolean {
  const name = aspectAsked(question);
  return name !== undefined && inTextOnly.has(name);
}

/** How surely a text tells of an aspect: 1, 0.5 or 0. */
export function tellsAspect(name: AspectName, text: string): number {
  const { tells, mayTell }: Aspect = aspects[name];
  return holdsAny(tells, text) ? 1 : mayTell?.test(text) ? 0.5 : 0;
}

function holdsAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
