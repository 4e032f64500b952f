import type { PartyQuestion } from 'redzone-wasm/party';
import type { DealQuestion } from 'redzone-wasm/rules';

/** What a record is wanted of. */
export type Recorded = { kind: 'check'; question: PartyQuestion } | { kind: 'deal'; question: DealQuestion };
/** Keeps the record of an answer. */
export type Save = (recorded: Recorded) => void;
