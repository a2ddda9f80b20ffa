import { useNavigate } from '@remix-run/react';
import { useEffect } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function step(by: 1 | -1): void {
  const messages = [...document.querySelectorAll<HTMLElement>('[data-message]')];
  const focused = messages.findIndex((each) => each.contains(document.activeElement));
  const anchor = messages.findIndex((each) => each.getAttribute('aria-current') === 'true');
  const from = focused === -1 ? anchor : focused;
  messages[Math.min(messages.length - 1, Math.max(0, from + by))]?.focus();
}

/** `j` and `k` go through messages, `/` to the search of this conversation. */
export function useReaderKeys(searchHref: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === '/') navigate(searchHref);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, searchHref]);
}
