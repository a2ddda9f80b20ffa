import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { citeDialog } from '../api/reading.ts';
import { paths } from '../paths.ts';
import { act, textField } from '../session/act.ts';
import { requireRight } from '../session/require-member.ts';

/** Cites the dialog that holds a message: its list is frozen, then shown. */
export const takeReadingAct = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await requireRight(visit, 'view');
    const note = textField(form, 'note');
    const messageId = textField(form, 'messageId');
    const { dialogId } = await citeDialog(
      visit.api,
      { messageId, gapMinutes: Number(textField(form, 'gap')), ...(note === '' ? {} : { note }) },
      // One page may cite each of its dialogs once.
      `${textField(form, 'key')}.${messageId}`,
    );
    throw redirect(paths.citation(dialogId));
  });
