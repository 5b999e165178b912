function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((word) => word !== ''));
}

/** Nouns for collections of data, in the singular. */
export const dataNouns = wordSet(
  `dataset corpus benchmark treebank database testset testbed collection gazetteer census lexicon`,
);

/** Nouns for software and instruments, in the singular. */
export const toolNouns = wordSet(
  `software toolkit library package simulator api plugin compiler interpreter debugger toolbox ide sdk middleware microscope spectrometer sequencer`,
);

/** Nouns in the names of organisations, which are none of the published types. */
export const organisationNouns = wordSet(
  `university institute institution agency organisation organization centre center foundation council department ministry consortium association society
  committee commission laboratory hospital company inc ltd gmbh`,
);

/** Nouns for measures, in the singular. */
export const metricNouns = wordSet(
  `accuracy precision recall f0 f0-score f-score f-measure bleu rouge meteor perplexity rmse mae mse auc auroc auprc map mrr ndcg iou
  psnr ssim wer cer error-rate runtime latency throughput speedup sensitivity specificity kappa p-value`,
);

/** Names of natural languages. */
export const languages = wordSet(
  `afrikaans albanian amharic arabic armenian azerbaijani basque belarusian bengali bosnian bulgarian burmese catalan cebuano chinese
  cantonese croatian czech danish dutch english esperanto estonian farsi finnish french galician georgian german greek gujarati hausa
  hebrew hindi hungarian icelandic igbo indonesian irish italian japanese javanese kannada kazakh khmer kinyarwanda korean kurdish kyrgyz
  lao latin latvian lithuanian macedonian malagasy malay malayalam maltese mandarin maori marathi mongolian nepali norwegian oromo pashto
  persian polish portuguese punjabi quechua romanian russian sanskrit serbian shona sindhi sinhala slovak slovene slovenian somali
  spanish swahili swedish tagalog tajik tamil tatar telugu thai tibetan turkish turkmen ukrainian urdu uyghur uzbek vietnamese welsh
  wolof xhosa yiddish yoruba zulu`,
);

/** Data sets that papers of machine learning use by name, in small letters, their digits as zeros. */
export const knownDatasets = wordSet(
  `imagenet mnist fashion-mnist emnist svhn cifar cifar-00 cifar00 cifar-000 cifar000 coco mscoco ms-coco voc cityscapes kitti celeba lfw lsun ade00k
  squad snli multinli multi-nli mnli glue superglue imdb yelp wikitext wikitext-0 wikitext-000 enwik0 text0 ptb wsj ontonotes conll-0000 gigaword babi triviaqa
  hotpotqa newsqa race swag wmt00 wmt0000 librispeech timit voxceleb shapenet modelnet00 kinetics ucf000 hmdb00 flickr00k flickr0k movielens wordnet freebase
  dbpedia wikidata yago pubmed wikipedia`,
);

/** Programming languages and software that papers of all fields use, in small letters. */
export const knownTools = wordSet(
  `python matlab java javascript typescript c++ c# fortran julia haskell perl php ruby rust scala stata spss sas octave mathematica
  git github gitlab docker kubernetes jupyter numpy scipy pandas matplotlib pytorch tensorflow keras scikit-learn sklearn jax cuda
  opencv spacy nltk corenlp mallet weka rstudio tidyverse ggplot0 bioconductor imagej fiji blast bowtie samtools bwa clustalw
  linux windows macos android excel latex bibtex postgresql mysql sqlite mongodb neo0j elasticsearch hadoop spark`,
);
