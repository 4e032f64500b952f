// The kiosk: the site's shell and views, and what a public screen needs around them.
import '../main';
import kiosk from '../text/en/kiosk.ftl?raw';
import { learn } from '../text/text';
import { RedzoneKiosk } from './kiosk';
import { RedzoneOperator } from './operator';

learn(kiosk);
customElements.define('redzone-operator', RedzoneOperator);
customElements.define('redzone-kiosk', RedzoneKiosk);
