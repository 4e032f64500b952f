// The frame's page: the site's shell inside a host's page.
import '../main';
import embed from '../text/en/embed.ftl?raw';
import { learn } from '../text/text';
import { RedzoneFrame } from './frame';

learn(embed);
customElements.define('redzone-frame', RedzoneFrame);
