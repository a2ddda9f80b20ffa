import { redirect, redirectDocument, type LoaderFunctionArgs } from '@remix-run/node';
import { getLink } from '../../api/exports.ts';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';

/** Leads on to the package of a mailed link, or back to the page that says why there is none. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireMember(visit);
    const token = params['token'] ?? '';
    const link = await getLink(visit.api, token);
    throw link.export.refusal === null ? redirectDocument(paths.linkFile(token)) : redirect(paths.link(token));
  });

/** Problems of the link are shown in its place. */
export default function DownloadLink() {
  return null;
}
