import type { Aspect } from './aspect.ts';
import { readAspects } from './read-aspects.ts';

/** A question that sets papers side by side. */
export type Comparison = {
  /** The words for the papers. */
  subject: string;
  /** Those that the question says; undefined where it says none. */
  aspects?: Aspect[];
  /** Other ways to part it, where nothing that is known follows the papers: to be taken if the first part names papers. */
  guesses: { subject: string; rest: string; aspects: Aspect[] }[];
};

/** Between the papers and what they are compared by. Surely before aspects, or only where those are known. */
const sure =
  /\s*(?:\b(?:in terms of|with (?:respect|regard) to|with regards to|in regard to|regarding|concerning|as to|according to|along|considering|focus(?:ing|ed)? on|when it comes to|looking at|based on)\b|:(?=\s)|–|—)\s*/giu;
const likely = /\s+(?:on|by|in|for|of|with)\s+/giu;

/** What else may be asked for after the question: `Look at duration and data.` */
const addition =
  /[.;?!]\s+(?:please\s+)?(?:look at|consider|focus on|show|include|use|compare|list|tell me about|i (?:want|need)|by)\s+(?<aspects>[^.?!]+)[.?!]?$/iu;

const polite = /^(?:please[,\s]+|(?:can|could|would) you (?:please )?|i(?: would|['’]d) like (?:you )?to )/iu;

/** How questions that compare begin; `rest` holds the papers and, perhaps, the aspects. */
const frames: readonly RegExp[] = [
  /^(?:compare|contrast|juxtapose)(?: and contrast)?\s+(?<rest>.+)$/iu,
  /^(?:(?:what|which) (?:is|are) |(?:list|explain|describe|summari[sz]e|outline|show(?: me)?|tell me|give(?: me)?) )?(?:the )?(?:main |key |important )?(?:differences?|similarities|similarity|commonalities)(?: and (?:the )?(?:differences?|similarities))? (?:between|of|among|amongst)\s+(?<rest>.+)$/iu,
  /^(?:how|where|in (?:what|which) (?:ways?|respects?|aspects?)) (?:do|does)\s+(?<rest>.+?)\s+(?:differ|compare)(?<more>(?:\s+(?:from|to|with|against))?(?:\s+.+)?)$/iu,
  /^(?:how|where|in (?:what|which) (?:ways?|respects?|aspects?)) (?:are|is)\s+(?<rest>.+?)\s+(?:different|similar|alike)(?<more>(?:\s+(?:from|to))?(?:\s+.+)?)$/iu,
  /^how (?:different|similar) (?:are|is)\s+(?<rest>.+)$/iu,
  /^what (?:do|does)\s+(?<rest>.+?)\s+have in common(?<more>(?:\s+.+)?)$/iu,
  /^what (?:sets|distinguishes|separates)\s+(?<rest>.+?)\s+(?:apart\s+)?(?<more>from\s+.+)$/iu,
  /^(?:make|give|create|draw|show|build|produce|write|generate|prepare)(?: me| us)? (?:an? |the )?(?:evidence |comparison |comparative )?(?:table|matrix|comparison|side-by-side)(?: (?:of|with|showing|comparing|between|for|that compares|listing))?\s+(?<rest>.+)$/iu,
  /^tabulate\s+(?<rest>.+)$/iu,
];
/** `Which methods and datasets do the papers about X use?` */
const whichAspects =
  /^(?:what|which)\s+(?<aspects>.+?)\s+(?:do|does|are|is|did|were|was|have)\s+(?<rest>(?:(?:all|each|both|the|these|those) )*(?:of )?(?:the |these )?(?:papers?|articles?|publications?|studies|preprints?)\b.*?)(?:\s+(?:use|have|report|name|mention|describe|employ|address|target|give|apply|need|state)[sd]?)?$/iu;
/** `A vs B`, `A versus B on licence`. */
const against = /^(?<rest>[^?]*\S\s+(?:vs\.?|versus)\s+\S.*)$/iu;
/** Another question stands beside the comparison. */
const asksMore =
  /(?:\band\b|[,:;?–-])\s*(?:also\s+)?(?:(?:tell|show) me\s+|say\s+)?(?:which|who|whom|what|when|where|how|why|does|do|did|is|are)\b/iu;
const asks = /^(?:who|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|list|name)\b/iu;

/** Reads a question as one that compares papers; undefined where its words are not those of one. */
export function readComparison(question: string): Comparison | undefined {
  const added = addition.exec(question);
  const addedAspects = added?.groups?.['aspects'];
  const asked = (added ? question.slice(0, added.index) : question).replace(polite, '').replace(/[\s.?!]+$/u, '');
  const aspects = addedAspects === undefined ? undefined : readAspects(addedAspects, 'sure');
  if (added && aspects === undefined) return undefined;
  if (asksMore.test(asked)) return undefined;
  const read = readWhich(asked) ?? readFrame(asked);
  return read && aspects ? { ...read, aspects: [...(read.aspects ?? []), ...aspects], guesses: [] } : read;
}

/** Several aspects of several papers make a table; one alone makes a list, which is another kind of answer. */
function readWhich(text: string): Comparison | undefined {
  const { aspects = '', rest } = whichAspects.exec(text)?.groups ?? {};
  const read = readAspects(aspects, 'known');
  return rest === undefined || read === undefined || read.length < 2
    ? undefined
    : { subject: rest, aspects: read, guesses: [] };
}

function readFrame(text: string): Comparison | undefined {
  for (const frame of frames) {
    const { rest, more = '' } = frame.exec(text)?.groups ?? {};
    if (rest !== undefined) return split(`${rest} ${more.trim()}`.trim());
  }
  const { rest } = asks.test(text) ? {} : (against.exec(text)?.groups ?? {});
  return rest === undefined ? undefined : split(rest);
}

/** Parts the papers from the aspects, which may stand after them or before them. */
function split(text: string): Comparison {
  for (const [separators, sureness] of [
    [sure, 'sure'],
    [likely, 'known'],
  ] as const) {
    for (const { index, 0: separator } of text.matchAll(separators)) {
      const rest = text.slice(index + separator.length);
      const aspects = mayBeTitle(separator, rest) ? undefined : readAspects(rest, sureness);
      const subject = text.slice(0, index).trim();
      if (aspects && subject !== '') return { subject, aspects, guesses: [] };
    }
  }
  for (const { index, 0: separator } of text.matchAll(/\s+(?:for|of|from|across|in|between|among)\s+/giu)) {
    const aspects = readAspects(text.slice(0, index), 'known');
    if (aspects) return { subject: text.slice(index + separator.length), aspects, guesses: [] };
  }
  return { subject: text, guesses: guessesOf(text) };
}

/** After a colon a title may go on, which begins with a capital. */
function mayBeTitle(separator: string, rest: string): boolean {
  return !/\p{L}/u.test(separator) && /^\p{Lu}/u.test(rest) && readAspects(rest, 'known') === undefined;
}

const endsInPapers = /\b(?:papers?|articles?|publications?|studies|preprints?)$/iu;

/** Whatever follows a word such as “by”; what follows papers at once says which they are. */
function guessesOf(text: string): Comparison['guesses'] {
  return [...text.matchAll(likely)].flatMap(({ index, 0: separator }) => {
    const subject = text.slice(0, index).trim();
    const rest = text.slice(index + separator.length);
    const aspects = readAspects(rest, 'guess');
    const isCondition = endsInPapers.test(subject) && separator.trim().toLowerCase() !== 'by';
    return aspects === undefined || isCondition ? [] : [{ subject, rest, aspects }];
  });
}
