/** Words by which a sentence takes a side on what was asked. A denial of a difference or an effect counts beside the negation in it. */
export const saidCues = {
  denies:
    /\b(?:no|not|nor|neither|without|none|never|fail(?:s|ed)?|lack\w*|unlikely|absen(?:t|ce)|cannot|insignificant\w*|unable|unaffected|unchanged|unrelated)\b|n['’]t\b/i,
  noEffect:
    /\b(?:no|not|nor|neither|without|similar|comparable|non-?significant)\b[^.]{0,60}\b(?:significan|differ|associat|correlat|chang|effect|relat|increase|improve|influence|affect|predict)\w*|\b(?:similar|comparable|equivalent|unchanged|unaffected)\b|\bp\s*[=>]\s*0?\.[1-9]/i,
  significant: /(?<!\b(?:no|not|nor|non)[ -])\bsignificant(?:ly)?\b|\bp\s*[<=≤]\s*0?\.0[0-5]/i,
  compared:
    /\b(?:higher|lower|greater|more|less|better|worse|increas\w+|decreas\w+|reduc\w+|improv\w+|associated|correlat\w+|predict\w+|independent)\b/i,
  hedged:
    /\b(?:may|might|could|possibl\w*|suggest\w*|further|however|although|trend|limited|unclear|inconclusive|tend\w*|some|only)\b/i,
} as const;

/** What is asked. */
export const askedCues = {
  asksNeed: /\b(?:need|necessary|should|worth\w*|justified|routine\w*|enough|really)\b/i,
  asksSame:
    /\b(?:differ\w*|same|equal\w*|similar\w*|equivalent|comparable|safe|as effective|independent\w*|unrelated)\b/i,
  asksDoes: /^(?:do|does|did|has|have)\b/i,
} as const;

const aim =
  /\b(?:to (?:determine|examine|investigate|assess|evaluate|test|explore|find out|study|compare|establish|ascertain)\b[^.]{0,80}\b(?:whether|if|the (?:effects?|role|impact|relationship|association|influence))|(?:examined?|investigated?|ask(?:ed)?|tested|explored?|assess(?:ed)?|questions?|unclear|unknown|debated|controversial|hypothesi[sz]ed?) (?:whether|if)|(?:aims?|aimed|objectives?|purpose|goals?) (?:of|was|were|is|to)|remains? (?:unclear|unknown|controversial|to be)|(?:is|are) (?:unclear|unknown)|we hypothesi[sz]ed?)\b|\?\s*$/i;

/** Whether a sentence only says what was to be found out. */
export function asksItself(sentence: string): boolean {
  return aim.test(sentence);
}
