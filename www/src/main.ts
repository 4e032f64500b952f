// The shell: the frame of the page and what a first answer needs. The other views are in late.ts.
import { RedzoneApp } from './ui/app';
import { RedzoneHit } from './ui/hit';
import { RedzoneParty } from './ui/party';
import { RedzonePlace } from './ui/place';

customElements.define('redzone-place', RedzonePlace);
customElements.define('redzone-hit', RedzoneHit);
customElements.define('redzone-party', RedzoneParty);
customElements.define('redzone-app', RedzoneApp);
