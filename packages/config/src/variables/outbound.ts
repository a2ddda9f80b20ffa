import { hostList } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const outboundVariables = {
  HIGHWATER_OUTBOUND_HOSTS: variable(
    hostList,
    'Hosts with their port, separated by commas, that companies may name although they are not of the open internet, such as an identity provider of your own network; none unless set.',
    'login.internal.example:8443',
  ),
  HIGHWATER_DNS_SERVERS: variable(
    hostList,
    "Name servers that are asked whether a company's domain is its own, separated by commas; the machine's own unless set.",
    '192.0.2.53',
  ),
};
