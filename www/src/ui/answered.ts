/** That a question was answered: about what, and the verdict or ruling; never who or where. */
export class AnsweredEvent extends Event {
  static readonly NAME = 'redzone-answered';
  readonly about: 'party' | 'destination';
  readonly verdict: string;

  constructor(about: 'party' | 'destination', verdict: string) {
    super(AnsweredEvent.NAME, { bubbles: true });
    this.about = about;
    this.verdict = verdict;
  }
}
