const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Capitalised function words that open a sentence and hardly ever stand inside a name. After a stop that may belong to
 * an abbreviation they decide that a sentence ends there.
 */
export const openers = words(`
  The This These Those That There They Their Them Then Thus Therefore Here Hence However He She His Her It Its In If We
  Our You Your A An At As All Although Also Additionally Alternatively After And Another Any Are Altogether Among Amongst
  Accordingly Afterwards Along Apart Around Based Because Before Besides Between Beyond Both Briefly But By
  Can Clearly Compared Consequently Consistent Contrary Conversely Currently Despite Did Do Does Due During
  Each Earlier Either Especially Even Every Except Finally First Firstly Following For Fortunately From Further
  Furthermore Generally Given Had Has Have Hereafter How Importantly Including Indeed Initially Instead
  Interestingly Is Just Last Lastly Later Let Likewise Many Meanwhile More Moreover Most Much Nearly Neither
  Nevertheless Next No None Nonetheless Nor Not Notably Note Nothing Now Of Often On Once One Only Or Other Otherwise
  Over Overall Particularly Per Perhaps Please Presumably Previous Previously Rather Recent Recently Regarding Same
  Second Secondly See Several Should Similar Similarly Simply Since So Some Sometimes Somewhat Specifically Still
  Subsequently Such Surprisingly Taken Than Third Thirdly Though Three Through Throughout To Together Traditionally Two
  Typically Ultimately Under Unfortunately Unless Unlike Until Upon Using Usually Very Was Were What When Whenever Where
  Whereas Whether Which While Who Whose Why Will With Within Without Would Yet
`);

/** Openers that are surnames as well: after an initial they do not decide ("K. He"). */
export const openersAndSurnames = words('He She You An So Do Will Can On Or Let See Just Same More Most Such Long');

/** Verbs that show the lower-case word before them to be the subject of a sentence ("pandas is ..."). */
export const verbsAfterSubject = words(`
  is are was were has have had can could will would may might must should does do did provides provide supports allows
  offers uses includes contains implements enables makes takes returns requires builds runs aims depends follows
  computes works represents denotes comes gives exposes defines consists relies extends integrates also currently
`);
