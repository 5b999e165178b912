import { wordsOf } from '../../evidence/words.ts';

/** What is to be found true or not: a question for yes or no, or a statement that was put forward. */
export type AskedStatement = { kind: 'question' | 'claim'; text: string };

const lead = String.raw`(?:(?:and|but|so|or|[^,?]{1,60},)\s+)?`;
const verb =
  "is|are|was|were|am|do|does|did|can|could|should|would|will|may|might|must|has|have|had|isn[’']t|aren[’']t|don[’']t|doesn[’']t|didn[’']t|can[’']t";
const yesOrNo = new RegExp(String.raw`^${lead}(?:${verb})\b|[:.;] (?:${verb})\b`, 'i');
/** Words that ask for something else than yes or no, wherever they stand. */
const asksElse = /\b(?:what|which|who|whom|whose|when|where|why|how)\b/i;
/** “Is it A or B?” asks for one of two things; “or not” asks for yes or no. */
const choice = /\bor\b(?! not\b)[^,?]*\?/i;

/** What is asked of a paper as a thing, with its references and figures: its sentences do not say so. */
const ofPapers =
  /\b(?:cit(?:e|es|ed|ing|ations?)|references?|(?:co-?)?authors?|keywords?|published|journals?|(?:the|this|that|a|any|which) papers?|papers (?:about|on|by|from|that|which|in|with)|articles?)\b/i;

const frames: readonly RegExp[] = [
  /^(?:is|was) it (?:really |still )?(?:true|correct|right|the case|so) that\s+/i,
  /^(?:please )?(?:verify|check|fact[- ]check|confirm|claim|true or false)(?: (?:that|whether)\s+|\s*:\s*)/i,
];

/** Words that open an order or another question than one for yes or no. */
const otherwise =
  /^(?:what|which|who|whom|whose|when|where|why|how|list|show|find|give|name|tell|count|compare|explain|define|describe|summari[sz]e|search|get|return|papers?|articles?|authors?|select|ask|construct|prefix|please)\b/i;
/** Verbs that statements are made with. */
const verbs =
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|may|might|will|would|must|should|lacks?|causes|leads?|improves?|increases|decreases|reduces?|raises|lowers|affects|influences|inhibits?|induces?|prevents?|promotes?|predicts?|requires?|needs|helps|outperforms?|correlates?|depends?|supports|enables?|allows?|contains?|results in|plays|acts|binds?|activates?|deactivates?|regulates?|controls|enhances?|impairs?|suppress(?:es)?|triggers|mediates?|interacts?|interferes?|exhibits?|displays|provides?|produces?|protects?|contributes?|participates?|consists?|drives?|blocks|kills?|slows?|treats?|limits|exceeds?)\b/i;
/** What may be a verb in a whole sentence, and elsewhere another word. */
const finite =
  /(?<=\s)(?:\p{L}{3,}(?:es|ed)|increase|decrease|improve|reduce|influence|affect|play|occurs?|offers?|shows?|worsens?|directs?|speeds?|happens?|receives?|possess|aids?)(?=\s)/u;
const fewestWords = 3;
/** A question without a verb of its own has more words than a few to search for. */
const fewestWithoutVerb = 5;

/** Whether a question asks for yes or no: a verb of its own comes first, or it has none (“Inhibin: a new marker of the disease?”). */
export function asksYesOrNo(question: string): boolean {
  const text = question.trim();
  if (choice.test(text)) return false;
  if (yesOrNo.test(text)) return true;
  return (
    text.endsWith('?') && !asksElse.test(text) && !otherwise.test(text) && wordsOf(text).length >= fewestWithoutVerb
  );
}

/**
 * Reads a question for yes or no, or a statement to be checked (“verify: …”, “is it true that …”, or a whole sentence that
 * asks for nothing). Undefined for everything else, such as a few words to search for, and for what is asked of papers as things.
 */
export function askedStatement(question: string): AskedStatement | undefined {
  const text = question.trim();
  if (ofPapers.test(text)) return undefined;
  for (const frame of frames) {
    if (frame.test(text)) return claimOf(text.replace(frame, ''));
  }
  if (asksYesOrNo(text)) return { kind: 'question', text };
  if (text.endsWith('?') || otherwise.test(text) || wordsOf(text).length < fewestWords) return undefined;
  return verbs.test(text) || (/[.!]$/.test(text) && finite.test(text)) ? claimOf(text) : undefined;
}

function claimOf(text: string): AskedStatement {
  return { kind: 'claim', text: text.replace(/[?.!\s]+$/, '') };
}
