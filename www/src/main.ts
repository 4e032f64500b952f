import { RedzoneApp } from './ui/app';
import { RedzoneDestination } from './ui/destination';
import { RedzoneHit } from './ui/hit';
import { RedzoneLists } from './ui/lists';
import { RedzoneParty } from './ui/party';
import { RedzonePlace } from './ui/place';

customElements.define('redzone-place', RedzonePlace);
customElements.define('redzone-hit', RedzoneHit);
customElements.define('redzone-party', RedzoneParty);
customElements.define('redzone-destination', RedzoneDestination);
customElements.define('redzone-lists', RedzoneLists);
customElements.define('redzone-app', RedzoneApp);
