import { Form } from '@remix-run/react';
import { LogOut } from 'lucide-react';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

export function SignOut() {
  const { t } = useWords();
  return (
    <Form method="post" action={paths.signOut()} reloadDocument>
      <button className="flex min-h-9 w-full items-center gap-2 rounded-md text-muted hover:text-ink">
        <LogOut aria-hidden size={16} />
        {t('shell.signOut')}
      </button>
    </Form>
  );
}
