import { useEffect } from 'react';

const OPEN = 'details[data-menu][open]';

/** Closes an open menu when something else is pressed, and on Escape, which leads back to its button. */
export function useMenus(): void {
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN)) {
        if (target instanceof Node && !menu.contains(target)) menu.open = false;
      }
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const menu = document.querySelector<HTMLDetailsElement>(OPEN);
      if (menu === null) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', leave);
    };
  }, []);
}

/** Opens a menu and puts the cursor into its first field. */
export function openMenu(mark: string): void {
  const menu = document.querySelector<HTMLDetailsElement>(`details[data-menu="${mark}"]`);
  if (menu === null) return;
  menu.open = true;
  menu.querySelector<HTMLElement>('input:not([type=hidden])')?.focus();
}
