// The views that a first answer does not wait for, and their words: one chunk, asked for before the page seals itself.
import destination from './text/en/destination.ftl?raw';
import lists from './text/en/lists.ftl?raw';
import { learn } from './text/text';
import { RedzoneDestination } from './ui/destination';
import { RedzoneLists } from './ui/lists';

learn(destination, lists);
customElements.define('redzone-destination', RedzoneDestination);
customElements.define('redzone-lists', RedzoneLists);
