/**
 * The browser's messaging, raw: the content script carries no polyfill. Both browsers answer with
 * promises under Manifest V3.
 */
export type MessageListener = (
  message: unknown,
  sender: { readonly id?: string },
  sendResponse: (reply: unknown) => void,
) => void;

export interface Runtime {
  /** Missing once the extension was updated or removed under an open page. */
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: MessageListener): void;
    removeListener(listener: MessageListener): void;
  };
}

/** The extension's runtime; null where there is none any more. */
export function extensionRuntime(): Runtime | null {
  const scope = globalThis as { browser?: { runtime?: Runtime }; chrome?: { runtime?: Runtime } };
  return scope.browser?.runtime ?? scope.chrome?.runtime ?? null;
}
