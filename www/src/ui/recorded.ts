import type { PartyQuestion } from 'redzone-wasm/party';
import type { ToDecide } from 'redzone-wasm/record';
import type { DealQuestion, PlaceQuestion } from 'redzone-wasm/rules';

/** What a person decided about a hit, before it stands in a case file. */
export type Decision = Omit<ToDecide, 'line'>;

/** What a record is wanted of. `kept` is called when the check and everything that was decided about its hits are written. */
export type Recorded =
  | { kind: 'check'; question: PartyQuestion; decisions: readonly Decision[]; kept: () => void }
  | { kind: 'destination'; question: PlaceQuestion }
  | { kind: 'deal'; question: DealQuestion };
/** Keeps the record of an answer. */
export type Save = (recorded: Recorded) => void;

/** That a person decided about a hit. */
export class DecidedEvent extends Event {
  static readonly NAME = 'redzone-decided';
  readonly decision: Decision;

  constructor(decision: Decision) {
    super(DecidedEvent.NAME, { bubbles: true });
    this.decision = decision;
  }
}
