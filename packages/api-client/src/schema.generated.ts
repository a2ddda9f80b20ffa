// Generated from openapi.json by `npm run generate`; do not edit.
import type { CanonicalMessage } from "@highwater/domain";
export interface paths {
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in, for which company, with which rights */
        readonly get: operations["getMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Choose the language of pages and mails */
        readonly patch: operations["changeMe"];
        readonly trace?: never;
    };
    readonly "/v1/me/companies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make a company; who makes it is its owner */
        readonly post: operations["createCompany"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where one is signed in */
        readonly get: operations["listSessions"];
        readonly put?: never;
        readonly post?: never;
        /** End all of one’s other sessions */
        readonly delete: operations["endOtherSessions"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/sessions/{sessionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End one of one’s sessions */
        readonly delete: operations["endSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/security": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How one’s account is secured */
        readonly get: operations["getSecurity"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/proof": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Show password or code again */
        readonly post: operations["prove"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Change one’s password */
        readonly put: operations["changePassword"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Begin to set up an authenticator app */
        readonly post: operations["beginTotp"];
        /** Remove the authenticator app */
        readonly delete: operations["removeTotp"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/totp/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let the authenticator app count */
        readonly post: operations["confirmTotp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/recovery-codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make new recovery codes */
        readonly post: operations["renewRecoveryCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/passkeys/{passkeyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove a passkey */
        readonly delete: operations["removePasskey"];
        readonly options?: never;
        readonly head?: never;
        /** Rename a passkey */
        readonly patch: operations["renamePasskey"];
        readonly trace?: never;
    };
    readonly "/v1/settings/second-factor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the company demands a second factor */
        readonly get: operations["getFactorRule"];
        /** Demand a second factor, or not */
        readonly put: operations["changeFactorRule"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members/{memberId}/factor-reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take lost second factors off a member */
        readonly post: operations["resetFactors"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the archive is whole and healthy */
        readonly get: operations["getOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Connected corps with their checks */
        readonly get: operations["listConnections"];
        readonly put?: never;
        /** Connect a corp; waits up to 20 s for WeCom to accept it */
        readonly post: operations["createConnection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One connected corp */
        readonly get: operations["getConnection"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/preflight": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Check every step again; waits up to 15 s for the result */
        readonly post: operations["runPreflight"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/pull": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Fetch new messages now; refused with Retry-After for 15 s after the last time */
        readonly post: operations["pullNow"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/pulling": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Pull continuously, or once a day at an hour of the company’s zone */
        readonly patch: operations["changePulling"];
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make address, Token and EncodingAESKey for WeCom’s events; shown once, the ones before stop working */
        readonly post: operations["makeCallback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Replace the archive secret; waits up to 20 s for WeCom to accept the new one, until then the old one stays */
        readonly put: operations["replaceSecret"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/secrets/{purpose}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Give or replace the secret of customer contact or of contacts; waits up to 20 s for WeCom. One that waits for something to be done at WeCom is kept with its cause */
        readonly put: operations["setSecret"];
        readonly post?: never;
        /** Remove a further secret; what it brought stays */
        readonly delete: operations["removeSecret"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/secrets/{purpose}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Prove a further secret again; waits up to 15 s for the result */
        readonly post: operations["checkSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/repulls": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The last ranges of numbers that WeCom was asked for again */
        readonly get: operations["listRepulls"];
        readonly put?: never;
        /** Ask WeCom for a range of numbers again, at most 100,000, and keep what is not stored */
        readonly post: operations["requestRepull"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The key rings, and what waits for keys that are not there */
        readonly get: operations["listKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make a key pair; waits up to 15 s until it is proven on itself */
        readonly post: operations["makeKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/keys/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Bring the private key of a vendor before along */
        readonly post: operations["importKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/keys/{keyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Take a key out of the ring that no message needs */
        readonly delete: operations["removeKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/quarantine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is stored and not readable, by cause, and the work on it */
        readonly get: operations["getQuarantine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/quarantine/envelopes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Envelopes that are not opened, newest first */
        readonly get: operations["listQuarantined"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/quarantine/reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open sealed or damaged envelopes once more */
        readonly post: operations["reopenQuarantine"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/quarantine/reparse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Parse kept messages again */
        readonly post: operations["reparseMessages"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/completeness": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is stored of what WeCom returned, and what is missing */
        readonly get: operations["getCompleteness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Public keys of the ledger’s signatures, PEM */
        readonly get: operations["downloadLedgerKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/{connectionId}/file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ledger as a file that is verified without the service */
        readonly get: operations["downloadLedger"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/{connectionId}/checkpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Signed checkpoints of the ledger, to be kept elsewhere */
        readonly get: operations["downloadCheckpoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/{connectionId}/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ledger day by day, newest first */
        readonly get: operations["listLedgerDays"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/{connectionId}/days/{day}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One day of the ledger and its pages */
        readonly get: operations["getLedgerDay"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/{connectionId}/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Compare every stored page with the ledger */
        readonly post: operations["verifyLedger"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is wrong and what to do */
        readonly get: operations["listFindings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/messages/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Messages that hold all of the words and filters, newest first */
        readonly get: operations["searchMessages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/messages/facets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many messages hold the words and filters, by day, kind, direction, person and room */
        readonly get: operations["countMatches"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/messages/{messageId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One message */
        readonly get: operations["getMessage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/messages/{messageId}/original": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A message as WeCom sent it */
        readonly get: operations["getOriginal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/messages/{messageId}/context": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was said around a message */
        readonly get: operations["readContext"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/saved-searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Searches that you keep */
        readonly get: operations["listSavedSearches"];
        readonly put?: never;
        /** Keep a search, for yourself alone */
        readonly post: operations["saveSearch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/saved-searches/{searchId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Keep a search no longer */
        readonly delete: operations["deleteSavedSearch"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Conversations, latest first */
        readonly get: operations["listConversations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{conversationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One conversation */
        readonly get: operations["getConversation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{conversationId}/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Days on which something was said */
        readonly get: operations["listConversationDays"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{conversationId}/at": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The first message at or after a time, else the last before it */
        readonly get: operations["findMessageAt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/messages/{messageId}/dialog": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The dialog that holds a message */
        readonly get: operations["getDialog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conversations/{conversationId}/dialogs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Dialogs of a conversation, newest first */
        readonly get: operations["listConversationDialogs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dialogs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Cited and exported dialogs, the last first */
        readonly get: operations["listFrozenDialogs"];
        readonly put?: never;
        /** Cite a dialog: keep the list of its messages */
        readonly post: operations["freezeDialog"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dialogs/{dialogId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A frozen dialog with its messages */
        readonly get: operations["getFrozenDialog"];
        readonly put?: never;
        readonly post?: never;
        /** Take a citation back */
        readonly delete: operations["removeFrozenDialog"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Employees, external contacts and robots of the archive */
        readonly get: operations["listPeople"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{personKey}/consents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What an external contact decided about being archived */
        readonly get: operations["listConsents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/people/{personKey}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everything known of one person, with how it was before */
        readonly get: operations["getPerson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/people/{personKey}/separate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says that an id is another person than those with its unionid */
        readonly post: operations["separateCustomer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/people/{personKey}/join": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Takes back that an id is another person */
        readonly post: operations["joinCustomer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{connectionId}/{personKey}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What one customer said and heard in all conversations, in one order of time */
        readonly get: operations["readTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{connectionId}/{personKey}/timeline/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Days on which a customer said or heard something */
        readonly get: operations["listTimelineDays"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rooms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Customer rooms and internal rooms */
        readonly get: operations["listRooms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/rooms/{roomId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A room with its names, owners and notices over time */
        readonly get: operations["getRoom"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connections/{connectionId}/rooms/{roomId}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is in a room, or who left it */
        readonly get: operations["listMembersOfRoom"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/coverage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many people and rooms are complete, which are not and why, and who is in scope */
        readonly get: operations["getCoverage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/coverage/{kind}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** People or rooms that are not complete */
        readonly get: operations["listIncomplete"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/scope": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Employees by how they stand to the archive's scope */
        readonly get: operations["listScope"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/coverage/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Look again at a person or room, at all of one cause, or at a whole kind */
        readonly post: operations["retryCoverage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/media/{mediaId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A file's bytes, whole or a range */
        readonly get: operations["sendMedia"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/media/{mediaId}/copies/{copy}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A copy of a file that a browser can play or show, whole or a range; or the text of a file */
        readonly get: operations["sendCopy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files wanted, got and absent, with what the hashes said */
        readonly get: operations["getFileLedger"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/files/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files by the UTC day of their messages */
        readonly get: operations["listFileDays"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/files/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files that are still to come, not to be had, other than announced, or without a searchable text */
        readonly get: operations["listFiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/files/list.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same as a table */
        readonly get: operations["downloadFileList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/files/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Fetch files again that are absent or still to come */
        readonly post: operations["retryFiles"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/index": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How much of the archive a search finds, and the work on that */
        readonly get: operations["getSearchIndex"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/index/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Compare the search index with the archive and repair it */
        readonly post: operations["checkSearchIndex"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/index/rebuild": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make the search index anew, while it goes on answering */
        readonly post: operations["rebuildSearchIndex"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/index/typesense": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Switch the fast search server on or off */
        readonly put: operations["switchTypesense"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Exports, newest first */
        readonly get: operations["listExports"];
        readonly put?: never;
        /** Ask for a package of a selection */
        readonly post: operations["requestExport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{exportId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One export and how far it is */
        readonly get: operations["getExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{exportId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Stop a build */
        readonly post: operations["cancelExport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{exportId}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The package, whole or a range */
        readonly get: operations["downloadExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/links/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a mailed link leads to, for its addressee */
        readonly get: operations["getExportLink"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/links/{token}/download": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The package behind a mailed link */
        readonly get: operations["downloadExportLink"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/export-schedules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Daily exports with their last runs */
        readonly get: operations["listSchedules"];
        readonly put?: never;
        /** Mail the package of the day before, every day at a local time */
        readonly post: operations["createSchedule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/export-schedules/{scheduleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Delete a schedule */
        readonly delete: operations["deleteSchedule"];
        readonly options?: never;
        readonly head?: never;
        /** Change or pause a schedule */
        readonly patch: operations["changeSchedule"];
        readonly trace?: never;
    };
    readonly "/v1/export-schedules/{scheduleId}/run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Run it now */
        readonly post: operations["runSchedule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Members of the company */
        readonly get: operations["listMembers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members/{memberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A member with its role and grants */
        readonly get: operations["getMember"];
        readonly put?: never;
        readonly post?: never;
        /** End a membership */
        readonly delete: operations["removeMember"];
        readonly options?: never;
        readonly head?: never;
        /** Give a member another role, or say which employee it is */
        readonly patch: operations["changeMember"];
        readonly trace?: never;
    };
    readonly "/v1/members/{memberId}/view-as": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a member sees, in numbers and by its conversations */
        readonly get: operations["viewAs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Roles that members can have */
        readonly get: operations["listRoles"];
        readonly put?: never;
        /** Make a role of the company */
        readonly post: operations["createRole"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/roles/{roleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Delete a role that nobody has */
        readonly delete: operations["removeRole"];
        readonly options?: never;
        readonly head?: never;
        /** Change what the members of a role may do */
        readonly patch: operations["changeRole"];
        readonly trace?: never;
    };
    readonly "/v1/departments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Departments of the company */
        readonly get: operations["listDepartments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Invitations of the company */
        readonly get: operations["listInvitations"];
        readonly put?: never;
        /** Invite somebody by e-mail */
        readonly post: operations["createInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations/{invitationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End an open invitation */
        readonly delete: operations["revokeInvitation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations/token/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What an invitation offers */
        readonly get: operations["getInvitationOffer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Become a member */
        readonly post: operations["acceptInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members/{memberId}/grants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Grants of a member */
        readonly get: operations["listGrants"];
        readonly put?: never;
        /** Give a member a grant besides those that it has */
        readonly post: operations["addGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members/{memberId}/grants/{grantId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Change what a grant gives */
        readonly put: operations["changeGrant"];
        readonly post?: never;
        /** End a grant */
        readonly delete: operations["revokeGrant"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/{memberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Replace all grants of a member by one of employees and departments */
        readonly put: operations["setGrant"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a grant would open, in numbers */
        readonly post: operations["previewGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customer-tags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Customer tags of the company */
        readonly get: operations["listCustomerTags"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Keys of programs, newest first */
        readonly get: operations["listApiKeys"];
        readonly put?: never;
        /** Make a key; its secret is in this answer and nowhere else */
        readonly post: operations["createApiKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys/{keyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End a key at once */
        readonly delete: operations["revokeApiKey"];
        readonly options?: never;
        readonly head?: never;
        /** Change name or networks of a key, or let it end sooner */
        readonly patch: operations["changeApiKey"];
        readonly trace?: never;
    };
    readonly "/v1/api-keys/{keyId}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give one’s own key a new secret; the one before opens for another 24 hours */
        readonly post: operations["rotateApiKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/address-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** From which networks the company’s people may work */
        readonly get: operations["getAddressRule"];
        /** Set from which networks the company’s people may work */
        readonly put: operations["setAddressRule"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who did what in this company */
        readonly get: operations["listAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/actors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everybody whom the log may name as its doer */
        readonly get: operations["listAuditActors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/state": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Up to when the log is chained, signed and compared */
        readonly get: operations["getChainState"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the log is as it was written, by its chain and signed checkpoints */
        readonly get: operations["verifyAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/compare": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Whether the log is the one that checkpoints knew that were kept elsewhere */
        readonly post: operations["compareCheckpoints"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/file.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The log as a table */
        readonly get: operations["downloadAuditTable"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/file.jsonl": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The log with its chain, to be proven elsewhere */
        readonly get: operations["downloadAuditFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/checkpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every signed checkpoint of the log */
        readonly get: operations["downloadAuditCheckpoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/{auditId}/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The words that somebody searched for; opening them is a line of the log */
        readonly post: operations["openSearchWords"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/statements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Months that have a statement of who looked at whom */
        readonly get: operations["listStatements"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/statements/{month}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who looked at whom in a month */
        readonly get: operations["getStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/statements/{month}/file.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same as a table */
        readonly get: operations["downloadStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reason": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether content opens in this session, and until when */
        readonly get: operations["getReason"];
        readonly put?: never;
        /** Say why content is opened in this session from now on */
        readonly post: operations["giveReason"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/settings/reason": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether a reason is asked before content opens */
        readonly get: operations["getReasonSettings"];
        /** Ask for a reason before content opens, or for none */
        readonly put: operations["changeReasonSettings"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How people of the company sign in with its own provider */
        readonly get: operations["getSingleSignOn"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/oidc": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Connect an OpenID provider; it is asked first */
        readonly post: operations["createOidcSignOn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/saml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Connect a SAML provider from its metadata */
        readonly post: operations["createSamlSignOn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/connections/{signOnId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Who comes without an invitation, and whether people come this way only */
        readonly put: operations["changeSignOn"];
        readonly post?: never;
        /** Remove a provider with its secret */
        readonly delete: operations["removeSignOn"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/connections/{signOnId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let people come by it; it has to be tested */
        readonly post: operations["enableSignOn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/connections/{signOnId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let nobody come by it, and end the sessions that it opened */
        readonly post: operations["disableSignOn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/domains": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Name a domain of the company; answers the record that proves it */
        readonly post: operations["addSignOnDomain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/domains/{domain}/prove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Look for the record of a domain */
        readonly post: operations["proveSignOnDomain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/domains/{domain}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove a domain */
        readonly delete: operations["removeSignOnDomain"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/scim-tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make a token with which a provider keeps memberships; shown once */
        readonly post: operations["makeScimToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/single-sign-on/scim-tokens/{tokenId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End a token of a provider */
        readonly delete: operations["revokeScimToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/settings/reading": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How dialogs are cut, and when a customer waits too long */
        readonly get: operations["getReadingSettings"];
        /** Change how dialogs are cut, and when a customer waits too long */
        readonly put: operations["changeReadingSettings"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/support-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the operator's people asked to look at, and looked at */
        readonly get: operations["listSupportRequests"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/support-requests/{requestId}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let support in, for no more than was asked */
        readonly post: operations["approveSupport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/support-requests/{requestId}/refuse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Do not let support in */
        readonly post: operations["refuseSupport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/support-requests/{requestId}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End an access at once */
        readonly post: operations["endSupport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/operator/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in at the console */
        readonly get: operations["getOperator"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/operator/tenants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Health of every company */
        readonly get: operations["listOperatorTenants"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/operator/support": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Support requests of all companies */
        readonly get: operations["listOperatorSupport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/operator/tenants/{tenantId}/support": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Support requests to one company */
        readonly get: operations["listTenantSupport"];
        readonly put?: never;
        /** Ask a company's owner to be let in */
        readonly post: operations["askSupport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/operator/tenants/{tenantId}/support/{requestId}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a request back, or end an access */
        readonly post: operations["endOwnSupport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Me: {
            readonly user: {
                readonly name: string;
                readonly email: string;
            };
            readonly tenant: components["schemas"]["Tenant"] | null;
            readonly memberId: string | null;
            readonly role: components["schemas"]["Role"] | null;
            readonly roleName: string | null;
            readonly tenants: readonly {
                /** Format: uuid */
                readonly tenantId: string;
                readonly name: string;
                readonly role: components["schemas"]["Role"];
            }[];
            readonly actions: readonly components["schemas"]["Action"][];
            readonly ungranted: readonly components["schemas"]["Action"][];
            readonly support: {
                readonly waiting: number;
                readonly open: number;
                readonly looking: {
                    readonly number: number;
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly until: number;
                } | null;
            };
            readonly factorRequired: {
                /** Format: uuid */
                readonly tenantId: string;
                readonly name: string;
            } | null;
            readonly outside: {
                /** Format: uuid */
                readonly tenantId: string;
                readonly name: string;
                readonly address: string;
            } | null;
            readonly signOnRequired: {
                /** Format: uuid */
                readonly tenantId: string;
                readonly name: string;
            } | null;
            readonly language: components["schemas"]["Language"];
            readonly scope: {
                /** @enum {string} */
                readonly kind: "all" | "none" | "where";
                readonly employees: readonly string[];
                readonly departments: readonly {
                    /** Format: uuid */
                    readonly connectionId: string;
                    readonly departmentId: string;
                    readonly asOf: components["schemas"]["DepartmentsAsOf"];
                }[];
            };
        };
        readonly Tenant: {
            /** Format: uuid */
            readonly tenantId: string;
            readonly name: string;
            readonly zone: string;
            readonly language: components["schemas"]["Language"];
        };
        /** @enum {string} */
        readonly Language: "zh-CN" | "en";
        /** @enum {string} */
        readonly Role: "owner" | "admin" | "compliance" | "legal" | "auditor" | "reviewer" | "viewer" | "exporter" | "billing" | "custom";
        /** @enum {string} */
        readonly Action: "view" | "search" | "export" | "hold" | "connect" | "schedule" | "invite" | "see_members" | "see_audit" | "see_completeness" | "see_settings" | "read_searches" | "manage_roles" | "manage_keys" | "manage_identity" | "bill";
        /** @enum {string} */
        readonly DepartmentsAsOf: "message" | "now";
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            readonly fault: components["schemas"]["Fault"];
            readonly field?: string;
            readonly params?: {
                readonly [key: string]: string | number;
            };
            readonly requestId: string;
        };
        /** @enum {string} */
        readonly Fault: "request.malformed" | "request.too_large" | "request.conflict" | "request.too_many" | "saved_search.name_taken" | "saved_search.too_many" | "session.missing" | "session.csrf" | "permission.missing" | "proof.needed" | "proof.wrong" | "password.short" | "mail_link.expired" | "factor.required" | "factor.exists" | "factor.own_first" | "factor.shared" | "reason.missing" | "support.owner_only" | "support.outside" | "support.over" | "support.decided" | "enrolment.expired" | "api_key.refused" | "api_key.with_session" | "api_key.outside" | "api_key.not_for_this" | "api_key.of_another" | "api_key.ended" | "address.outside" | "address.own_missing" | "thing.missing" | "host.refused" | "host.unreachable" | "host.too_large" | "provider.refused" | "domain.unproven" | "domain.taken" | "single_sign_on.unknown" | "single_sign_on.refused" | "single_sign_on.untested" | "single_sign_on.required" | "single_sign_on.only" | "cursor.invalid" | "idempotency.mismatch" | "tenant.none" | "invitation.expired" | "invitation.wrong_person" | "member.exists" | "member.last_owner" | "rights.beyond_own" | "role.in_use" | "role.name_taken" | "link.expired" | "link.wrong_person" | "corp_id.malformed" | "corp_id.wrong" | "corp.already_connected" | "secret.wrong" | "secret.wrong_kind" | "secret.unproven" | "ip.untrusted" | "archive.not_opened" | "archive.expired" | "wecom.unreachable" | "wecom.throttled" | "wecom.busy" | "wecom.token_refused" | "wecom.failing" | "wecom.error" | "wecom.certificate" | "wecom.arguments" | "library.missing" | "library.refused" | "helper.died" | "helper.timed_out" | "page.garbled" | "page.order" | "envelope.conflict" | "key.missing" | "key.wrong" | "key.malformed" | "key.known" | "key.needed" | "key.only" | "envelope.unreadable" | "message.unknown" | "envelope.opened_differently" | "messages.none" | "archive.silent" | "archive.window_passed" | "pull.too_soon" | "range.invalid" | "callback.refused" | "ledger.broken" | "audit.broken" | "selection.empty" | "contact.unknown" | "person.unknown" | "department.unknown" | "room.unknown" | "room.internal" | "secret.missing" | "scope.missing" | "app.not_permitted" | "login.unregistered" | "media.expired" | "media.bad_id" | "media.undecryptable" | "media.no_id" | "media.size_differs" | "media.md5_differs" | "media.too_large" | "media.pending" | "media.interrupted" | "copy.no_decoder" | "copy.unreadable" | "copy.too_costly" | "copy.pending" | "export.not_ready" | "export.expired" | "export.beyond_rights" | "export.failed" | "export.cancelled" | "object.missing" | "object.damaged" | "storage.unavailable" | "index.drifted" | "index.unreadable" | "index.refused" | "index.not_offered" | "search.unavailable" | "search.refused" | "search.missing" | "mail.refused" | "database.full" | "database.unavailable" | "internal";
        readonly Session: {
            readonly sessionId: string;
            readonly isThis: boolean;
            readonly browser: string | null;
            readonly system: string | null;
            readonly address: string | null;
            /** @enum {string|null} */
            readonly factor: "totp" | "recovery" | "passkey" | "single_sign_on" | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastUsedAt: number;
        };
        readonly AccountSecurity: {
            readonly hasPassword: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly totpSince: number | null;
            readonly recoveryCodesLeft: number;
            readonly passkeys: readonly {
                readonly passkeyId: string;
                readonly name: string | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly createdAt: number | null;
                readonly isSynced: boolean;
            }[];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly provenUntil: number | null;
        };
        readonly TotpOffer: {
            readonly uri: string;
            readonly secret: string;
        };
        readonly RecoveryCodes: {
            readonly codes: readonly string[];
        };
        readonly FactorRule: {
            readonly required: boolean;
            readonly mayChange: boolean;
        };
        readonly Overview: {
            readonly connection: components["schemas"]["Connection"] | null;
            readonly storedMessages: number;
            readonly lastSeq: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastPullAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAnswerAt: number | null;
            readonly hoursLeft: number | null;
            readonly mayBeLost: {
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly from: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly until: number;
            } | null;
            readonly today: number;
            readonly sealed: number;
            readonly unreadable: number;
            readonly unseen: number;
            readonly mediaWanted: number;
            readonly mediaAbsent: number;
            readonly findings: readonly components["schemas"]["Finding"][];
            readonly firstMessageId: string | null;
        };
        readonly Connection: {
            /** Format: uuid */
            readonly connectionId: string;
            readonly corpId: string;
            readonly name: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            readonly cursorSeq: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastPullAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAnswerAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly secretSetAt: number;
            readonly secretSetBy: string | null;
            readonly trustedIps: readonly string[];
            readonly publicKeyPem: string | null;
            readonly publicKeyVersion: number | null;
            readonly keys: readonly {
                /** Format: uuid */
                readonly keyId: string;
                readonly versions: readonly number[];
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly boundAt: number | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly createdAt: number;
            }[];
            readonly pulling: {
                /** @enum {string} */
                readonly mode: "continuous" | "daily";
                readonly timeOfDay: string | null;
                readonly zone: string;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly nextPullAt: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly startedAt: number | null;
                readonly waitSeconds: number;
            };
            readonly callback: {
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly setAt: number;
                readonly setBy: string | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lastEventAt: number | null;
                readonly today: number;
            } | null;
            readonly secrets: readonly {
                /** @enum {string} */
                readonly purpose: "customer_contact" | "contacts";
                /** @enum {string} */
                readonly state: "unproven" | "accepted" | "refused";
                readonly fault: components["schemas"]["Fault"] | null;
                readonly params: {
                    readonly [key: string]: string | number;
                };
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly setAt: number;
                readonly setBy: string | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly checkedAt: number | null;
            }[];
            readonly checks: readonly {
                /** @enum {string} */
                readonly step: "credentials" | "address" | "key" | "first_message";
                /** @enum {string} */
                readonly state: "passed" | "failed" | "waiting";
                readonly fault: components["schemas"]["Fault"] | null;
                readonly params: {
                    readonly [key: string]: string | number;
                };
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly checkedAt: number;
            }[];
        };
        readonly Finding: {
            /** Format: uuid */
            readonly findingId: string;
            readonly fault: components["schemas"]["Fault"];
            readonly title: string;
            readonly cure: string;
            readonly places: readonly string[];
            readonly means: string | null;
            readonly subject: string;
            readonly params: {
                readonly [key: string]: string | number;
            };
            readonly count: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly since: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly resolvedAt: number | null;
        };
        readonly CallbackSecrets: {
            readonly url: string;
            readonly token: string;
            readonly encodingAesKey: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly setAt: number;
        };
        readonly Repull: {
            /** Format: uuid */
            readonly repullId: string;
            readonly fromSeq: string;
            readonly toSeq: string;
            /** @enum {string} */
            readonly state: "waiting" | "running" | "done" | "failed";
            readonly asked: number;
            readonly done: number;
            readonly returned: number;
            readonly kept: number;
            readonly fault: components["schemas"]["Fault"] | null;
            readonly params: {
                readonly [key: string]: string | number;
            };
            readonly requestedBy: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly finishedAt: number | null;
        };
        readonly Key: {
            /** Format: uuid */
            readonly keyId: string;
            /** Format: uuid */
            readonly connectionId: string;
            readonly publicKeyPem: string;
            readonly fingerprint: string;
            readonly versions: readonly number[];
            /** @enum {string} */
            readonly origin: "made" | "imported";
            readonly note: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            readonly addedBy: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly boundAt: number | null;
            readonly messages: number;
            readonly sealed: number;
            readonly removable: boolean;
        };
        readonly Quarantine: {
            readonly groups: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly corpId: string;
                readonly cause: components["schemas"]["QuarantineCause"];
                readonly publickeyVer: number | null;
                readonly count: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly firstAt: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lastAt: number;
                readonly firstSeq: string;
                readonly lastSeq: string;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly windowEndsAt: number;
            }[];
            readonly unknown: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly corpId: string;
                readonly type: string | null;
                readonly isKnown: boolean;
                readonly count: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly firstAt: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lastAt: number;
            }[];
            readonly repairs: readonly components["schemas"]["Repair"][];
        };
        /** @enum {string} */
        readonly QuarantineCause: "key_missing" | "key_wrong" | "unreadable";
        readonly Repair: {
            /** Format: uuid */
            readonly runId: string;
            /** Format: uuid */
            readonly connectionId: string;
            /** @enum {string} */
            readonly work: "reopen" | "reparse";
            readonly cause: components["schemas"]["QuarantineCause"] | null;
            readonly publickeyVer: number | null;
            readonly among: components["schemas"]["ReparseScope"] | null;
            readonly total: number | null;
            readonly done: number;
            readonly changed: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly startedAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly finishedAt: number | null;
        };
        /** @enum {string} */
        readonly ReparseScope: "all" | "unknown" | "outdated";
        readonly QuarantinedEnvelope: {
            /** Format: uuid */
            readonly connectionId: string;
            readonly seq: string;
            readonly publickeyVer: number;
            readonly cause: components["schemas"]["QuarantineCause"];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly receivedAt: number;
        };
        readonly Completeness: {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number;
            readonly connections: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly corpId: string;
                readonly name: string;
                readonly lastSeq: string;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly asOf: number | null;
                readonly stored: number;
                readonly opened: number;
                readonly sealed: number;
                readonly unreadable: number;
                readonly unknown: number;
                readonly unseen: readonly {
                    readonly from: string;
                    readonly to: string;
                }[];
                readonly unseenTotal: string;
                readonly pages: number;
                readonly chainHead: string;
                readonly unprovable: readonly components["schemas"]["Silence"][];
                readonly silences: readonly components["schemas"]["Silence"][];
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lossBeginsAt: number | null;
                readonly checkpoint: components["schemas"]["LedgerCheckpoint"] | null;
                readonly check: components["schemas"]["LedgerCheck"] | null;
            }[];
        };
        readonly Silence: {
            /** @enum {string} */
            readonly reason: "start" | "silence";
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly from: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly until: number | null;
        };
        readonly LedgerCheckpoint: {
            readonly pages: number;
            readonly head: string;
            readonly seq: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number;
            readonly key: string;
        };
        readonly LedgerCheck: {
            /** @enum {string} */
            readonly state: "waiting" | "running" | "verified" | "wrong";
            readonly page: number;
            readonly pages: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly startedAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly checkedAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly finishedAt: number | null;
            readonly wrongPage: number | null;
        };
        readonly LedgerDay: {
            /** Format: date */
            readonly day: string;
            /** @enum {string} */
            readonly state: "signed" | "open";
            readonly fromPage: number;
            readonly toPage: number;
            readonly after: string | null;
            readonly last: string | null;
            readonly envelopes: number;
            readonly unseen: string;
            readonly sealed: number;
            readonly unreadable: number;
            readonly signed: components["schemas"]["LedgerSignature"] | null;
        };
        readonly LedgerSignature: {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number;
            readonly root: string;
            readonly key: string;
            readonly opened: number;
            readonly sealed: number;
            readonly unreadable: number;
            readonly kinds: readonly {
                readonly kind: string;
                readonly count: number;
            }[];
        };
        readonly LedgerDayDetail: {
            readonly day: components["schemas"]["LedgerDay"];
            readonly opened: number;
            readonly kinds: readonly {
                readonly kind: string;
                readonly count: number;
            }[];
            readonly pages: {
                readonly items: readonly components["schemas"]["LedgerPage"][];
                readonly nextCursor: string | null;
            };
        };
        readonly LedgerPage: {
            readonly page: number;
            readonly after: string;
            readonly first: string;
            readonly last: string;
            readonly envelopes: number;
            readonly unseen: readonly {
                readonly from: string;
                readonly to: string;
            }[];
            readonly sha256: string;
            readonly leaf: string;
            readonly chain: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly receivedAt: number;
        };
        readonly SearchPage: {
            readonly items: readonly components["schemas"]["SearchHit"][];
            readonly nextCursor: string | null;
            readonly total: components["schemas"]["SearchTotal"];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lookedBackTo: number | null;
            readonly engine: components["schemas"]["SearchEngine"];
            readonly coverage: components["schemas"]["SearchCoverage"];
        };
        readonly SearchHit: components["schemas"]["Message"] & {
            readonly highlights: readonly components["schemas"]["Highlight"][];
            readonly fileHighlights: readonly components["schemas"]["FileHighlight"][];
        };
        /** @enum {string} */
        readonly Direction: "internal" | "inbound" | "outbound" | "none";
        readonly Person: {
            readonly personKey: string;
            /** Format: uuid */
            readonly connectionId: string;
            readonly kind: components["schemas"]["PersonKind"];
            readonly name: string | null;
            readonly displayName: string;
            readonly currentName: string | null;
            readonly label: string | null;
            readonly writtenAs: string;
            readonly corpName: string | null;
            readonly hasLeft: boolean;
            readonly state: components["schemas"]["PersonState"];
            readonly fault: components["schemas"]["Fault"] | null;
        };
        /** @enum {string} */
        readonly PersonKind: "employee" | "external_contact" | "robot";
        /** @enum {string} */
        readonly PersonState: "pending" | "complete" | "partial" | "not_visible" | "gone" | "disabled" | "no_secret";
        readonly QuotedMatch: {
            /** @enum {string} */
            readonly state: "matched" | "unmatched";
            readonly messageId: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly sentAt: number | null;
            readonly sender: components["schemas"]["Person"] | null;
        };
        /** @description The message as people saw it. `body.kind` says which fields the body has. */
        readonly CanonicalMessage: CanonicalMessage;
        readonly Media: {
            /** Format: uuid */
            readonly mediaId: string;
            readonly path: string;
            /** @enum {string} */
            readonly mediaKind: "image" | "voice" | "video" | "emotion" | "file" | "call";
            readonly fileName: string | null;
            readonly contentType: string | null;
            readonly size: number | null;
            /** @enum {string} */
            readonly state: "wanted" | "stored" | "absent";
            readonly fault: components["schemas"]["Fault"] | null;
            readonly url: string | null;
            readonly sha256: string | null;
            readonly md5State: components["schemas"]["Md5State"] | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number | null;
            readonly copies: {
                readonly audio: {
                    readonly url: string;
                    readonly seconds: number;
                    readonly peaks: readonly number[];
                } | null;
                readonly thumbnail: {
                    readonly url: string;
                    readonly width: number;
                    readonly height: number;
                } | null;
                readonly poster: {
                    readonly url: string;
                    readonly width: number;
                    readonly height: number;
                } | null;
                readonly text: {
                    readonly url: string;
                    readonly characters: number;
                    readonly isCut: boolean;
                } | null;
            };
            readonly copyFault: components["schemas"]["Fault"] | null;
        };
        /** @enum {string} */
        readonly Md5State: "agreed" | "absent" | "differed";
        readonly Highlight: {
            readonly field: string;
            readonly text: string;
            readonly ranges: readonly {
                readonly start: number;
                readonly end: number;
            }[];
        };
        readonly FileHighlight: {
            readonly fileName: string | null;
            readonly text: string;
            readonly ranges: readonly {
                readonly start: number;
                readonly end: number;
            }[];
        };
        readonly Message: {
            /** Format: uuid */
            readonly messageId: string;
            readonly seq: string;
            readonly msgid: string;
            /** Format: uuid */
            readonly connectionId: string;
            /** Format: uuid */
            readonly conversationId: string;
            readonly kind: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly sentAt: number;
            readonly sentAtKnown: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly archivedAt: number;
            readonly direction: components["schemas"]["Direction"];
            readonly sender: components["schemas"]["Person"] | null;
            readonly roomId: string | null;
            readonly roomName: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly recalledAt: number | null;
            readonly quoted: components["schemas"]["QuotedMatch"] | null;
            readonly message: components["schemas"]["CanonicalMessage"];
            readonly media: readonly components["schemas"]["Media"][];
            readonly people: readonly components["schemas"]["Person"][];
            readonly named: readonly components["schemas"]["Person"][];
        };
        readonly SearchTotal: {
            readonly atLeast: number;
            readonly atMost: number | null;
        };
        /** @enum {string} */
        readonly SearchEngine: "postgres" | "typesense";
        readonly SearchCoverage: {
            readonly archived: number;
            readonly indexed: number;
            readonly filesNotReadable: number;
            readonly employeesSeen: number;
            readonly employeesTotal: number;
            readonly isNarrowed: boolean;
        };
        readonly SearchFacets: {
            readonly total: components["schemas"]["SearchTotal"] & {
                readonly atMost?: number;
            };
            readonly days: readonly {
                /** Format: date */
                readonly day: string;
                readonly count: number;
            }[];
            readonly kinds: readonly {
                readonly kind: string;
                readonly count: number;
            }[];
            readonly directions: readonly {
                readonly direction: components["schemas"]["Direction"];
                readonly count: number;
            }[];
            readonly people: readonly {
                readonly person: components["schemas"]["Person"];
                readonly count: number;
            }[];
            readonly rooms: readonly {
                readonly roomId: string;
                readonly name: string | null;
                readonly isExternal: boolean;
                readonly count: number;
            }[];
            readonly engine: components["schemas"]["SearchEngine"];
        };
        readonly OriginalMessage: {
            /** Format: uuid */
            readonly messageId: string;
            readonly original: string;
        };
        readonly MessageContext: {
            /** Format: uuid */
            readonly anchorId: string;
            readonly conversation: components["schemas"]["Conversation"];
            readonly gapMinutes: number;
            readonly items: readonly components["schemas"]["ReadMessage"][];
            readonly calls: readonly components["schemas"]["Call"][];
            readonly olderCursor: string | null;
            readonly newerCursor: string | null;
            readonly hidden: number;
            readonly hiddenAt: readonly components["schemas"]["HiddenRun"][];
        };
        readonly Conversation: {
            /** Format: uuid */
            readonly conversationId: string;
            readonly kind: components["schemas"]["ConversationKind"];
            readonly roomId: string | null;
            readonly name: string | null;
            readonly currentName: string | null;
            readonly people: readonly components["schemas"]["Person"][];
            readonly isExternal: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number;
            readonly lastMessage: {
                /** Format: uuid */
                readonly messageId: string;
                readonly kind: string;
                readonly preview: string;
            } | null;
        };
        /** @enum {string} */
        readonly ConversationKind: "room" | "pair" | "group" | "self";
        readonly ReadMessage: components["schemas"]["Message"] & {
            readonly startsDialog: boolean;
        };
        readonly Call: {
            readonly messageIds: readonly string[];
            readonly noticeIds: readonly string[];
            readonly recordingId: string | null;
            readonly documentIds: readonly string[];
            /** @enum {string} */
            readonly kind: "one_video" | "one_voice" | "group_video" | "group_voice" | "other";
            readonly seconds: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly endedAt: number;
        };
        readonly HiddenRun: {
            readonly afterId: string | null;
            readonly count: number;
            readonly isMore: boolean;
        };
        readonly SavedSearch: {
            /** Format: uuid */
            readonly searchId: string;
            readonly name: string;
            readonly query: components["schemas"]["SavedQuery"];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
        };
        readonly SavedQuery: {
            readonly q?: string;
            readonly person?: readonly string[];
            readonly room?: string;
            /** Format: uuid */
            readonly conversation?: string;
            readonly kind?: readonly string[];
            readonly direction?: readonly ("internal" | "inbound" | "outbound" | "none")[];
            readonly media?: boolean;
            readonly recalled?: boolean;
            readonly unanswered?: boolean;
            /** @enum {string} */
            readonly range?: "today" | "yesterday" | "7d" | "30d" | "90d" | "month" | "last-month";
            readonly from?: number;
            readonly until?: number;
        };
        readonly BusyDays: {
            readonly days: readonly {
                /** Format: date */
                readonly day: string;
                readonly count: number;
                readonly isMore: boolean;
            }[];
            readonly zone: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number | null;
        };
        readonly MessagePlace: {
            /** Format: uuid */
            readonly messageId: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly sentAt: number;
        };
        readonly OneDialog: components["schemas"]["Dialog"] & {
            readonly gapMinutes: number;
        };
        /** @enum {string} */
        readonly FreezeReason: "cited" | "exported" | "held";
        readonly Dialog: {
            /** Format: uuid */
            readonly firstMessageId: string;
            /** Format: uuid */
            readonly lastMessageId: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number;
            readonly messages: number;
            readonly hidden: number;
            readonly isCut: boolean;
            readonly people: readonly components["schemas"]["Person"][];
            readonly topic: string | null;
            readonly frozen: readonly {
                /** Format: uuid */
                readonly dialogId: string;
                readonly reason: components["schemas"]["FreezeReason"];
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number;
            }[];
        };
        readonly DialogPage: {
            readonly items: readonly components["schemas"]["Dialog"][];
            readonly nextCursor: string | null;
            readonly gapMinutes: number;
        };
        readonly FrozenDialog: {
            /** Format: uuid */
            readonly dialogId: string;
            readonly conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            readonly anchorId: string;
            readonly gapMinutes: number;
            readonly reason: components["schemas"]["FreezeReason"];
            readonly note: string | null;
            readonly noteWithheld: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            readonly createdBy: {
                /** Format: uuid */
                readonly memberId: string;
                readonly name: string;
            } | null;
            readonly mayRemove: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number;
            readonly isCut: boolean;
            readonly messages: number;
            readonly hidden: number;
            readonly archivedLater: number;
            readonly topic: string | null;
        };
        readonly FrozenDialogPage: {
            readonly items: readonly components["schemas"]["FrozenDialog"][];
            readonly nextCursor: string | null;
        };
        readonly FrozenDialogText: components["schemas"]["FrozenDialog"] & {
            readonly items: readonly components["schemas"]["Message"][];
            readonly calls: readonly components["schemas"]["Call"][];
            readonly hiddenAt: readonly components["schemas"]["HiddenRun"][];
            readonly nextCursor: string | null;
        };
        readonly PersonInArchive: components["schemas"]["Person"] & {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number;
            readonly consent: components["schemas"]["PresentConsent"] | null;
            readonly remarks: readonly string[];
            readonly otherIds: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly personKey: string;
            }[];
        };
        readonly PresentConsent: {
            /** @enum {string} */
            readonly state: "agreed" | "default" | "refused" | "mixed";
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly since: number | null;
            readonly agreed: number;
            readonly refused: number;
        };
        readonly Consent: {
            /** Format: uuid */
            readonly messageId: string;
            /** @enum {string} */
            readonly status: "agree" | "disagree";
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly decidedAt: number;
            readonly employee: components["schemas"]["Person"] | null;
            readonly roomId: string | null;
            readonly roomName: string | null;
        };
        readonly PersonRecord: components["schemas"]["PersonInArchive"] & {
            readonly alias: string | null;
            readonly position: string | null;
            /** @enum {string|null} */
            readonly contactType: "wechat" | "wecom" | null;
            /** @enum {string|null} */
            readonly employment: "active" | "disabled" | "not_activated" | "left" | null;
            readonly departments: readonly {
                readonly departmentId: string;
                readonly path: readonly (string | null)[];
            }[];
            readonly creator: components["schemas"]["Person"] | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lookedAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly nextLookAt: number | null;
            readonly follows: readonly components["schemas"]["Follow"][];
            readonly history: readonly components["schemas"]["PersonChange"][];
            readonly permits: readonly {
                /** @enum {string} */
                readonly edition: "office" | "service" | "enterprise";
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly seenFrom: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly seenUntil: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly endedBy: number | null;
            }[];
            readonly consentStates: readonly {
                readonly messageId: string | null;
                readonly employee: components["schemas"]["Person"] | null;
                readonly roomId: string | null;
                readonly roomName: string | null;
                /** @enum {string|null} */
                readonly status: "agree" | "disagree" | "default_agree" | "other" | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly changedAt: number | null;
                readonly fault: components["schemas"]["Fault"] | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lookedAt: number | null;
            }[];
            readonly rooms: readonly {
                readonly roomId: string;
                /** Format: uuid */
                readonly conversationId: string;
                readonly name: string | null;
                readonly isExternal: boolean;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lastAt: number;
                readonly stays: readonly {
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly joinedAt: number | null;
                    readonly nickname: string | null;
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly seenFrom: number;
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly seenUntil: number;
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly endedBy: number | null;
                }[];
            }[];
            readonly customer: components["schemas"]["Customer"] | null;
        };
        readonly Follow: {
            readonly employee: components["schemas"]["Person"];
            readonly remark: string | null;
            readonly description: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly addedAt: number | null;
            readonly tags: readonly string[];
            readonly remarkCorpName: string | null;
            readonly remarkMobiles: readonly string[];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly seenFrom: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly seenUntil: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly endedBy: number | null;
        };
        readonly PersonChange: {
            readonly attribute: string;
            readonly value: string;
            readonly employee: components["schemas"]["Person"] | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly seenFrom: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly seenUntil: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly endedBy: number | null;
        };
        readonly Customer: {
            readonly isSplit: boolean;
            readonly others: readonly {
                readonly person: components["schemas"]["Person"];
                readonly isSplit: boolean;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly firstAt: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lastAt: number;
            }[];
        };
        readonly Timeline: {
            readonly gapMinutes: number;
            readonly items: readonly components["schemas"]["ReadMessage"][];
            readonly calls: readonly components["schemas"]["Call"][];
            readonly conversations: readonly components["schemas"]["Conversation"][];
            readonly people: readonly components["schemas"]["Person"][];
            readonly atId: string | null;
            readonly olderCursor: string | null;
            readonly newerCursor: string | null;
        };
        readonly Room: {
            readonly roomId: string;
            /** Format: uuid */
            readonly connectionId: string;
            readonly name: string | null;
            /** Format: uuid */
            readonly conversationId: string;
            readonly isExternal: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number;
            readonly state: components["schemas"]["RoomState"];
            readonly fault: components["schemas"]["Fault"] | null;
            /** @enum {string|null} */
            readonly roomKind: "customer" | "internal" | null;
            readonly memberCount: number | null;
        };
        /** @enum {string} */
        readonly RoomState: "pending" | "complete" | "partial" | "not_visible" | "gone" | "not_customer_room" | "no_secret";
        readonly RoomRecord: components["schemas"]["Room"] & {
            readonly owner: components["schemas"]["Person"] | null;
            readonly notice: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly madeAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lookedAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly nextLookAt: number | null;
            readonly lastMessageId: string | null;
            readonly isPartial: boolean;
            readonly members: {
                readonly present: number;
                readonly left: number;
            };
            readonly history: readonly {
                /** @enum {string} */
                readonly attribute: "name" | "owner" | "notice";
                readonly value: string;
                readonly person: components["schemas"]["Person"] | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly seenFrom: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly seenUntil: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly endedBy: number | null;
            }[];
        };
        readonly RoomMember: {
            readonly person: components["schemas"]["Person"];
            readonly isStranger: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly seenFrom: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly seenUntil: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly endedBy: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly joinedAt: number | null;
            readonly nickname: string | null;
            readonly isAdmin: boolean;
            readonly invitedBy: components["schemas"]["Person"] | null;
            /** @enum {string|null} */
            readonly consent: "agree" | "disagree" | "default_agree" | "other" | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly consentChangedAt: number | null;
            readonly consentFault: components["schemas"]["Fault"] | null;
        };
        readonly Coverage: {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number;
            readonly seesNames: boolean;
            readonly connections: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly corpId: string;
                readonly name: string;
                readonly kinds: readonly components["schemas"]["CoverageOfKind"][];
                readonly enrichments: readonly components["schemas"]["Enrichment"][];
                readonly secrets: readonly components["schemas"]["SecretState"][];
                readonly scope: components["schemas"]["ArchiveScope"];
            }[];
        };
        readonly CoverageOfKind: {
            readonly kind: components["schemas"]["CoveredKind"];
            readonly total: number;
            readonly complete: number;
            readonly due: number;
            readonly gaps: readonly {
                readonly state: components["schemas"]["CoverageState"];
                readonly fault: components["schemas"]["Fault"] | null;
                readonly count: number;
                readonly due: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly lookedAt: number | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly nextLookAt: number | null;
            }[];
        };
        /** @enum {string} */
        readonly CoveredKind: "employee" | "external_contact" | "robot" | "room";
        /** @enum {string} */
        readonly CoverageState: "pending" | "complete" | "partial" | "not_visible" | "gone" | "disabled" | "not_customer_room" | "no_secret";
        readonly Enrichment: {
            readonly kind: components["schemas"]["EnrichmentKind"];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastRunAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastWholeAt: number | null;
            readonly fault: components["schemas"]["Fault"] | null;
            readonly params: {
                readonly [key: string]: string | number;
            };
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly stoppedSince: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly nextRunAt: number | null;
        };
        /** @enum {string} */
        readonly EnrichmentKind: "employees" | "departments" | "external_contacts" | "rooms" | "robots" | "permits" | "consents" | "tags";
        readonly SecretState: {
            /** @enum {string} */
            readonly purpose: "archive" | "customer_contact" | "contacts";
            /** @enum {string} */
            readonly state: "missing" | "unproven" | "accepted" | "refused";
            readonly fault: components["schemas"]["Fault"] | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly setAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly checkedAt: number | null;
        };
        readonly ArchiveScope: {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly knownAt: number | null;
            readonly editions: readonly {
                readonly edition: 1 | 2 | 3;
                readonly count: number;
            }[];
            readonly talking: number;
            readonly silent: number;
            readonly outside: number;
            readonly formerly: number;
            readonly left: number;
        };
        readonly Incomplete: {
            /** Format: uuid */
            readonly connectionId: string;
            readonly key: string;
            readonly name: string | null;
            readonly person: components["schemas"]["Person"] | null;
            readonly state: components["schemas"]["CoverageState"];
            readonly fault: components["schemas"]["Fault"] | null;
            readonly misses: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lookedAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly nextLookAt: number | null;
        };
        readonly ScopedPerson: {
            /** Format: uuid */
            readonly connectionId: string;
            readonly person: components["schemas"]["Person"];
            readonly group: components["schemas"]["ScopeGroup"];
            readonly editions: readonly (1 | 2 | 3)[];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly since: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly until: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly firstAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastAt: number | null;
        };
        /** @enum {string} */
        readonly ScopeGroup: "talking" | "silent" | "outside" | "formerly" | "left";
        readonly FileLedger: {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number;
            readonly totals: components["schemas"]["FileTotals"];
            readonly kinds: readonly (components["schemas"]["FileTotals"] & {
                readonly mediaKind: components["schemas"]["FileKind"];
            })[];
            readonly causes: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly list: components["schemas"]["FileLackList"];
                readonly fault: components["schemas"]["Fault"] | null;
                readonly isBlocked: boolean;
                readonly params: {
                    readonly [key: string]: string | number;
                };
                readonly count: number;
                readonly bytes: string;
            }[];
            readonly waiting: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly corpId: string;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly oldestAt: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly nextLossAt: number | null;
                readonly pressing: number;
                readonly tooLate: number;
            }[];
        };
        readonly FileTotals: {
            readonly wanted: {
                readonly count: number;
                readonly bytes: string;
            };
            readonly stored: {
                readonly count: number;
                readonly bytes: string;
            };
            readonly absent: {
                readonly count: number;
                readonly bytes: string;
            };
            readonly md5: {
                readonly agreed: number;
                readonly absent: number;
                readonly differed: number;
                readonly unchecked: number;
            };
            readonly sizeDiffers: number;
            readonly blocked: number;
        };
        /** @enum {string} */
        readonly FileKind: "image" | "voice" | "video" | "emotion" | "file" | "call";
        /** @enum {string} */
        readonly FileLackList: "waiting" | "absent" | "deviating";
        readonly FileDay: {
            /** Format: date */
            readonly day: string;
            readonly wanted: number;
            readonly stored: number;
            readonly absent: number;
            readonly deviating: number;
            readonly bytes: string;
        };
        readonly FileInLedger: {
            /** Format: uuid */
            readonly mediaId: string;
            readonly path: string;
            /** @enum {string} */
            readonly mediaKind: "image" | "voice" | "video" | "emotion" | "file" | "call";
            readonly fileName: string | null;
            readonly contentType: string | null;
            readonly size: number | null;
            /** @enum {string} */
            readonly state: "wanted" | "stored" | "absent";
            /** Format: uuid */
            readonly connectionId: string;
            /** Format: uuid */
            readonly messageId: string;
            readonly fault: components["schemas"]["Fault"] | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly sentAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number;
            /** @enum {string|null} */
            readonly md5State: "agreed" | "absent" | "differed" | null;
            readonly isBlocked: boolean;
            readonly attempts: number;
            readonly receivedBytes: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly nextTryAt: number | null;
            readonly textFault: components["schemas"]["Fault"] | null;
            readonly mayRetry: boolean;
        };
        /** @enum {string} */
        readonly FileList: "waiting" | "absent" | "deviating" | "unread";
        readonly FileRetry: {
            readonly count: number;
        };
        readonly SearchIndex: {
            /** @enum {string} */
            readonly engine: "postgres" | "typesense";
            readonly total: number;
            readonly indexed: number;
            readonly unreadable: number;
            /** @enum {string} */
            readonly state: "complete" | "indexing" | "rebuilding" | "repairing";
            readonly progress: components["schemas"]["IndexProgress"] | null;
            readonly drift: {
                readonly missing: number;
                readonly extra: number;
                readonly differing: number;
                readonly examined: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly checkedAt: number;
            } | null;
            readonly typesense: {
                readonly offered: boolean;
                readonly on: boolean;
                readonly ready: boolean;
                readonly indexed: number;
                readonly waiting: number;
                readonly leaving: boolean;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly changedAt: number | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly checkedAt: number | null;
                readonly progress: components["schemas"]["IndexProgress"] | null;
            } | null;
        };
        readonly IndexProgress: {
            readonly done: number;
            readonly total: number;
        };
        readonly Export: {
            /** Format: uuid */
            readonly exportId: string;
            /** @enum {string} */
            readonly state: "queued" | "running" | "complete" | "complete_with_missing" | "failed" | "cancelled" | "expired";
            /** @enum {string} */
            readonly stage: "queued" | "counting" | "media" | "packing" | "verifying" | "done";
            readonly messagesTotal: number | null;
            readonly messagesDone: number;
            readonly mediaTotal: number | null;
            readonly mediaDone: number;
            readonly mediaMissing: number;
            /** @description Bytes of the package. */
            readonly size: number | null;
            readonly sha256: string | null;
            readonly fileName: string | null;
            readonly fault: components["schemas"]["Fault"] | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly startedAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly finishedAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number | null;
            readonly requestedBy: {
                /** Format: uuid */
                readonly memberId: string;
                readonly name: string;
            };
            readonly scheduleId: string | null;
            readonly selection: {
                readonly people: readonly string[];
                readonly roomId: string | null;
                readonly conversationId: string | null;
                readonly dialogId: string | null;
                readonly kinds: readonly string[];
                readonly directions: readonly ("internal" | "inbound" | "outbound" | "none")[];
                readonly hasMedia: boolean | null;
                readonly isRecalled: boolean | null;
                readonly isUnanswered: boolean;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly from: number | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly until: number | null;
                readonly hasWords: boolean;
                readonly words: string | null;
            };
            /** @description Why this reader cannot download it now; null when it can. */
            readonly refusal: components["schemas"]["Fault"] | null;
            readonly mine: boolean;
        };
        readonly ExportLink: {
            readonly export: components["schemas"]["Export"];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number;
            /** Format: date */
            readonly day: string | null;
        };
        readonly ExportSchedule: {
            /** Format: uuid */
            readonly scheduleId: string;
            readonly name: string;
            readonly timeOfDay: string;
            readonly zone: string;
            readonly recipients: readonly {
                /** Format: uuid */
                readonly memberId: string;
                readonly name: string;
                readonly email: string;
            }[];
            readonly enabled: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly nextAt: number;
            readonly lastRuns: readonly {
                /** Format: date */
                readonly day: string;
                /** @enum {string} */
                readonly state: "pulling" | "building" | "mailing" | "done" | "failed";
                readonly fault: components["schemas"]["Fault"] | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly startedAt: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly finishedAt: number | null;
            }[];
        };
        readonly Member: {
            /** Format: uuid */
            readonly memberId: string;
            readonly name: string;
            readonly email: string;
            readonly role: components["schemas"]["Role"];
            readonly roleId: string | null;
            readonly roleName: string | null;
            readonly actions: readonly components["schemas"]["Action"][];
            readonly reach: components["schemas"]["Reach"];
            readonly personKey: string | null;
            readonly personName: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly joinedAt: number;
            readonly employees: readonly string[];
            readonly departments: readonly components["schemas"]["GrantedDepartment"][];
            readonly grants: readonly components["schemas"]["Grant"][];
        };
        /** @enum {string} */
        readonly Reach: "everything" | "granted";
        readonly GrantedDepartment: components["schemas"]["Department"] & {
            readonly asOf: components["schemas"]["DepartmentsAsOf"];
        };
        readonly Department: {
            /** Format: uuid */
            readonly connectionId: string;
            readonly departmentId: string;
            readonly path: readonly (string | null)[];
            readonly goneAt: number | null;
        };
        readonly Grant: components["schemas"]["OfferedGrant"] & {
            /** Format: uuid */
            readonly grantId: string;
            /** Format: uuid */
            readonly grantedBy: string;
            readonly granterName: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly grantedAt: number;
            readonly isExpired: boolean;
        };
        /** @enum {string} */
        readonly MessageAction: "view" | "search" | "export" | "hold";
        readonly OfferedGrant: {
            readonly actions: readonly components["schemas"]["MessageAction"][];
            readonly employees: readonly string[];
            readonly departments: readonly components["schemas"]["GrantedDepartment"][];
            readonly departmentsAsOf: components["schemas"]["DepartmentsAsOf"];
            readonly isSelf: boolean;
            readonly isEverything: boolean;
            readonly customers: readonly string[];
            readonly tags: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly tagId: string;
                readonly name: string;
                readonly groupName: string;
                readonly isDeleted: boolean;
            }[];
            readonly rooms: readonly string[];
            readonly kinds: readonly string[];
            readonly directions: readonly ("internal" | "inbound" | "outbound" | "none")[];
            readonly sentFrom: number | null;
            readonly sentUntil: number | null;
            readonly expiresAt: number | null;
            readonly note: string | null;
            readonly names: readonly {
                readonly key: string;
                readonly name: string;
            }[];
        };
        readonly ViewAs: {
            readonly actions: readonly components["schemas"]["Action"][];
            readonly reach: readonly {
                readonly action: components["schemas"]["MessageAction"];
                readonly numbers: components["schemas"]["ReachNumbers"];
            }[];
            readonly conversations: readonly {
                /** Format: uuid */
                readonly conversationId: string;
                readonly kind: components["schemas"]["ConversationKind"];
                readonly roomId: string | null;
                readonly name: string | null;
                readonly people: readonly {
                    readonly personKey: string;
                    readonly displayName: string;
                }[];
                readonly isExternal: boolean;
            }[];
            readonly hasMore: boolean;
            readonly hiddenFromYou: number;
        };
        readonly ReachNumbers: {
            readonly actions: readonly components["schemas"]["MessageAction"][];
            /** @enum {string} */
            readonly kind: "all" | "none" | "where";
            readonly employees: {
                readonly seen: number;
                readonly total: number;
            };
            readonly customers: {
                readonly count: number;
                readonly isExact: boolean;
            } | null;
            readonly rooms: {
                readonly count: number;
                readonly isExact: boolean;
            } | null;
            readonly messages: {
                readonly count: number;
                readonly isExact: boolean;
            } | null;
            readonly firstDay: string | null;
            readonly lastDay: string | null;
        };
        readonly RoleInCompany: {
            readonly role: components["schemas"]["Role"];
            readonly roleId: string | null;
            readonly name: string | null;
            readonly madeAt: number | null;
            readonly actions: readonly components["schemas"]["Action"][];
            readonly reach: components["schemas"]["Reach"];
            readonly members: number;
            readonly invitations: number;
            readonly mayGive: boolean;
        };
        readonly Invitation: {
            /** Format: uuid */
            readonly invitationId: string;
            readonly email: string;
            readonly role: components["schemas"]["Role"];
            readonly roleId: string | null;
            readonly roleName: string | null;
            readonly personKey: string | null;
            readonly employees: readonly string[];
            readonly departments: readonly components["schemas"]["GrantedDepartment"][];
            readonly grants: readonly components["schemas"]["OfferedGrant"][];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly acceptedAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly revokedAt: number | null;
            readonly invitedBy: string;
        };
        readonly GrantTerms: {
            /**
             * @default [
             *       "view",
             *       "search",
             *       "export"
             *     ]
             */
            readonly actions: readonly components["schemas"]["MessageAction"][];
            /** @default [] */
            readonly employees: readonly string[];
            /** @default [] */
            readonly departments: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly departmentId: string;
            }[];
            readonly departmentsAsOf?: components["schemas"]["DepartmentsAsOf"];
            /** @default false */
            readonly isSelf: boolean;
            /** @default false */
            readonly isEverything: boolean;
            readonly customers?: readonly string[];
            /** @default [] */
            readonly tags: readonly {
                /** Format: uuid */
                readonly connectionId: string;
                readonly tagId: string;
            }[];
            readonly rooms?: readonly string[];
            readonly kinds?: readonly string[];
            readonly directions?: readonly string[];
            /** @default null */
            readonly sentFrom: number | null;
            /** @default null */
            readonly sentUntil: number | null;
            /** @default null */
            readonly expiresAt: number | null;
            /** @default null */
            readonly note: string | null;
        };
        readonly InvitationOffer: {
            readonly company: string;
            readonly inviter: string;
            readonly email: string;
            readonly role: components["schemas"]["Role"];
            readonly roleName: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number;
            /** @description The company’s own provider lets people accept it too */
            readonly hasSingleSignOn: boolean;
        };
        readonly AcceptedInvitation: {
            /** Format: uuid */
            readonly tenantId: string;
        };
        readonly GrantPreview: {
            readonly grant: components["schemas"]["OfferedGrant"];
            readonly numbers: components["schemas"]["ReachNumbers"];
        };
        readonly ApiKey: {
            /** Format: uuid */
            readonly keyId: string;
            readonly prefix: string;
            readonly name: string;
            readonly purpose: string;
            readonly scopes: readonly ("view" | "search" | "export" | "see_members" | "see_audit" | "see_completeness")[];
            readonly grants: readonly components["schemas"]["OfferedGrant"][];
            readonly networks: readonly string[];
            readonly madeBy: {
                /** Format: uuid */
                readonly memberId: string;
                readonly name: string;
            };
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly madeAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly expiresAt: number;
            readonly rotatedAt: number | null;
            readonly formerUntil: number | null;
            readonly lastUsedAt: number | null;
            readonly lastAddress: string | null;
            readonly revokedAt: number | null;
            /** @enum {string} */
            readonly state: "open" | "expired" | "revoked" | "maker_left";
            readonly isMine: boolean;
        };
        readonly MadeApiKey: {
            readonly key: components["schemas"]["ApiKey"];
            readonly secret: string;
        };
        readonly AddressRule: {
            readonly enabled: boolean;
            readonly networks: readonly {
                readonly network: string;
                readonly label: string;
            }[];
            readonly changedAt: number | null;
            readonly changedBy: string | null;
            readonly yourAddress: string | null;
        };
        readonly AuditEntry: {
            /** Format: uuid */
            readonly auditId: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number;
            /** @enum {string} */
            readonly actor: "member" | "system" | "operator";
            /** Format: uuid */
            readonly memberId: string;
            readonly memberName: string | null;
            readonly isMember: boolean;
            readonly event: string;
            readonly subject: string | null;
            readonly about: components["schemas"]["AuditSubject"] | null;
            readonly detail: {
                readonly [key: string]: string | number | boolean | null | readonly string[];
            };
            readonly people: {
                readonly [key: string]: string;
            };
            readonly address: string | null;
            readonly hasWords: boolean;
            readonly reason: string | null;
            readonly position: number | null;
        };
        readonly AuditSubject: {
            readonly name: string | null;
            readonly people: readonly string[];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly at: number | null;
            readonly isGone: boolean;
        };
        readonly AuditActor: {
            /** Format: uuid */
            readonly memberId: string;
            readonly name: string;
            readonly isMember: boolean;
        };
        readonly AuditChainState: {
            readonly rows: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly chainedTo: number | null;
            readonly waiting: number;
            readonly checkpoint: {
                readonly rows: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number;
                readonly head: string;
            } | null;
            readonly check: {
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number;
                readonly rows: number;
                readonly problems: number;
            } | null;
            readonly mayReadSearches: boolean;
        };
        readonly AuditVerdict: {
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly chainedTo: number | null;
            readonly rows: number;
            readonly checkpoint: {
                readonly rows: number;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number;
                readonly key: string;
            } | null;
            readonly problems: readonly {
                /** @enum {string} */
                readonly kind: "row_changed" | "row_missing" | "row_unlinked" | "link_missing" | "link_broken" | "cut_off" | "history_differs" | "checkpoint_bad";
                readonly position: number | null;
                readonly auditId: string | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number | null;
            }[];
            readonly problemCount: number;
            readonly nextAfter: number | null;
            /** Format: uuid */
            readonly nextRow: string | null;
        };
        readonly ComparedCheckpoints: {
            readonly items: readonly {
                readonly line: number;
                readonly rows: number | null;
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number | null;
                /** @enum {string} */
                readonly result: "agrees" | "history_differs" | "cut_off" | "other_company" | "not_signed" | "unreadable";
            }[];
        };
        readonly OpenedWords: {
            /** Format: uuid */
            readonly auditId: string;
            readonly words: readonly string[];
        };
        readonly StatementOfMonth: {
            readonly month: string;
            readonly zone: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly fromAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly untilAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly madeAt: number;
        };
        readonly Statement: {
            readonly month: string;
            readonly zone: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly fromAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly untilAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly madeAt: number;
            readonly lines: readonly {
                /** Format: uuid */
                readonly memberId: string;
                readonly name: string | null;
                readonly isMember: boolean;
                readonly conversations: number;
                readonly people: number;
                readonly files: number;
                readonly searches: number;
                readonly exports: number;
                readonly downloads: number;
                readonly denials: number;
                readonly top: readonly {
                    readonly subject: string;
                    /** @enum {string} */
                    readonly kind: "person" | "room";
                    readonly name: string | null;
                    readonly times: number;
                }[];
            }[];
        };
        readonly ReasonState: {
            readonly hours: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly until: number | null;
        };
        readonly ReasonSettings: {
            readonly hours: number | null;
            readonly mayChange: boolean;
        };
        readonly SingleSignOn: {
            readonly signOns: readonly components["schemas"]["SignOn"][];
            readonly domains: readonly components["schemas"]["SignOnDomain"][];
            readonly scimTokens: readonly components["schemas"]["ScimToken"][];
            readonly scimUrl: string;
        };
        readonly SignOn: {
            /** Format: uuid */
            readonly signOnId: string;
            /** @enum {string} */
            readonly kind: "oidc" | "saml";
            readonly name: string;
            readonly issuer: string;
            readonly clientId: string | null;
            readonly signInUrl: string | null;
            readonly certificatesUntil: readonly number[];
            readonly joinsAs: components["schemas"]["JoiningRole"];
            readonly isRequired: boolean;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly madeAt: number;
            readonly test: {
                /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                readonly at: number;
                readonly email: string | null;
                /** @enum {string|null} */
                readonly problem: "provider" | "unreachable" | "issuer" | "audience" | "signature" | "expired" | "nonce" | "response" | "replayed" | "browser" | "subject" | "email" | "domain" | "invitation" | "not_invited" | "removed" | "disabled" | null;
            } | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly enabledAt: number | null;
            readonly redirectUrl: string;
            readonly acsUrl: string;
            readonly entityId: string;
        };
        /** @enum {string|null} */
        readonly JoiningRole: "viewer" | "reviewer" | "exporter" | null;
        readonly SignOnDomain: {
            readonly domain: string;
            readonly recordName: string;
            readonly record: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly addedAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly provenAt: number | null;
        };
        readonly ScimToken: {
            /** Format: uuid */
            readonly tokenId: string;
            /** Format: uuid */
            readonly signOnId: string;
            readonly prefix: string;
            readonly role: components["schemas"]["JoiningRole"];
            readonly madeBy: string | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly madeAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastUsedAt: number | null;
        };
        readonly MadeScimToken: components["schemas"]["ScimToken"] & {
            readonly token: string;
        };
        readonly ReadingSettings: {
            readonly dialogGapMinutes: number;
            readonly unansweredHours: number;
            readonly workingDays: readonly number[];
            readonly workingFrom: string;
            readonly workingUntil: string;
            readonly zone: string;
            readonly mayChange: boolean;
        };
        readonly SupportRequest: {
            /** Format: uuid */
            readonly requestId: string;
            readonly number: number;
            readonly operatorName: string;
            readonly askedScopes: readonly components["schemas"]["SupportScope"][];
            readonly askedHours: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly askedAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly answerUntil: number;
            readonly state: components["schemas"]["SupportState"];
            readonly scopes: readonly components["schemas"]["SupportScope"][];
            readonly hours: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly untilAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly endedAt: number | null;
            readonly endedBy: components["schemas"]["SupportEnd"] | null;
            readonly reason: string;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly decidedAt: number | null;
            readonly decidedByName: string | null;
            readonly people: readonly {
                readonly personKey: string;
                readonly name: string | null;
            }[];
            readonly rooms: readonly {
                readonly roomId: string;
                readonly name: string | null;
            }[];
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly sentFrom: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly sentUntil: number | null;
            readonly looks: readonly {
                readonly operation: string;
                readonly count: number;
            }[];
        };
        /** @enum {string} */
        readonly SupportScope: "health" | "connection" | "conversations";
        /** @enum {string} */
        readonly SupportState: "asked" | "approved" | "refused" | "ended" | "expired";
        /** @enum {string} */
        readonly SupportEnd: "owner" | "operator" | "time";
        readonly Operator: {
            readonly operatorId: string;
            readonly name: string;
        };
        readonly OperatorTenant: {
            /** Format: uuid */
            readonly tenantId: string;
            readonly name: string;
            /** @enum {string} */
            readonly status: "active" | "suspended";
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdAt: number;
            readonly members: number;
            readonly connections: number;
            readonly messages: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly lastPullAt: number | null;
            readonly openFindings: number;
        };
        readonly OperatorSupport: {
            /** Format: uuid */
            readonly requestId: string;
            readonly number: number;
            readonly operatorName: string;
            readonly askedScopes: readonly components["schemas"]["SupportScope"][];
            readonly askedHours: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly askedAt: number;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly answerUntil: number;
            readonly state: components["schemas"]["SupportState"];
            readonly scopes: readonly components["schemas"]["SupportScope"][];
            readonly hours: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly untilAt: number | null;
            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
            readonly endedAt: number | null;
            readonly endedBy: components["schemas"]["SupportEnd"] | null;
            /** Format: uuid */
            readonly tenantId: string;
            readonly tenantName: string;
            readonly operatorId: string;
            readonly isOwn: boolean;
            readonly reason: string | null;
        };
        readonly AskedSupport: {
            /** Format: uuid */
            readonly requestId: string;
            readonly number: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly language: components["schemas"]["Language"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createCompany: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly zone: string;
                    readonly language: components["schemas"]["Language"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Session"][];
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly endOtherSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly endSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly sessionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSecurity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountSecurity"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly prove: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly proof: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 422 proof.wrong, 429 request.too_many. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changePassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 403 proof.needed, 422 password.short. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly beginTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TotpOffer"];
                };
            };
            /** @description What went wrong; among others: 403 proof.needed, 409 factor.exists. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 403 proof.needed. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly confirmTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong; among others: 403 proof.needed, 422 proof.wrong, 409 factor.exists. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly renewRecoveryCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong; among others: 403 proof.needed. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removePasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly passkeyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 403 proof.needed. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly renamePasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly passkeyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getFactorRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorRule"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeFactorRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly required: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorRule"];
                };
            };
            /** @description What went wrong; among others: 409 factor.own_first. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly resetFactors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 factor.own_first, 409 factor.shared. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getOverview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listConnections: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Connection"][];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createConnection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly corpId: string;
                    readonly archiveSecret: string;
                    readonly name: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong; among others: 422 corp_id.malformed, 422 corp_id.wrong, 422 secret.wrong, 409 corp.already_connected, 503 wecom.unreachable. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getConnection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly runPreflight: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly pullNow: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 429 pull.too_soon. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changePulling: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly mode: "continuous" | "daily";
                    readonly timeOfDay?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly makeCallback: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CallbackSecrets"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replaceSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly archiveSecret: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong; among others: 422 secret.wrong, 422 secret.wrong_kind, 503 secret.unproven. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly setSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly purpose: "customer_contact" | "contacts";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly secret: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong; among others: 422 secret.wrong, 422 secret.wrong_kind, 503 secret.unproven, 422 ip.untrusted. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly purpose: "customer_contact" | "contacts";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 secret.missing. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly purpose: "customer_contact" | "contacts";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description What went wrong; among others: 409 secret.missing. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listRepulls: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Repull"][];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly requestRepull: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly fromSeq: string;
                    readonly toSeq: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repull"];
                };
            };
            /** @description What went wrong; among others: 422 range.invalid, 409 request.conflict. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Key"][];
                        readonly waiting: readonly {
                            /** Format: uuid */
                            readonly connectionId: string;
                            readonly publickeyVer: number;
                            readonly count: number;
                            /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                            readonly firstAt: number;
                        }[];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly makeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly key: components["schemas"]["Key"] | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly importKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description PKCS#1 or PKCS#8, RSA-2048, no passphrase. */
                    readonly privateKeyPem: string;
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Key"];
                };
            };
            /** @description What went wrong; among others: 422 key.malformed, 409 key.known. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly keyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 key.needed, 409 key.only. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getQuarantine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Quarantine"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listQuarantined: {
        readonly parameters: {
            readonly query: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly connectionId: string;
                readonly cause?: components["schemas"]["QuarantineCause"];
                readonly publickeyVer?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["QuarantinedEnvelope"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reopenQuarantine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly connectionId: string;
                    readonly cause?: components["schemas"]["QuarantineCause"];
                    readonly publickeyVer?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reparseMessages: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly connectionId: string;
                    /** @enum {string} */
                    readonly among: "all" | "unknown";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCompleteness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Completeness"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadLedgerKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadLedger: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadCheckpoints: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listLedgerDays: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["LedgerDay"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLedgerDay: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly day: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LedgerDayDetail"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly verifyLedger: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LedgerCheck"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listFindings: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "open" | "resolved";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Finding"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly searchMessages: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly q?: string;
                readonly person?: readonly string[];
                readonly room?: string;
                readonly conversation?: string;
                readonly kind?: readonly string[];
                readonly direction?: readonly string[];
                readonly media?: boolean;
                readonly recalled?: boolean;
                readonly unanswered?: boolean;
                readonly from?: number;
                readonly until?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly countMatches: {
        readonly parameters: {
            readonly query?: {
                readonly q?: string;
                readonly person?: readonly string[];
                readonly room?: string;
                readonly conversation?: string;
                readonly kind?: readonly string[];
                readonly direction?: readonly string[];
                readonly media?: boolean;
                readonly recalled?: boolean;
                readonly unanswered?: boolean;
                readonly from?: number;
                readonly until?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchFacets"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getOriginal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OriginalMessage"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly readContext: {
        readonly parameters: {
            readonly query?: {
                readonly before?: number;
                readonly after?: number;
                readonly gap?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessageContext"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSavedSearches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["SavedSearch"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly saveSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly query: components["schemas"]["SavedQuery"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong; among others: 409 saved_search.name_taken, 409 saved_search.too_many. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteSavedSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly searchId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listConversations: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly person?: string;
                readonly kind?: "room" | "pair" | "group" | "self";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Conversation"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getConversation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly conversationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listConversationDays: {
        readonly parameters: {
            readonly query: {
                readonly from: number;
                readonly until: number;
            };
            readonly header?: never;
            readonly path: {
                readonly conversationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BusyDays"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly findMessageAt: {
        readonly parameters: {
            readonly query: {
                readonly at: number;
            };
            readonly header?: never;
            readonly path: {
                readonly conversationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessagePlace"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDialog: {
        readonly parameters: {
            readonly query?: {
                readonly gap?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneDialog"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listConversationDialogs: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly gap?: number;
                readonly until?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly conversationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DialogPage"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listFrozenDialogs: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FrozenDialogPage"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly freezeDialog: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly messageId: string;
                    readonly gapMinutes: number;
                    /** @enum {string} */
                    readonly reason: "cited";
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FrozenDialog"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getFrozenDialog: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly dialogId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FrozenDialogText"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeFrozenDialog: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dialogId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 request.conflict. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listPeople: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly kind?: components["schemas"]["PersonKind"];
                readonly state?: components["schemas"]["PersonState"];
                readonly q?: string;
                readonly key?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["PersonInArchive"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listConsents: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly personKey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Consent"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getPerson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly personKey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonRecord"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly separateCustomer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly personKey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly joinCustomer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly personKey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly readTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly gap?: number;
                readonly cursor?: string;
                readonly at?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly personKey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listTimelineDays: {
        readonly parameters: {
            readonly query: {
                readonly from: number;
                readonly until: number;
            };
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly personKey: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BusyDays"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listRooms: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: components["schemas"]["RoomState"];
                readonly kind?: "customer" | "internal" | "external";
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Room"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getRoom: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly roomId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoomRecord"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMembersOfRoom: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "present" | "left";
            };
            readonly header?: never;
            readonly path: {
                readonly connectionId: string;
                readonly roomId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["RoomMember"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCoverage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Coverage"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listIncomplete: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly connectionId?: string;
                readonly state?: components["schemas"]["CoverageState"];
                readonly fault?: components["schemas"]["Fault"];
            };
            readonly header?: never;
            readonly path: {
                readonly kind: components["schemas"]["CoveredKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Incomplete"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listScope: {
        readonly parameters: {
            readonly query: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly connectionId: string;
                readonly group: components["schemas"]["ScopeGroup"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ScopedPerson"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly retryCoverage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly connectionId: string;
                    readonly enrichment: components["schemas"]["EnrichmentKind"];
                    readonly key?: string;
                    readonly state?: components["schemas"]["CoverageState"];
                    readonly fault?: components["schemas"]["Fault"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sendMedia: {
        readonly parameters: {
            readonly query?: {
                readonly download?: "1";
            };
            readonly header?: never;
            readonly path: {
                readonly mediaId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong; among others: 409 media.pending, 410 media.expired. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sendCopy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mediaId: string;
                readonly copy: "audio" | "thumbnail" | "poster" | "text";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong; among others: 409 media.pending, 410 media.expired, 409 copy.pending, 409 copy.no_decoder, 409 copy.unreadable, 409 copy.too_costly. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getFileLedger: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileLedger"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listFileDays: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["FileDay"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listFiles: {
        readonly parameters: {
            readonly query: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly list: components["schemas"]["FileList"];
                readonly connectionId?: string;
                readonly kind?: components["schemas"]["FileKind"];
                readonly fault?: components["schemas"]["Fault"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["FileInLedger"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadFileList: {
        readonly parameters: {
            readonly query: {
                readonly list: components["schemas"]["FileList"];
                readonly connectionId?: string;
                readonly kind?: components["schemas"]["FileKind"];
                readonly fault?: components["schemas"]["Fault"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly retryFiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly mediaId?: string;
                    readonly list?: components["schemas"]["FileLackList"];
                    /** Format: uuid */
                    readonly connectionId?: string;
                    readonly fault?: components["schemas"]["Fault"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileRetry"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSearchIndex: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchIndex"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkSearchIndex: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchIndex"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly rebuildSearchIndex: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchIndex"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly switchTypesense: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly on: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchIndex"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listExports: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Export"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly requestExport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly q?: string;
                    readonly people?: readonly string[];
                    readonly room?: string;
                    /** Format: uuid */
                    readonly conversation?: string;
                    readonly kinds?: readonly string[];
                    readonly directions?: readonly ("internal" | "inbound" | "outbound" | "none")[];
                    readonly media?: boolean;
                    readonly recalled?: boolean;
                    readonly unanswered?: boolean;
                    readonly from?: number;
                    readonly until?: number;
                    /** Format: uuid */
                    readonly dialog?: string;
                    readonly dialogOf?: {
                        /** Format: uuid */
                        readonly messageId: string;
                        readonly gapMinutes: number;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Export"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getExport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly exportId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Export"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancelExport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly exportId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Export"];
                };
            };
            /** @description What went wrong; among others: 409 request.conflict. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadExport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly exportId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong; among others: 410 export.expired, 409 export.not_ready, 403 export.beyond_rights, 403 permission.missing. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getExportLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportLink"];
                };
            };
            /** @description What went wrong; among others: 410 link.expired, 403 link.wrong_person. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadExportLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong; among others: 410 export.expired, 409 export.not_ready, 403 export.beyond_rights, 403 permission.missing, 410 link.expired, 403 link.wrong_person. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSchedules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ExportSchedule"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createSchedule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly timeOfDay: string;
                    readonly zone: string;
                    readonly recipients: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportSchedule"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteSchedule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly scheduleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeSchedule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly scheduleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name?: string;
                    readonly timeOfDay?: string;
                    readonly zone?: string;
                    readonly recipients?: readonly string[];
                    readonly enabled?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportSchedule"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly runSchedule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly scheduleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 request.conflict. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMembers: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Member"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMember: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeMember: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 member.last_owner. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeMember: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly role?: components["schemas"]["Role"];
                    /** Format: uuid */
                    readonly roleId?: string;
                    readonly personKey?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong; among others: 409 member.last_owner, 403 rights.beyond_own. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly viewAs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewAs"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listRoles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["RoleInCompany"][];
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createRole: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly actions: readonly components["schemas"]["Action"][];
                    readonly reach: components["schemas"]["Reach"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleInCompany"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own, 409 role.name_taken. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeRole: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly roleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 role.in_use. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeRole: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly roleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name?: string;
                    readonly actions?: readonly components["schemas"]["Action"][];
                    readonly reach?: components["schemas"]["Reach"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleInCompany"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own, 409 role.name_taken. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listDepartments: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Department"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listInvitations: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Invitation"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly role: components["schemas"]["Role"];
                    /** Format: uuid */
                    readonly roleId?: string;
                    /** @default null */
                    readonly personKey?: string | null;
                    /** @default [] */
                    readonly employees?: readonly string[];
                    /** @default [] */
                    readonly departments?: readonly {
                        /** Format: uuid */
                        readonly connectionId: string;
                        readonly departmentId: string;
                    }[];
                    readonly departmentsAsOf?: components["schemas"]["DepartmentsAsOf"];
                    /** @default [] */
                    readonly grants?: readonly components["schemas"]["GrantTerms"][];
                    readonly language: components["schemas"]["Language"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description What went wrong; among others: 409 member.exists, 403 rights.beyond_own. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly invitationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getInvitationOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            /** @description What went wrong; among others: 410 invitation.expired. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly acceptInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedInvitation"];
                };
            };
            /** @description What went wrong; among others: 410 invitation.expired, 403 invitation.wrong_person, 409 member.exists. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listGrants: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Grant"][];
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "idempotency-key"?: string;
            };
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GrantTerms"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
                readonly grantId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GrantTerms"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
                readonly grantId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly setGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly employees: readonly string[];
                    /** @default [] */
                    readonly departments?: readonly {
                        /** Format: uuid */
                        readonly connectionId: string;
                        readonly departmentId: string;
                    }[];
                    readonly departmentsAsOf?: components["schemas"]["DepartmentsAsOf"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly previewGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly grant: components["schemas"]["GrantTerms"];
                    /** @default null */
                    readonly memberId?: string | null;
                    /** @default null */
                    readonly personKey?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GrantPreview"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listCustomerTags: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** Format: uuid */
                            readonly connectionId: string;
                            readonly tagId: string;
                            readonly groupName: string;
                            readonly name: string;
                            readonly isDeleted: boolean;
                        }[];
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listApiKeys: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ApiKey"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly purpose: string;
                    readonly scopes: readonly ("view" | "search" | "export" | "see_members" | "see_audit" | "see_completeness")[];
                    /** @default [] */
                    readonly grants?: readonly components["schemas"]["GrantTerms"][];
                    /** @default [] */
                    readonly networks?: readonly string[];
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly expiresAt: number;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description What went wrong; among others: 403 rights.beyond_own, 403 proof.needed. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly keyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly keyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name?: string;
                    readonly networks?: readonly string[];
                    /** @description Milliseconds since 1970-01-01T00:00:00Z. */
                    readonly expiresAt?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description What went wrong; among others: 409 request.conflict. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly rotateApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly keyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description What went wrong; among others: 403 api_key.of_another, 403 proof.needed, 409 request.conflict. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getAddressRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AddressRule"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly setAddressRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly enabled: boolean;
                    readonly networks: readonly {
                        /** @example 192.0.2.0/24 */
                        readonly network: string;
                        /** @default  */
                        readonly label?: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AddressRule"];
                };
            };
            /** @description What went wrong; among others: 409 address.own_missing. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listAudit: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly member?: string;
                readonly actor?: "system" | "operator";
                readonly group?: "reading" | "searches" | "files" | "exports" | "rights" | "sign_in" | "settings" | "proofs" | "denials";
                readonly about?: string;
                readonly from?: number;
                readonly until?: number;
                readonly address?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["AuditEntry"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listAuditActors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["AuditActor"][];
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getChainState: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditChainState"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly verifyAudit: {
        readonly parameters: {
            readonly query?: {
                readonly after?: number;
                readonly afterRow?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly compareCheckpoints: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ComparedCheckpoints"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadAuditTable: {
        readonly parameters: {
            readonly query?: {
                readonly member?: string;
                readonly actor?: "system" | "operator";
                readonly group?: "reading" | "searches" | "files" | "exports" | "rights" | "sign_in" | "settings" | "proofs" | "denials";
                readonly about?: string;
                readonly from?: number;
                readonly until?: number;
                readonly address?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadAuditFile: {
        readonly parameters: {
            readonly query?: {
                readonly member?: string;
                readonly actor?: "system" | "operator";
                readonly group?: "reading" | "searches" | "files" | "exports" | "rights" | "sign_in" | "settings" | "proofs" | "denials";
                readonly about?: string;
                readonly from?: number;
                readonly until?: number;
                readonly address?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadAuditCheckpoints: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly openSearchWords: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly auditId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OpenedWords"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listStatements: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["StatementOfMonth"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getStatement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly month: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadStatement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly month: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReason: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReasonState"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly giveReason: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReasonState"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReasonSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReasonSettings"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeReasonSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly hours: number | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReasonSettings"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSingleSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SingleSignOn"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createOidcSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly issuer: string;
                    readonly clientId: string;
                    readonly clientSecret?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
            /** @description What went wrong; among others: 422 host.refused, 503 host.unreachable, 422 provider.refused. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createSamlSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /** @description The metadata itself, or an https address of it, which is asked once. */
                    readonly metadata: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
            /** @description What went wrong; among others: 422 host.refused, 503 host.unreachable, 422 provider.refused. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly signOnId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly joinsAs: components["schemas"]["JoiningRole"];
                    readonly isRequired: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly signOnId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly enableSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly signOnId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
            /** @description What went wrong; among others: 409 single_sign_on.untested. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly disableSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly signOnId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addSignOnDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly domain: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOnDomain"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly proveSignOnDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly domain: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOnDomain"];
                };
            };
            /** @description What went wrong; among others: 409 domain.unproven, 409 domain.taken, 503 host.unreachable. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeSignOnDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly domain: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly makeScimToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly signOnId: string;
                    readonly role: components["schemas"]["JoiningRole"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MadeScimToken"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeScimToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly tokenId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReadingSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadingSettings"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeReadingSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly dialogGapMinutes: number;
                    readonly unansweredHours: number;
                    readonly workingDays: readonly number[];
                    readonly workingFrom: string;
                    readonly workingUntil: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadingSettings"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSupportRequests: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["SupportRequest"][];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong; among others: 403 support.owner_only. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly approveSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly requestId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly scopes: readonly components["schemas"]["SupportScope"][];
                    readonly hours: number;
                    /** @default [] */
                    readonly people?: readonly string[];
                    /** @default [] */
                    readonly rooms?: readonly string[];
                    /**
                     * @description Milliseconds since 1970-01-01T00:00:00Z.
                     * @default null
                     */
                    readonly sentFrom?: number | null;
                    /**
                     * @description Milliseconds since 1970-01-01T00:00:00Z.
                     * @default null
                     */
                    readonly sentUntil?: number | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 403 support.owner_only, 409 support.decided. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly refuseSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly requestId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 403 support.owner_only, 409 support.decided. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly endSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly requestId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 403 support.owner_only, 409 support.decided. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getOperator: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listOperatorTenants: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OperatorTenant"][];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listOperatorSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OperatorSupport"][];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listTenantSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly tenantId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OperatorSupport"][];
                        readonly nextCursor: null;
                    };
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly tenantId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly scopes: readonly components["schemas"]["SupportScope"][];
                    readonly hours: number;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AskedSupport"];
                };
            };
            /** @description What went wrong. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly endOwnSupport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly tenantId: string;
                readonly requestId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong; among others: 409 support.decided. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
