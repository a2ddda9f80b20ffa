import { chromium, type Browser } from 'playwright';
import { findChromium } from '../testing/find-chromium.ts';

/** What a Chromium needs to run as root and to leave the closed network alone. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium((line) => console.log(line)), args: CHROMIUM_ARGS });
}
