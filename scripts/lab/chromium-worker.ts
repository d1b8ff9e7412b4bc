import type { BrowserContext } from '@playwright/test';

interface WorkerVersions {
  readonly versions: readonly { readonly runningStatus: string }[];
}

/**
 * Stops the extension's service worker through the DevTools protocol, from a page of the extension's own
 * origin, and waits until it is dead. The next message or event starts it again.
 */
export async function stopWorkers(context: BrowserContext, extensionPage: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(extensionPage);
    const devTools = await context.newCDPSession(page);
    const stopped = new Promise<void>((resolve) => {
      devTools.on('ServiceWorker.workerVersionUpdated', (event: WorkerVersions) => {
        if (event.versions.some((version) => version.runningStatus === 'stopped')) resolve();
      });
    });
    await devTools.send('ServiceWorker.enable');
    await devTools.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await devTools.detach();
  } finally {
    await page.close();
  }
}
