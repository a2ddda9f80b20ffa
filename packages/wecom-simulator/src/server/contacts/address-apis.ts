import { ANY_TOKEN, type ContactApi } from './contact-api.ts';

/** Addresses reserved for documentation: nothing of WeCom's is behind them. */
const CALLBACK_IPS = ['192.0.2.10', '192.0.2.11', '192.0.2.12'];
const API_IPS = ['198.51.100.20', '198.51.100.21'];

export const ADDRESS_APIS: readonly ContactApi[] = [
  { method: 'GET', path: 'getcallbackip', opens: ANY_TOKEN, answer: () => ({ ip_list: CALLBACK_IPS }) },
  { method: 'GET', path: 'get_api_domain_ip', opens: ANY_TOKEN, answer: () => ({ ip_list: API_IPS }) },
];
