/** Pictures of the demo, each in light and in dark. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

/** The folder into which pictures are written. */
export const PICTURE_DIR = fileURLToPath(new URL('../demo-output', import.meta.url));

/** Empties the folder, so that it holds the pictures of one run only. */
export async function clearPictures(): Promise<void> {
  await rm(PICTURE_DIR, { recursive: true, force: true });
  await mkdir(PICTURE_DIR, { recursive: true });
}

/** Takes the whole page as NAME-light.png and NAME-dark.png. */
export async function takePictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(PICTURE_DIR, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null });
}
