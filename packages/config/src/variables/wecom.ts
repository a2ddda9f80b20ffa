import { addressList, mebibytes, seconds } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const egressVariables = {
  HIGHWATER_EGRESS_ADDRESSES: variable(
    addressList,
    'Addresses from which calls to WeCom leave, separated by commas; shown to companies as the trusted IPs to enter.',
    '203.0.113.7,203.0.113.8',
  ),
};

export const cooldownVariables = {
  HIGHWATER_PULL_COOLDOWN_SECONDS: variable(
    seconds.optional(),
    'Seconds after which a member may ask for a pull of the same connection again; 15 unless set, the pace of WeCom itself.',
    '15',
  ),
};

export const pullVariables = {
  HIGHWATER_PULL_INTERVAL_SECONDS: variable(
    seconds.optional(),
    'Seconds between two pulls of a connection; 300 unless set, 10 in development.',
    '300',
  ),
};

export const mediaVariables = {
  HIGHWATER_LARGEST_FILE_MIB: variable(
    mebibytes.default(2048 * 1024 * 1024),
    'Files of messages above so many MiB are not fetched, and their places say so; 2048 unless set, the most that WeCom sends.',
    '2048',
  ),
};
