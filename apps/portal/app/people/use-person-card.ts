import { useState } from 'react';
import { paths } from '../paths.ts';
import type { PersonCard } from './person-card.ts';

interface Key {
  readonly connectionId: string;
  readonly personKey: string;
}

/** Cards of one page's people at the most. */
const MOST = 500;
const asked = new Map<string, Promise<PersonCard | null>>();

async function fetchCard(address: string): Promise<PersonCard | null> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  return response.ok ? ((await response.json()) as PersonCard) : null;
}

function askOnce(address: string): Promise<PersonCard | null> {
  const known = asked.get(address);
  if (known !== undefined) return known;
  if (asked.size >= MOST) asked.clear();
  const card = fetchCard(address).catch(() => {
    asked.delete(address);
    return null;
  });
  asked.set(address, card);
  return card;
}

/** A person's card, asked for once somebody looks. */
export function usePersonCard(person: Key): { readonly card: PersonCard | null; readonly look: () => void } {
  const [card, setCard] = useState<PersonCard | null>(null);
  return { card, look: () => void askOnce(paths.personCard(person)).then(setCard) };
}
