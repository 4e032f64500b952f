// Of the late views only the one that the frame shows.
import destination from '../text/en/destination.ftl?raw';
import { learn } from '../text/text';
import { RedzoneDestination } from '../ui/destination';

/** Takes the view and its words into use. */
export function define(): void {
  learn(destination);
  customElements.define('redzone-destination', RedzoneDestination);
}
