// The views that a first answer does not wait for, and their words: one chunk, asked for before the page seals itself.
import batch from './text/en/batch.ftl?raw';
import deal from './text/en/deal.ftl?raw';
import destination from './text/en/destination.ftl?raw';
import help from './text/en/help.ftl?raw';
import lists from './text/en/lists.ftl?raw';
import proof from './text/en/proof.ftl?raw';
import record from './text/en/record.ftl?raw';
import { learn } from './text/text';
import { RedzoneBatch } from './ui/batch/batch';
import { RedzoneQueue } from './ui/batch/queue';
import { RedzoneDeal } from './ui/deal/deal';
import { RedzoneDestination } from './ui/destination';
import { RedzoneHelp } from './ui/help/help';
import { RedzoneLists } from './ui/lists/lists';
import { RedzoneUpdate } from './ui/lists/update';
import { RedzoneOffline } from './ui/proof/offline';
import { RedzoneProof } from './ui/proof/proof';
import { RedzoneDecide } from './ui/record/decide';
import { RedzoneRecord } from './ui/record/record';

/** Takes the views and their words into use. */
export function define(): void {
  learn(batch, deal, destination, help, lists, proof, record);
  customElements.define('redzone-queue', RedzoneQueue);
  customElements.define('redzone-batch', RedzoneBatch);
  customElements.define('redzone-destination', RedzoneDestination);
  customElements.define('redzone-deal', RedzoneDeal);
  customElements.define('redzone-lists', RedzoneLists);
  customElements.define('redzone-proof', RedzoneProof);
  customElements.define('redzone-decide', RedzoneDecide);
  customElements.define('redzone-record', RedzoneRecord);
  customElements.define('redzone-help', RedzoneHelp);
  customElements.define('redzone-offline', RedzoneOffline);
  customElements.define('redzone-update', RedzoneUpdate);
}
