import type { AllFaultWords } from '../../fault-words.ts';
import { accessFaults } from './access-faults.ts';

export const faults = {
  ...accessFaults,
  'request.malformed': {
    title: 'Something is not filled in correctly',
    cure: 'Correct the marked fields and send again.',
  },
  'request.too_large': { title: 'This is too large to send', cure: 'Reduce it and send again.' },
  'saved_search.name_taken': {
    title: 'A saved search has this name already',
    cure: 'Choose another name, or delete the other one first.',
  },
  'saved_search.too_many': { title: '100 searches are saved already', cure: 'Delete one that is no longer used.' },
  'request.conflict': {
    title: 'Somebody else changed this a moment ago',
    cure: 'Reload the page, look at the new state, then change it.',
  },
  'request.too_many': { title: 'Too many attempts', cure: 'Wait a minute, then try again.' },
  'host.refused': {
    title: 'This address may not be asked',
    cure: 'Use an https address that is reachable on the internet, without a user name in it.',
  },
  'host.unreachable': {
    title: 'The address did not answer',
    cure: 'Check the address, that it has a valid certificate, and that it answers from the internet; then try again.',
  },
  'host.too_large': { title: 'The address answered with too much', cure: 'Check that the address is the right one.' },
  'mail_link.expired': {
    title: 'The link has expired or was used',
    cure: 'Ask for a new mail; only the newest link works.',
  },
  'enrolment.expired': {
    title: 'This link was used already or is too old',
    cure: 'It works once, for 30 minutes. Have another one made: npm run highwater -- operator invite.',
  },
  'thing.missing': {
    title: 'Not found',
    cure: 'Check that the address is complete. It may also have been deleted, or lie outside what you may see.',
  },
  'cursor.invalid': { title: 'This page position is not valid', cure: 'Start again from the first page.' },
  'idempotency.mismatch': {
    title: 'The same request ID came with different content',
    cure: 'Reload the page and send again.',
  },
  'corp_id.malformed': {
    title: 'This is not the form of a corp ID',
    cure: 'A corp ID begins with ww and has 18 characters. Copy it from the foot of 我的企业 › 企业信息 in the WeCom admin console.',
  },
  'corp_id.wrong': {
    title: 'WeCom does not know this corp ID',
    cure: 'In the WeCom admin console, open 我的企业 › 企业信息 and copy “企业ID” from the foot of the page, without spaces.',
  },
  'corp.already_connected': {
    title: 'This corp is already connected to a company',
    cure: 'A corp ID can be connected once. Ask an admin of that company to invite you, or ask us to check who owns it.',
  },
  'secret.wrong': {
    title: 'The archive secret is not correct',
    cure: 'In the WeCom admin console, open 管理工具 › 企业会话内容存档, choose “查看” beside Secret, receive it on your phone and copy all of it. After a reset, the old secret no longer works.',
  },
  'secret.wrong_kind': {
    title: 'This secret is valid, but it is not the archive secret',
    cure: 'Archive, customer contact and contacts each have a secret of their own. Use the one on 管理工具 › 企业会话内容存档.',
  },
  'secret.unproven': {
    title: 'WeCom could not be asked about the new secret just now, so it was not replaced',
    cure: 'Nothing was changed, and the present secret stays in use. Give the new secret again in a few minutes.',
  },
  'ip.untrusted': {
    title: 'WeCom refused our address: it saw {{ip}}',
    cure: 'In the WeCom admin console, open 管理工具 › 企业会话内容存档 › 可信IP地址, add {{ip}} and save. It takes effect after about a minute; then check again.',
  },
  'archive.not_opened': {
    title: 'This company has not opened the message archive',
    cure: 'In the WeCom admin console, open the feature at 管理工具 › 企业会话内容存档 and choose the employees to archive. Then check again here.',
  },
  'archive.expired': {
    title: 'The message archive service has expired',
    cure: 'Renew it in the WeCom admin console at 管理工具 › 企业会话内容存档. WeCom keeps messages for 5 days only: what is older than that when it is renewed is lost, the rest comes by itself.',
  },
  'wecom.unreachable': {
    title: 'WeCom cannot be reached at the moment',
    cure: 'This is retried automatically. Contact us if it lasts longer than an hour.',
  },
  'wecom.throttled': {
    title: 'WeCom limits the rate of calls',
    cure: 'Calls slow down and are retried automatically. Nothing to do.',
  },
  'wecom.busy': { title: 'WeCom is busy', cure: 'This is retried automatically. Nothing to do.' },
  'wecom.token_refused': {
    title: 'WeCom issued no access token',
    cure: 'This is retried automatically. If it stays, check corp ID, secret and trusted IP again on the Connection page.',
  },
  'wecom.failing': {
    title: 'WeCom’s servers gave no proper answer (HTTP {{status}})',
    cure: 'This is retried automatically. If it lasts more than an hour, contact us.',
  },
  'wecom.error': {
    title: 'WeCom answered with error {{code}}',
    cure: 'This is retried automatically. If it stays, send us the error code.',
  },
  'wecom.certificate': {
    title: "The certificate on WeCom's side was not valid, so the connection was cut",
    cure: "Something on the way may be intercepting it. Check the server's outgoing proxy and its clock. No secret is sent until the certificate is right.",
  },
  'wecom.arguments': {
    title: 'WeCom refused the arguments of a call ({{code}})',
    cure: 'This is a fault of the service and has been recorded. An empty corp ID or secret does the same: check them on the Connection page.',
  },
  'library.missing': {
    title: "WeCom's archive library was not found",
    cure: 'The operator downloads it from WeCom, names its place in the configuration and runs highwater doctor.',
  },
  'library.refused': {
    title: "WeCom's archive library does not match the hash on record and was not loaded",
    cure: 'The operator checks where it came from, records its SHA-256 and runs highwater doctor.',
  },
  'helper.died': {
    title: 'The pulling process ended unexpectedly and was started again',
    cure: 'It goes on where it stopped. If it keeps happening, contact us.',
  },
  'helper.timed_out': {
    title: 'The pulling process did not answer in time and was started again',
    cure: 'It goes on where it stopped. If it keeps happening, contact us.',
  },
  'page.garbled': {
    title: 'A batch of messages from WeCom was incomplete',
    cure: 'The batch was not stored and the cursor did not move; it will be pulled again.',
  },
  'page.order': {
    title: 'WeCom returned message numbers out of order',
    cure: 'The batch was not stored and the cursor did not move; it will be pulled again.',
  },
  'envelope.conflict': {
    title: 'Two different contents arrived for message number {{seq}}',
    cure: 'Both are kept. Check whether the corp was changed or the archive reset in WeCom, and contact us if in doubt.',
  },
  'key.missing': {
    title: 'Messages that wait for the private key of version {{publickeyVer}}: {{count}}',
    cure: 'Import the private key of version {{publickeyVer}} at Completeness › Keys and the sealed messages open by themselves. Versions are listed in the WeCom admin console at 管理工具 › 企业会话内容存档 › 消息加密公钥.',
  },
  'key.wrong': {
    title: 'Messages that the private key of version {{publickeyVer}} does not open: {{count}}',
    cure: 'Compare the public key at 管理工具 › 企业会话内容存档 › 消息加密公钥 in the WeCom admin console with the one at Completeness › Keys, then add the right private key.',
  },
  'key.malformed': {
    title: 'This is not a usable RSA private key of 2048 bits',
    cure: 'Paste the whole PEM, from -----BEGIN to -----END; PKCS#1 and PKCS#8 both work, a passphrase does not.',
  },
  'key.known': {
    title: 'This key is in the key ring already',
    cure: 'There is no need to add it again; it stands in the list of keys.',
  },
  'key.needed': {
    title: 'This key cannot be removed yet. Messages that need it, or may need it: {{count}}',
    cure: 'A key is kept until no message needs it.',
  },
  'key.only': {
    title: 'This is the only key of the connection and cannot be removed',
    cure: 'Make or import another key first, and enter its public half in the WeCom admin console.',
  },
  'envelope.unreadable': {
    title: 'Messages whose ciphertext is damaged and cannot be opened: {{count}}',
    cure: 'The original is kept and will be tried again. Contact us if it stays closed.',
  },
  'message.unknown': {
    title: 'Messages of types not known yet: {{count}}',
    cure: 'The original is kept and shown complete; it will be recognised after an update.',
  },
  'envelope.opened_differently': {
    title: 'Seq {{seq}} opened to different content by two methods',
    cure: 'The original is kept in full. Contact us to look into it.',
  },
  'archive.silent': {
    title: 'WeCom has not answered for {{hours}} hours',
    cure: 'WeCom keeps messages for 5 days only; {{hoursLeft}} hours are left before the first are lost. Cure the connection problems that are listed, then pull now. If none is listed, check the network of the server, and contact us.',
  },
  'archive.window_passed': {
    title: 'Messages from {{from}} to {{until}} may be lost; completeness cannot be proven',
    cure: 'WeCom keeps messages for 5 days only: until it answers again more are lost, and what came later follows by itself. Cure the connection problems that are listed, then pull now. If none is listed, check the network of the server, and contact us. The Completeness page marks the time without an answer for good.',
  },
  'pull.too_soon': { title: 'A pull has just been made', cure: 'The next one is possible in {{seconds}} seconds.' },
  'range.invalid': {
    title: 'The range of numbers is not right',
    cure: 'It begins at or before its end, holds at most {{most}} numbers, and does not go beyond what has been pulled.',
  },
  'callback.refused': {
    title: 'The callback did not pass verification',
    cure: "Compare Token and EncodingAESKey in WeCom's admin console with those shown here.",
  },
  'ledger.broken': {
    title: 'From page {{page}} on the ledger does not match its chain',
    cure: 'Change nothing and contact us at once.',
  },
  'messages.none': {
    title:
      'The connection works, but no message came for {{hours}} hours; at other times about {{expected}} come in these hours',
    cure: 'WeCom’s callbacks in this time: {{callbacks}}. There are three possibilities: there is nothing new (a holiday, say); messages could not be read (cure the other findings first); or they may not be archived: at 管理工具 › 企业会话内容存档, check that employees are chosen and the service has not expired; external chats also need the consent of the customer. Have one of these employees send a message and look again in a few minutes.',
  },
  'selection.empty': {
    title: 'No message fits the selection',
    cure: 'Leave out a condition or choose another time, and export again.',
  },
  'contact.unknown': {
    title: 'WeCom does not find this external contact',
    cure: 'The contact may have been removed. The messages and the ID stay as archived. Nothing to do.',
  },
  'person.unknown': {
    title: 'WeCom does not find this employee',
    cure: 'The employee may have left or got another account name. The messages and the ID stay as archived. Nothing to do.',
  },
  'department.unknown': {
    title: 'WeCom does not find this department',
    cure: 'The department may have been removed. The messages stay as archived. Nothing to do.',
  },
  'room.unknown': {
    title: 'WeCom does not find this room',
    cure: 'It may have been dismissed, or started from the WeChat side. It is asked for again after an hour, then after twice as long each time, up to seven days. Nothing to do.',
  },
  'room.internal': {
    title: 'This is an internal room, not a customer room',
    cure: 'It is asked for as an internal room. Nothing to do.',
  },
  'secret.missing': {
    title: 'This kind of secret was not given',
    cure: 'Add it on the connection page. Until then the people concerned are shown by their ids; messages are archived all the same.',
  },
  'copy.no_decoder': {
    title: 'This server has no program that opens it',
    cure: 'The original is whole and can be downloaded.',
  },
  'copy.unreadable': {
    title: 'The file is damaged or not what it says it is',
    cure: 'The original is kept as it came and can be downloaded.',
  },
  'copy.too_costly': {
    title: 'The file is too large or too complex for a copy',
    cure: 'The original is whole and can be downloaded.',
  },
  'copy.pending': { title: 'The copy is still being made', cure: 'Try again in a moment.' },
  'scope.missing': {
    title: 'The app may not read this person, department or contact',
    cure: 'In the WeCom admin console, open 应用管理 › 自建 › 可见范围 and add the departments whose names are to be shown. Messages are not affected; until then the ID is shown.',
  },
  'app.not_permitted': {
    title: 'The app may not make this call',
    cure: 'In the WeCom admin console, open 客户联系 › 可调用接口的应用 and choose the app. Messages are not affected.',
  },
  'login.unregistered': {
    title: 'The address of this site is not registered for signing in with WeCom',
    cure: 'In the WeCom admin console, enter it at 应用管理 › 自建 › 企业微信授权登录. Messages are not affected.',
  },
  'media.expired': {
    title: 'The file is past WeCom’s retention and can no longer be fetched',
    cure: 'The text is not affected. The sender may still have the original.',
  },
  'media.bad_id': {
    title: 'WeCom does not accept the ID of this file',
    cure: 'The text is not affected. The sender may still have the original.',
  },
  'media.undecryptable': {
    title: 'WeCom cannot decrypt this file',
    cure: 'The text is not affected. The sender may still have the original.',
  },
  'media.no_id': {
    title: 'WeCom gave no ID for this file',
    cure: 'It cannot be fetched. The text is not affected; the sender may still have the original.',
  },
  'media.size_differs': {
    title: 'The fetched file has another size than the message says',
    cure: 'It is fetched once more. If it still differs, it is kept as fetched and marked.',
  },
  'media.md5_differs': {
    title: 'The fetched file has another checksum than the message says',
    cure: 'It is fetched once more. If it still differs, it is kept as fetched and marked.',
  },
  'media.too_large': {
    title: 'The file is larger than can be archived',
    cure: 'The text is not affected. The sender may still have the original.',
  },
  'media.pending': { title: 'The file is still being fetched', cure: 'Reload the page in a few minutes.' },
  'media.interrupted': {
    title: 'Fetching the file was interrupted',
    cure: 'It continues from where it stopped. Nothing to do.',
  },
  'export.not_ready': {
    title: 'The export is still running',
    cure: 'You can leave this page; the download appears on the Exports page.',
  },
  'export.expired': {
    title: 'The exported file has expired and was deleted',
    cure: 'Export again with the same selection.',
  },
  'export.beyond_rights': {
    title: 'This package holds messages that you may not see now, so it cannot be downloaded',
    cure: 'What you may see was narrowed after the export. Ask for it again with the same selection: the new package holds only what you may see now.',
  },
  'export.failed': { title: 'The export did not finish', cure: 'Try again. If it fails again, send us the export ID.' },
  'export.cancelled': { title: 'The export was cancelled', cure: 'Export again when you need it.' },
  'object.missing': {
    title: 'The file is not in the storage',
    cure: 'Try again later. If it stays missing, contact us and we check the backup.',
  },
  'object.damaged': {
    title: 'The stored file does not pass its check',
    cure: 'The download was stopped rather than giving wrong content. Contact us to restore it from the backup.',
  },
  'storage.unavailable': {
    title: 'The file storage cannot be used right now',
    cure: 'Try again in a while. If it stays so, contact us to check its space and connection.',
  },
  'index.drifted': {
    title: 'The search index differed from the archive in {{count}} places and was repaired',
    cure: 'Missing: {{missing}}, too many: {{extra}}, different: {{differing}}. The archive itself is not affected; this closes by itself when the next check finds no difference.',
  },
  'index.unreadable': {
    title: '{{count}} messages cannot be found by their words',
    cure: 'Their kept originals do not open; they are still found by people, time and type. Contact us to check keys and storage.',
  },
  'index.refused': {
    title: 'The fast search server refused {{count}} messages',
    cure: 'Searching goes on in the archive itself, complete and a little slower; the messages are offered again. Contact us if this stays.',
  },
  'index.not_offered': {
    title: 'No fast search server is set up here',
    cure: 'The index of the archive itself is always there and complete. Contact us for a fast search server.',
  },
  'search.unavailable': {
    title: 'The fast search server gives no answer right now',
    cure: 'Searching goes on in the archive itself, complete and a little slower. Nothing needs to be done here.',
  },
  'search.refused': {
    title: 'The fast search server refused a request',
    cure: 'Searching goes on in the archive itself. Contact us to check the keys and the version of the search server.',
  },
  'search.missing': {
    title: 'The fast search server does not hold this index',
    cure: 'Searching goes on in the archive itself. Build the index anew on the page of the index.',
  },
  'mail.refused': {
    title: 'The mail could not be sent',
    cure: 'Check the address. Sending is retried automatically, and everything in it can be opened here.',
  },
  'database.full': {
    title: 'Storage is full, so new messages cannot be kept right now',
    cure: 'The cursor has not moved; it goes on from there by itself once there is room.',
  },
  'database.unavailable': {
    title: 'Data cannot be read or written at the moment',
    cure: 'Try again shortly. Messages already received are safe.',
  },
  internal: {
    title: 'Something went wrong on our side',
    cure: 'Try again. If it stays, send us the request ID shown on the page.',
  },
} as const satisfies AllFaultWords;
