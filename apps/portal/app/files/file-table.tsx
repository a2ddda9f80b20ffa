import { Form } from '@remix-run/react';
import type { FileFilter, FileView } from '../api/files.ts';
import type { Page } from '../api/types.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { MoreLink } from '../components/more-link.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { secondsLeft } from './time-left.ts';

interface FileTableProps {
  readonly filter: { readonly [Field in keyof FileFilter]: FileFilter[Field] | undefined } & Pick<FileFilter, 'list'>;
  readonly page: Page<FileView>;
  readonly now: number;
  readonly mayRetry: boolean;
  /** The message is read with another right than the ledger. */
  readonly mayRead: boolean;
}

/** Files of one list and cause, one by one, and the list as a table to take along. */
export function FileTable({ filter, page, now, mayRetry, mayRead }: FileTableProps) {
  const { t, fault } = useWords();
  const list = t(`files.list.${filter.list}`);
  const title =
    filter.fault === undefined
      ? t('files.listTitle', { list })
      : t('files.listOf', { list, cause: fault(filter.fault).title });
  return (
    <section id="list" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        <span className="flex flex-wrap items-center gap-2">
          <a href={paths.downloadFileList({ ...filter })} download className={buttonClass('quiet')}>
            {t('files.download')}
          </a>
          <TextLink to={paths.files()}>{t('files.back')}</TextLink>
        </span>
      </div>
      {filter.list === 'unread' && <p className="max-w-prose text-sm text-muted">{t('files.unreadWhy')}</p>}
      {page.items.length === 0 ? (
        <p className="text-sm text-muted">{t(filter.list === 'unread' ? 'files.noUnread' : 'files.noCauses')}</p>
      ) : (
        <Table
          caption={title}
          columns={[
            t('files.column.name'),
            t('files.column.cause'),
            t('files.sent'),
            t('files.keptUntil'),
            <span key="acts" className="sr-only">
              {t('files.retry')}
            </span>,
          ]}
        >
          {page.items.map((file) => (
            <FileRow key={file.mediaId} file={file} now={now} mayRetry={mayRetry} mayRead={mayRead} />
          ))}
        </Table>
      )}
      <MoreLink to={page.nextCursor === null ? null : `${paths.files({ ...filter, cursor: page.nextCursor })}#list`} />
    </section>
  );
}

interface FileRowProps {
  readonly file: FileView;
  readonly now: number;
  readonly mayRetry: boolean;
  readonly mayRead: boolean;
}

function FileRow({ file, now, mayRetry, mayRead }: FileRowProps) {
  const { t, when, fault, formatBytes, formatCount, formatDuration } = useWords();
  const { expiresAt, size, receivedBytes } = file;
  const left = formatDuration(secondsLeft(expiresAt, now));
  return (
    <Row>
      <Cell label={t('files.column.name')}>
        <span className="break-words">{file.fileName ?? t('files.unnamed')}</span>
        <div className="text-xs text-muted tabular-nums">
          {[t(`files.kind.${file.mediaKind}`), ...(size === null ? [] : [formatBytes(size)])].join(' · ')}
        </div>
      </Cell>
      <Cell label={t('files.column.cause')}>
        {file.textFault !== null
          ? fault(file.textFault).title
          : file.fault === null
            ? t('files.turn')
            : file.state === 'wanted'
              ? t('kinds.media.lastTry', { reason: fault(file.fault).title })
              : fault(file.fault).title}
        <div className="text-xs text-muted tabular-nums">
          {[
            ...(receivedBytes > 0 && size !== null && file.state === 'wanted'
              ? [t('files.gotSoFar', { got: formatBytes(receivedBytes), total: formatBytes(size) })]
              : []),
            ...(file.attempts > 0 ? [t('files.attempts', { count: formatCount(file.attempts) })] : []),
            ...(file.nextTryAt === null ? [] : [t('files.nextTry', { time: when(file.nextTryAt) })]),
          ].join(' · ')}
        </div>
      </Cell>
      <Cell number label={t('files.sent')}>
        <span className="whitespace-nowrap">{when(file.sentAt)}</span>
        {mayRead && (
          <div>
            <TextLink to={paths.message(file.messageId)}>{t('files.toMessage')}</TextLink>
          </div>
        )}
      </Cell>
      <Cell number label={t('files.keptUntil')}>
        {expiresAt <= now
          ? t('files.expired', { time: when(expiresAt) })
          : t('files.expiresIn', { time: when(expiresAt), left })}
      </Cell>
      <Cell label="">
        {file.mayRetry && mayRetry && (
          <Form method="post">
            <HiddenFields values={{ mediaId: file.mediaId }} />
            <Button look="quiet" className="-my-1.5">
              {t('files.retry')}
            </Button>
          </Form>
        )}
        {!file.mayRetry && file.state !== 'stored' && (
          <span className="text-xs text-muted">{t('files.cannotRetry')}</span>
        )}
      </Cell>
    </Row>
  );
}
