import type { Browser } from 'puppeteer-core';

/** The connection puppeteer keeps to a browser it drives by WebDriver BiDi; not among its published types. */
interface BidiConnection {
  readonly send: (method: string, params: object) => Promise<{ readonly result: unknown }>;
}
interface ContextTree {
  readonly contexts: readonly { readonly context: string }[];
}
interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Evaluates an expression with the browser's own powers and returns its plain value (awaited).
 * Needs `--remote-allow-system-access`.
 */
export async function evaluateInChrome(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { readonly connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree.result as ContextTree).contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox has no window');
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  const evaluated = answer.result as Evaluated;
  if (evaluated.type === 'exception')
    throw new Error(evaluated.exceptionDetails?.text ?? 'failed in Firefox');
  return evaluated.result?.value;
}
