import { fullMail, mailList } from '../schemas/mailbox.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listMails, listMailsInput, readMail, readMailInput } from './read-mails.ts';

/** Development only; not in the OpenAPI document. */
export const devRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/dev/mailbox',
      operation: 'listMails',
      summary: 'Mails of the development mailbox',
      audience: 'anyone',
      input: listMailsInput,
      answer: mailList,
    },
    listMails,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/dev/mailbox/{mailId}',
      operation: 'readMail',
      summary: 'One mail of the development mailbox',
      audience: 'anyone',
      input: readMailInput,
      answer: fullMail,
    },
    readMail,
  ),
];
