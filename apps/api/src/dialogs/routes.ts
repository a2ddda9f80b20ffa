import { dialogPage, frozenDialogPage, frozenDialogText, frozenDialogView, oneDialogView } from '../schemas/dialog.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { freezeDialog, freezeDialogInput } from './freeze-dialog.ts';
import { getDialog, getDialogInput } from './get-dialog.ts';
import { listConversationDialogs, listDialogsInput } from './list-dialogs.ts';
import {
  getFrozenDialog,
  getFrozenInput,
  listFrozenDialogs,
  listFrozenInput,
  removeFrozenDialog,
  removeFrozenInput,
} from './read-frozen.ts';

const member = { audience: 'member' } as const;

export const dialogRoutes = [
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/messages/{messageId}/dialog',
      operation: 'getDialog',
      summary: 'The dialog that holds a message',
      input: getDialogInput,
      answer: oneDialogView,
    },
    getDialog,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/conversations/{conversationId}/dialogs',
      operation: 'listConversationDialogs',
      summary: 'Dialogs of a conversation, newest first',
      input: listDialogsInput,
      answer: dialogPage,
    },
    listConversationDialogs,
  ),
  defineRoute(
    {
      ...member,
      method: 'post',
      path: '/dialogs',
      operation: 'freezeDialog',
      summary: 'Cite a dialog: keep the list of its messages',
      input: freezeDialogInput,
      status: 201,
      answer: frozenDialogView,
      creates: true,
    },
    freezeDialog,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/dialogs',
      operation: 'listFrozenDialogs',
      summary: 'Cited and exported dialogs, the last first',
      input: listFrozenInput,
      answer: frozenDialogPage,
    },
    listFrozenDialogs,
  ),
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/dialogs/{dialogId}',
      operation: 'getFrozenDialog',
      summary: 'A frozen dialog with its messages',
      input: getFrozenInput,
      answer: frozenDialogText,
    },
    getFrozenDialog,
  ),
  defineRoute(
    {
      ...member,
      method: 'delete',
      path: '/dialogs/{dialogId}',
      operation: 'removeFrozenDialog',
      summary: 'Take a citation back',
      input: removeFrozenInput,
      answer: 'nothing',
      faults: ['request.conflict'],
    },
    removeFrozenDialog,
  ),
];
