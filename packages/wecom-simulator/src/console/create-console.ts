import { Hono } from 'hono';
import { ARCHIVE_STATES } from '../corp/corp-event.ts';
import type { Corp } from '../corp/corp.ts';
import type { Corps } from '../corp/corps.ts';
import { readPlannedFault } from '../corp/fault-plan.ts';
import { CONTACTS_KINDS } from '../corp/secrets.ts';
import { actOnDirectory } from '../directory/act.ts';
import { Refusal } from '../corp/refusal.ts';
import { loadSamples } from '../samples/load-samples.ts';
import type { HttpContext, HttpEnv } from '../server/http-context.ts';
import { renderCorp } from './corp-page.ts';
import { renderCorps } from './corps-page.ts';
import { createConsoleApi, getCorp, saveCallback, talkNow } from './create-api.ts';
import { renderPage, type Html } from './layout.ts';
import { readCount } from './read-input.ts';
import { readLanguage } from './words.ts';

type Form = Readonly<Record<string, string>>;
type Act = (corp: Corp, form: Form) => void | Promise<unknown>;

const splitIps = (text = ''): string[] => text.split(/[\s,;，；]+/);

/** What each form of a company's page does. */
const ACTS: Readonly<Record<string, Act>> = {
  'trusted-ips': (corp, form) => corp.setTrustedIps(splitIps(form['ips'])),
  'public-keys': (corp, form) => void corp.addPublicKey(form['pem'] ?? ''),
  callback: (corp, form) => saveCallback(corp, form),
  settings: (corp, form) => {
    corp.setArchiveState(ARCHIVE_STATES.find((state) => state === form['state']) ?? 'opened');
    corp.setTalking(form['talking'] === 'on');
  },
  talk: (corp, form) => {
    const numbers = { messages: Number(form['messages']), overMinutes: Number(form['overMinutes']) };
    return talkNow(corp, readCount(numbers, 'messages', 1), readCount(numbers, 'overMinutes', 0) * 60_000);
  },
  samples: (corp) => void loadSamples(corp),
  faults: (corp, form) => {
    const [on, kind] = (form['fault'] ?? '').split(' ');
    const errcode = kind === 'errcode' ? { errcode: Number(form['errcode']) } : {};
    const api = form['api'] ? { api: form['api'] } : {};
    const extent = form['forMinutes']
      ? { forMs: Number(form['forMinutes']) * 60_000 }
      : { times: Number(form['times']) };
    corp.faults.plan(readPlannedFault({ on, kind, ...errcode, ...api, ...extent }, corp.clock.now()));
  },
  app: (corp, form) => {
    corp.setContactsKind(CONTACTS_KINDS.find((kind) => kind === form['kind']) ?? 'sync');
    corp.setAppTrustedIps(splitIps(form['ips']));
  },
  directory: (corp, form) => {
    const [userid = '', externalId = ''] = (form['relation'] ?? '').split(' ');
    actOnDirectory(corp, form['act'] ?? '', { ...(form['relation'] ? { userid, externalId } : {}), ...form });
  },
  'clear-faults': (corp) => corp.faults.clear(),
};

/** The console of an administrator: pages with plain forms, and the same as JSON under `api`. */
export function createConsole(corps: Corps): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  const languageOf = (c: HttpContext) => readLanguage(c.req.query('lang'));
  const show = (c: HttpContext, path: string, body: Html, refused?: Refusal) => {
    const language = languageOf(c);
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'",
    );
    return c.html(renderPage({ language, path, body, refused: refused?.sentence(language) }), refused ? 422 : 200);
  };
  const formOf = async (c: HttpContext): Promise<Form> => {
    const fields = Object.entries(await c.req.parseBody());
    return Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  };

  pages.route('/api', createConsoleApi(corps));
  pages.get('/', (c) => show(c, '/console', renderCorps(corps.list(), languageOf(c))));
  pages.post('/corps', async (c) => {
    const form = await formOf(c);
    const corp = corps.add({ name: form['name'] ?? '', talking: form['talking'] === 'on' });
    return c.redirect(`/console/corps/${corp.corpId}?lang=${languageOf(c)}`, 303);
  });
  pages.get('/corps/:corpId', (c) => {
    const corp = getCorp(corps, c);
    return show(c, `/console/corps/${corp.corpId}`, renderCorp(corp, languageOf(c)));
  });
  pages.post('/corps/:corpId/:act', async (c) => {
    const corp = getCorp(corps, c);
    const act = ACTS[c.req.param('act')];
    if (!act) return c.notFound();
    try {
      await act(corp, await formOf(c));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, `/console/corps/${corp.corpId}`, renderCorp(corp, languageOf(c)), error);
    }
    return c.redirect(`/console/corps/${corp.corpId}?lang=${languageOf(c)}`, 303);
  });
  pages.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.text(error.sentence(languageOf(c)), 404);
  });
  return pages;
}
