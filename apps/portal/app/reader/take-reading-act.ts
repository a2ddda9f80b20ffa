import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { freezeDialog } from '../api/reading.ts';
import { paths } from '../paths.ts';
import { act, textField } from '../session/act.ts';
import { requireRight } from '../session/require-member.ts';

/** Cites or exports the dialog that holds a message: its list is frozen, then shown or handed to a new export. */
export const takeReadingAct = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const isExport = textField(form, 'intent') === 'export';
    await requireRight(visit, isExport ? 'export' : 'view');
    const note = textField(form, 'note');
    const messageId = textField(form, 'messageId');
    const reason = isExport ? 'exported' : 'cited';
    const { dialogId } = await freezeDialog(
      visit.api,
      { messageId, gapMinutes: Number(textField(form, 'gap')), reason, ...(note === '' ? {} : { note }) },
      // One page may freeze each of its dialogs once for each reason.
      `${textField(form, 'key')}.${messageId}.${reason}`,
    );
    throw redirect(isExport ? paths.newExport({ dialog: dialogId }) : paths.citation(dialogId));
  });
