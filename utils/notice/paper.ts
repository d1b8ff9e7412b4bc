/** Whether the page behind a notice is dark: webmails have themes of their own. */

/** By the nearest background that is not transparent; else by what the user prefers. */
export function isDarkBehind(element: Element): boolean {
  for (let behind = element.parentElement; behind; behind = behind.parentElement) {
    const luma = lumaOf(getComputedStyle(behind).backgroundColor);
    if (luma !== null) return luma < 128;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Brightness from 0 to 255 of "rgb(…)" or "rgba(…)"; null if mostly transparent or not so written. */
export function lumaOf(colour: string): number | null {
  const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!colour.startsWith('rgb') || alpha < 0.5) return null;
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
