const TYPED_IN = /^(?:INPUT|TEXTAREA|SELECT)$/;

/** Whether somebody types there, so that a letter is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || TYPED_IN.test(target.tagName));
}

/** A key of the page's own: nothing is held down with it, nobody types, and no dialog is in front. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return (
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.isComposing &&
    !isTyping(event.target) &&
    document.querySelector('dialog[open]') === null
  );
}
