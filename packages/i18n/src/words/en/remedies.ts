import type { WordsLike } from '../../words.ts';
import type { remedies as first } from '../zh-CN/remedies.ts';

export const remedies = {
  where: 'Where',
  nothing: 'Nothing to do',
  means: 'For completeness',
  place: {
    corp: 'WeCom admin console, My company › Company information (我的企业 › 企业信息)',
    archive: 'WeCom admin console, Tools › Message archive (管理工具 › 企业会话内容存档)',
    archive_scope: 'WeCom admin console, Tools › Message archive › Scope (管理工具 › 企业会话内容存档 › 开启范围)',
    archive_secret: 'WeCom admin console, Tools › Message archive › Secret (管理工具 › 企业会话内容存档 › Secret)',
    archive_ip: 'WeCom admin console, Tools › Message archive › Trusted IPs (管理工具 › 企业会话内容存档 › 可信IP地址)',
    archive_key:
      'WeCom admin console, Tools › Message archive › Public key (管理工具 › 企业会话内容存档 › 消息加密公钥)',
    app_ip: 'WeCom admin console, App management › Self-built › Trusted IPs (应用管理 › 自建 › 企业可信IP)',
    app_scope: 'WeCom admin console, App management › Self-built › Visible range (应用管理 › 自建 › 可见范围)',
    app_login: 'WeCom admin console, App management › Self-built › Sign-in (应用管理 › 自建 › 企业微信授权登录)',
    contact_apps: 'WeCom admin console, Customer contact › Apps that may call (客户联系 › 可调用接口的应用)',
    connection: 'Here: Connection',
    keys: 'Here: Completeness › Keys',
    server: 'The server that runs this service',
    us: 'Contact us',
  },
  effect: {
    none: 'No message is affected.',
    waiting:
      'The messages of this time are still with WeCom and follow by themselves once it is cured; WeCom keeps them for 5 days only.',
    late: 'Messages from {{from}} to {{until}} may be lost, and more until it is cured; later ones are still with WeCom and follow by themselves.',
    closed: 'The messages are stored and only cannot be opened yet; none is lost.',
    kept: 'What came is kept exactly as received; nothing is lost.',
    unprovable: 'Messages of this time may be lost; completeness cannot be proven.',
    doubtful: 'What is stored is not affected; what was not read can still be fetched for 5 days at most.',
    file: 'The text is complete; a file is missing.',
    names:
      'No message is affected; names, remarks and members stay as they were last seen and follow by themselves once it is cured.',
  },
} as const satisfies WordsLike<typeof first>;
