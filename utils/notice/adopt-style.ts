/** Giving a shadow root its style without markup, so that a strict page policy has nothing to block. */

/** Constructed where the browser lets us, else by an element. */
export function adoptStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let an isolated world set adoptedStyleSheets on a root of the page.
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
