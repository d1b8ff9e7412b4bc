import { driveChromium } from './chromium-driver';
import type { BrowserPlan, DrivenBrowser } from './driver';
import { driveFirefox } from './firefox-driver';

/** Which browser this run is for: WAXSEAL_BROWSER, "chromium" unless it says "firefox". */
export const BROWSER_NAME = process.env.WAXSEAL_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Starts the browser this run is for. */
export function startBrowser(plan: BrowserPlan): Promise<DrivenBrowser> {
  return BROWSER_NAME === 'firefox' ? driveFirefox(plan) : driveChromium(plan);
}
