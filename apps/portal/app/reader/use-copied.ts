import { useEffect, useState } from 'react';

/** How long it is said that something was copied. */
const SAID_MS = 2000;

/** Copies a text and says for a while that it did. */
export function useCopied(): { readonly copied: boolean; readonly copy: (text: string) => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return { copied, copy: (text) => void navigator.clipboard.writeText(text).then(() => setCopied(true)) };
}

/** An address of this portal as somebody else can open it. */
export function wholeAddress(path: string): string {
  return new URL(path, location.origin).href;
}
