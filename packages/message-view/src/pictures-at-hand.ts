export interface PictureAtHand {
  readonly src: string;
  readonly alt: string;
}

/** Pictures gathered at most; beyond, those around the one that was opened. */
const MOST = 500;

/**
 * The pictures that are seen in the same conversation or opened record as one, in the order of the page, and its place
 * among them: what arrows lead through. Links to pictures carry their name in `data-picture`.
 */
export function picturesAtHand(link: HTMLAnchorElement): readonly [pictures: readonly PictureAtHand[], at: number] {
  const place = link.closest('dialog') ?? link.closest('main') ?? link.ownerDocument.body;
  const links = [...place.querySelectorAll<HTMLAnchorElement>('a[data-picture]')].filter(
    (one) => one.closest('dialog') === link.closest('dialog') && one.closest('details:not([open])') === null,
  );
  const at = links.indexOf(link);
  const from = Math.max(0, at - MOST / 2);
  const near = links.slice(from, from + MOST);
  return [near.map((one) => ({ src: one.href, alt: one.dataset['picture'] ?? '' })), at - from];
}
