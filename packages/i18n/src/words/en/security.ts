import type { WordsLike } from '../../words.ts';
import type { security as first } from '../zh-CN/security.ts';

export const security = {
  title: 'Who can read what',
  lead: 'What every kind of person can see of an archive, and what we cannot prevent.',
  company: {
    title: 'People of the company',
    owner: 'Owners can read everything and decide what others can read. A company has at least one.',
    roles:
      'Admins and compliance officers can read everything. Legal, auditors, reviewers, viewers and exporters read the conversations granted to them, and do with them what their role allows. The billing role reads no content. A company can make roles of its own.',
    now: 'Rights are worked out anew at every request. What is taken away is gone at the next one.',
    log: "Viewing, searching, playing, downloading, exporting, granting, settings, sign-ins and refusals stand in the company's own audit log. Nobody can edit it through the product; its lines form a chain that is signed at intervals. Words that were searched for are sealed and need a right of their own.",
  },
  operators: {
    title: 'Operators',
    console:
      'Those who operate this service sign in on a host name of its own, with accounts of their own and passkeys only. They see names of companies, states, counts, times and faults; no messages, no names of people, no words searched for.',
    never:
      'The console cannot touch members, e-mail addresses, second factors, identity providers or recipients of exports. It has no such function, and the database columns that it reads are listed one by one and tested.',
    enrol: 'Operator accounts are made by a command on the server; no page makes one.',
  },
  support: {
    title: 'Support access',
    asked:
      'To help, an operator can ask to look at a company and has to say why. Only the owner can approve, may narrow scope and hours, and may refuse.',
    limits:
      'Support access is read-only, lasts at most 4 hours and stays within the approved scope. It changes nothing, exports nothing, downloads no files and does not see the audit log. Conversations are those of people and rooms that the owner named.',
    shown:
      "Every look stands in the company's own audit log with the operator's name and the number of the request. At the end the owner gets a mail that says what was looked at and how often.",
    end: 'The owner can end it at any time: the next request is refused, and open files break off within 5 seconds.',
  },
  root: {
    title: 'Database administrators and root',
    database:
      'In the database, texts of messages, texts of files, words searched for and credentials are sealed; ids, times, kinds, names of people and rooms, e-mail addresses and counts are clear. Whoever only reads the database sees the clear part and no texts.',
    writes:
      'Whoever can write to the database can make themselves a member of a company and then read through the product. The database does not prevent that; the chain of the audit log shows where the log was changed.',
    root: 'While the service runs, its keys are in memory. Root on a server can read memory and key files, and therefore everything, passwords that people type included. No software prevents that; only limiting who is root does.',
    hosting: 'Where you host it yourself, these people are your own administrators.',
  },
  storage: {
    title: 'How content is kept',
    sealed:
      'Every company has a data key of its own; texts, files and words searched for are sealed with it by AES-256-GCM. Data keys are wrapped by a key that is kept outside of the database. Once the data key of a company is destroyed, its texts and files can never be opened again.',
    index:
      'The search index that is on by default holds keyed hashes and no text. Where a company has Typesense switched on, Typesense holds clear text, and whoever reads the disk of that server can read it. Each company can switch it off.',
    credentials:
      'Secrets and private keys for WeCom are sealed so that only the background worker opens them; pages can write them and never read them.',
    backups:
      'In a backup, what is sealed stays sealed and what is clear stays clear. Whoever has a backup and the wrapping key can read everything.',
  },
  outside: {
    title: 'Others',
    wecom:
      'Messages come from WeCom: Tencent carries and stores them before we get them. We do not see how Tencent handles them and cannot limit it. Tencent knows when the archive is pulled, and from which address.',
    mail: 'Mails from us hold counts, names, links and the reasons of support requests, no message content. The mail provider sees addresses, names of companies and links; a link to an export opens only after sign-in.',
    exports: 'A downloaded export is clear. Keeping it safe is up to whoever downloaded it.',
    provider:
      'Where a company uses single sign-on, its identity provider decides who signs in as whom in that company.',
  },
} as const satisfies WordsLike<typeof first>;
