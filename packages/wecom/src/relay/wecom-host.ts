/** The only host that the vendor's library calls (reference §1.2), and the only one that the relay lets it name. */
export const WECOM_HOST = 'qyapi.weixin.qq.com';
export const WECOM_PORT = 443;
