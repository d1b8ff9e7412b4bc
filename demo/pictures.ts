/** Pictures of the demo. */
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

/** Takes what the page shows without scrolling, or all of it, as NAME.png. */
export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  await page.screenshot({ path: join(PICTURE_DIR, `${name}.png`), fullPage });
}
