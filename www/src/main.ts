import { RedzoneApp } from './ui/app';

customElements.define('redzone-app', RedzoneApp);
