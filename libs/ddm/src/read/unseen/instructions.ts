import { seen } from './unseen-characters.ts';

/** What somebody writes who wants a model, or a reviewer, to do something else than it was asked to. */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|skip)\W+(?:\w+\W+){0,3}?(?:all|any|previous|prior|above|earlier|preceding|former|other|your)\W+(?:\w+\W+){0,3}?(?:instructions?|prompts?|rules|directions|guidelines|guardrails|system message|context|text)\b/iu,
  /\b(?:ignore|disregard|forget)\W+(?:the\W+|these\W+)?(?:instructions?|prompts?|rules|directions|guidelines)\W+(?:above|before|so far|given|you)\b/iu,
  /\b(?:do not|don['’]t|never|please)\W+(?:highlight|mention|report|reveal)\W+(?:any|the)\W+(?:negatives?|weakness\w*|limitations?|flaws)\b/iu,
  /\b(?:give|write|provide|generate)\W+(?:only\W+)?(?:an?\W+)?(?:positive|favou?rable|glowing)\W+(?:reviews?|ratings?|assessments?|feedback)(?:\W+only)?\b/iu,
  /\breview\W+(?:this|the)\W+(?:paper|work|manuscript|submission)\W+(?:positively|favou?rably)\b/iu,
  /\b(?:recommend|must|should)\W+(?:be\W+)?(?:accept(?:ing|ed|ance)?)\W+(?:this|the|of this)\W+(?:paper|manuscript|submission)\b/iu,
  /\b(?:you are|act as|pretend to be|behave as)\W+(?:now\W+)?an?\W+(?:\w+\W+){0,3}(?:assistant|language model|llm|ai|chatbot|reviewer)\b/iu,
  /\b(?:as an?|note to|attention|to (?:any|all|the)|for)\W+(?:\w+\W+){0,2}(?:ai|llms?|language models?|llm reviewers?|ai reviewers?|ai assistants?)(?=\W*[:,])\W+(?:you|please|say|give|write|ignore|answer|respond|output|state|do not)\b/iu,
  /<\/?(?:system|assistant|instructions?)>|<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[\/?INST\]|^\s*(?:system|assistant)\s*:/iu,
  /\b(?:new|updated|real|actual)\W+(?:system\W+)?(?:instructions?|prompt)\s*:/iu,
  /^\W*(?:(?:please|now|instead)\W+)*(?:say|answer|respond|reply|output|state|claim|print)\W+(?:that|with|only|exactly|the following)\b/iu,
];

/**
 * Whether a text gives orders to who reads it, above all to a language model, in plain words: to forget what it was told, to
 * praise, to say something given. A paper about such orders has them too: the text may be quoted, but no model is shown it.
 */
export function isInstruction(text: string): boolean {
  const plain = seen(text)
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '');
  return orders.some((order) => order.test(plain));
}
