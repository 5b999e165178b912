import type { IndexerNews } from '@askg/ingest';
import { problemLine } from '../shell/problem-line.ts';
import { bytes, count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';

/** Tells the person at a server what the indexer has done, in a line where it is worth one. */
export function newsTeller(shell: Shell): (news: IndexerNews) => void {
  let isFetching = false;
  let isEmbedding = true;
  return (news) => {
    switch (news.type) {
      case 'fetching':
        if (!isFetching) shell.say(`Fetching the model ${news.model} (${bytes(news.total)}) in the background.`);
        isFetching = true;
        break;
      case 'no-model':
        shell.say(`Passages are found by words only: ${problemLine(news.problem)}`);
        break;
      case 'no-vectors':
        if (isEmbedding) shell.say(`Passages are found by words only for now: ${problemLine(news.problem)}`);
        isEmbedding = false;
        break;
      case 'words':
        if (news.added > 0) shell.say(`${count(news.added, 'paper')} can be searched by words.`);
        break;
      case 'vectors':
        isEmbedding = true;
        if (news.added > 0) shell.say(`${count(news.added, 'paper')} can be searched by meaning.`);
        break;
      case 'no-tokens':
        shell.say(`No vectors of passages are stored for the reranker: ${problemLine(news.problem)}`);
        break;
      case 'tokens':
        if (news.added > 0) shell.say(`${count(news.added, 'paper')} has its vectors for the reranker.`);
        break;
      case 'failed':
        shell.say(`${news.paper} could not be indexed: ${news.code}: ${news.detail}`);
        break;
      case 'interrupted':
        shell.say(`The passages wait for their server: ${problemLine(news.problem)}`);
        break;
      case 'broken':
        shell.say(`The passages are not kept: ${problemLine(news.problem)}`);
        break;
      case 'lost':
        shell.say(`The indexer was lost and is started again: ${news.detail}`);
        break;
      case 'waiting':
      case 'working':
      case 'progress':
      case 'model':
        break;
    }
  };
}
