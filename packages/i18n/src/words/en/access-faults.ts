/** Refusals about who somebody is and what they may do; the others stand in faults.ts. */
export const accessFaults = {
  'session.missing': { title: 'You are not signed in, or the session has ended', cure: 'Sign in and continue.' },
  'api_key.refused': {
    title: 'This key opens nothing',
    cure: 'Check that it is complete, and has not ended or been revoked; if need be, ask an admin for a new one.',
  },
  'api_key.with_session': {
    title: 'A key cannot be used together with a session',
    cure: 'Send the key alone, without cookies.',
  },
  'api_key.outside': {
    title: 'This key cannot be used from {{address}}',
    cure: 'Use it from a network that it allows, or ask an admin to add this address on the page “API keys”.',
  },
  'api_key.not_for_this': {
    title: 'Keys cannot do this',
    cure: 'A member who is signed in does it.',
  },
  'api_key.ended': {
    title: 'The API key that asked for this export has ended or was revoked',
    cure: 'Make another on the page “API keys” and export again, or export while signed in.',
  },
  'api_key.of_another': {
    title: 'Another member made this key',
    cure: 'Only the member who made it can give it a new secret. You can revoke it and make one of your own.',
  },
  'address.outside': {
    title: 'The company does not let anybody in from {{address}}',
    cure: 'Use a network that the company allows, or ask an admin to add this address on the page “Network addresses”.',
  },
  'address.own_missing': {
    title: 'Your own address {{address}} is not on the list',
    cure: 'Add it first, so that you do not lock yourself out.',
  },
  'session.csrf': { title: 'This page is out of date; nothing was done', cure: 'Reload the page and do it once more.' },
  'provider.refused': {
    title: 'This is not what an identity provider answers',
    cure: 'Compare the address, the client ID and the secret with what the identity provider shows.',
  },
  'domain.unproven': {
    title: 'The TXT record was not found',
    cure: 'Enter the record as it is shown here. It can take an hour until it can be read everywhere; then check again.',
  },
  'domain.taken': {
    title: 'Another company proved this domain before',
    cure: 'Have it removed there first, or write to us when nobody knows who did it.',
  },
  'single_sign_on.unknown': {
    title: 'No company signs in with this domain',
    cure: 'Check the part after the @, or sign in with e-mail and password.',
  },
  'single_sign_on.refused': {
    title: 'The company sign-in was not accepted',
    cure: 'Try once more from the sign-in page. If it stays, ask the administrator of your company: the log says why.',
  },
  'single_sign_on.untested': {
    title: 'This sign-in was not tried yet',
    cure: 'Prove a domain and sign in once as a test, then switch it on.',
  },
  'single_sign_on.required': {
    title: 'This company is entered with its own sign-in only',
    cure: 'Sign out, then choose “Sign in with your company”.',
  },
  'single_sign_on.only': {
    title: 'With a company sign-in this cannot be done',
    cure: 'Password and second factor are those of your company. For another company, sign in with e-mail and password.',
  },
  'reason.missing': {
    title: 'A reason is asked before content opens',
    cure: 'Say why you look; it goes on from there.',
  },
  'proof.needed': { title: 'Show first that it is you', cure: 'Type your password or a code, then do it again.' },
  'proof.wrong': {
    title: 'This is not right',
    cure: 'Check the password or the code and type it again. After ten wrong tries it takes an hour.',
  },
  'password.short': { title: 'The password is too short', cure: 'Use at least 10 characters.' },
  'factor.required': {
    title: 'This company asks for a second factor',
    cure: 'Set one up under Security, or sign in again with yours.',
  },
  'factor.exists': { title: 'An authenticator app is set up already', cure: 'Remove it first to set up another one.' },
  'factor.own_first': {
    title: 'You have not signed in with a second factor yourself',
    cure: 'Set one up under Security first, so that you are not locked out.',
  },
  'factor.shared': { title: 'This second factor cannot be reset here', cure: 'The person has to use a recovery code.' },
  'permission.missing': {
    title: 'Your role does not allow this',
    cure: 'An owner or admin can change your role on the Members page.',
  },
  'support.owner_only': { title: 'Only the owner decides on support access', cure: 'Ask the owner of the company.' },
  'support.outside': {
    title: 'This support access does not reach here',
    cure: 'It reads what the owner named and nothing else; it changes nothing and takes no files along. Ask for another access with a reason.',
  },
  'support.over': {
    title: 'This support access is over',
    cure: 'It was ended, its hours are over, or it is not yours. Ask for another one with a reason.',
  },
  'support.decided': { title: 'This request is no longer open', cure: 'Reload the page to see what became of it.' },
  'tenant.none': {
    title: 'You do not belong to a company yet',
    cure: 'Create a company, or open the link in your invitation.',
  },
  'invitation.expired': {
    title: 'The invitation has expired or was used',
    cure: 'Ask the person who invited you for a new one.',
  },
  'invitation.wrong_person': {
    title: 'This invitation was sent to another e-mail address',
    cure: 'Sign out, sign in with the invited address, and open the link again.',
  },
  'member.exists': {
    title: 'This person is already a member',
    cure: 'Change the role and the grant on the Members page.',
  },
  'rights.beyond_own': {
    title: 'Nobody can give rights that they do not have',
    cure: 'Ask a member who has them, such as an owner, to give them, or choose less.',
  },
  'role.in_use': {
    title: 'Somebody still has this role',
    cure: 'Give its members another role and take back the invitations that offer it; then delete it.',
  },
  'role.name_taken': { title: 'There is a role of this name already', cure: 'Choose another name.' },
  'member.last_owner': {
    title: 'The only owner cannot be removed or lowered',
    cure: 'Make another member an owner first.',
  },
  'link.expired': { title: 'The download link has expired', cure: 'Download from the Exports page, or export again.' },
  'link.wrong_person': {
    title: 'This link was sent to another member',
    cure: 'Sign in with the account that received the mail.',
  },
  'audit.broken': {
    title: 'The audit log does not agree with its chain: {{problems}} things',
    cure: 'Verify it on the audit page, which names what was changed, removed, reordered or cut off, and contact us.',
  },
} as const;
