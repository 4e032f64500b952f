import type { PartyQuestion, Screener } from 'redzone-wasm/party';
import type { RowAnswer } from './protocol';

/** Faults that lie in the question, and so in the row. */
export const OF_THE_ROW = new Set(['name-empty', 'name-too-long', 'broken-text', 'address', 'identifier', 'born', 'country', 'kind']);

/** The same answers that each question gets alone, cut down to what a table of many needs. */
export function rows(screener: Screener, questions: readonly PartyQuestion[]): RowAnswer[] {
  return questions.map((question) => row(screener, question));
}

function row(screener: Screener, question: PartyQuestion): RowAnswer {
  try {
    const { verdict, hits, omitted, doubts } = screener.check(question);
    const [best] = hits;
    return { verdict: verdict as RowAnswer['verdict'], hits: hits.length + omitted, score: best?.score ?? 0, list: best?.list ?? '', entry: best?.entry ?? 0, why: doubts[0]?.code ?? '' };
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!OF_THE_ROW.has(code)) throw error;
    return { verdict: 'rejected', hits: 0, score: 0, list: '', entry: 0, why: code };
  }
}
