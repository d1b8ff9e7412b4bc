/** One way to drive either browser with the unmodified production build, so that every scenario runs in both. */

/** A tab. Functions given to `evaluate` run in the page and see only their argument. */
export interface Tab {
  readonly goto: (url: string) => Promise<void>;
  readonly evaluate: <Argument, Result>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ) => Promise<Result>;
  /** Runs a script in the page, whatever its content security policy says. */
  readonly runScript: (source: string) => Promise<void>;
  /** A real click, as a user's: only such a one may ask for a permission. */
  readonly click: (selector: string) => Promise<void>;
  /** Types key by key into the element. */
  readonly type: (selector: string, text: string) => Promise<void>;
  /** One key by its name: "Enter", "Tab". */
  readonly press: (key: string) => Promise<void>;
  readonly waitForSelector: (selector: string) => Promise<void>;
  /** The first element that matches, or null; only whether there is one counts. */
  readonly $: (selector: string) => Promise<unknown>;
  readonly screenshot: (file: string) => Promise<void>;
  readonly setViewport: (width: number, height: number) => Promise<void>;
  readonly url: () => string;
  readonly bringToFront: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DrivenBrowser {
  readonly name: 'chromium' | 'firefox';
  /** A page of the web. */
  readonly open: (url: string) => Promise<Tab>;
  /** A page of the web in a private window; only where the plan allows private windows. */
  readonly openPrivate: (url: string) => Promise<Tab>;
  /** A page of the extension by its path: "popup.html?tab=3". */
  readonly openExtensionPage: (path: string) => Promise<Tab>;
  /** Tabs that are open now, those the extension opened included. */
  readonly tabs: () => Promise<Tab[]>;
  /** Lets the extension see the tab at this origin as a click on its toolbar button does (activeTab). */
  readonly grantActiveTab: (origin: string) => Promise<void>;
  /** The extension API's id of the tab at this origin; null if there is none. */
  readonly tabIdAt: (origin: string) => Promise<number | null>;
  /** Kills the background as the browser does when it likes. */
  readonly killBackground: () => Promise<void>;
  /** Closes the browser and starts it again with the same profile. */
  readonly restart: () => Promise<void>;
  /** Every "host:port" the browser wanted to reach since it was first started. */
  readonly contacted: () => readonly string[];
  readonly stop: () => Promise<void>;
}

export interface BrowserPlan {
  readonly hostMap: Readonly<Record<string, number>>;
  readonly caFile: string;
  /**
   * Optional hosts the user is going to allow. Chromium headless shows no prompt, so there they are
   * written into the profile beforehand; the setting still waits for the click. Firefox accepts when clicked.
   */
  readonly allow: readonly string[];
  /**
   * Chromium only: the X display to show itself on, so that its own questions can be seen and answered.
   * TOOLBAR_KEY clicks the toolbar button there. Headless without.
   */
  readonly display?: string;
  /** Whether the user let the extension into private windows. */
  readonly privateWindows?: boolean;
  /** Firefox only: the hosts of the manifest are not allowed until somebody asks, as its user may choose. */
  readonly withheldHosts?: boolean;
}

/** As a user would choose it; xdotool's name for it is the same in lower case. */
export const TOOLBAR_KEY = 'Alt+Shift+W';

/** Waits until `look` returns something other than null, undefined or false; says what it waited for when it gives up. */
export async function until<Result>(
  what: string,
  look: () => Promise<Result | null | undefined | false>,
  timeout = 20_000,
): Promise<Result> {
  const end = Date.now() + timeout;
  let last: unknown = null;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}; last: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
