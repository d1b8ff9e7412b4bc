/**
 * Renders the icons of public/icon/ from their drawings in assets/, with the Chromium that is installed:
 * `npm run icons`. The PNGs are committed, so that a build needs no browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

interface Icon {
  /** Edge of the square in pixels. */
  readonly size: number;
  readonly drawing: string;
  /** Edge of the artwork; the rest is a transparent margin. */
  readonly artwork: number;
}

const ICONS: readonly Icon[] = [
  { size: 16, drawing: 'icon-small.svg', artwork: 16 },
  { size: 32, drawing: 'icon-small.svg', artwork: 32 },
  { size: 48, drawing: 'icon.svg', artwork: 48 },
  // Chrome's Web Store wants 96 pixels of artwork in an icon of 128.
  { size: 128, drawing: 'icon.svg', artwork: 96 },
];

const root = join(import.meta.dirname, '..');
const target = join(root, 'public/icon');

async function render(browser: Browser, { size, drawing, artwork }: Icon): Promise<void> {
  const svg = readFileSync(join(root, 'assets', drawing)).toString('base64');
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh">
      <img width="${artwork}" height="${artwork}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  writeFileSync(
    join(target, `${size}.png`),
    await page.screenshot({ omitBackground: true, type: 'png', scale: 'device' }),
  );
  await page.close();
}

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // The same pixels on every machine: no colour profile, no GPU.
  args: ['--no-sandbox', '--force-color-profile=srgb', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  for (const icon of ICONS) await render(browser, icon);
} finally {
  await browser.close();
}
