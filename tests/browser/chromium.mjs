// A browser for the suites in this folder: Debian's Chromium, driven by playwright-core, with nothing running in the background.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../www/package.json', import.meta.url));
const { chromium } = require('playwright-core');

/** Starts the browser that build.sh found. */
export const launch = () => chromium.launch({
  executablePath: process.env.REDZONE_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
