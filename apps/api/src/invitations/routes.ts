import { acceptedInvitation, invitationOffer, invitationPage, invitationView } from '../schemas/invitation.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { acceptInvitation, acceptInvitationInput } from './accept-invitation.ts';
import { createInvitation, createInvitationInput } from './create-invitation.ts';
import { getOffer, getOfferInput } from './get-offer.ts';
import { listInvitations, listInvitationsInput } from './list-invitations.ts';
import { revokeInvitation, revokeInvitationInput } from './revoke-invitation.ts';

export const invitationRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/invitations',
      operation: 'listInvitations',
      summary: 'Invitations of the company',
      audience: 'member',
      input: listInvitationsInput,
      answer: invitationPage,
    },
    listInvitations,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/invitations',
      operation: 'createInvitation',
      summary: 'Invite somebody by e-mail',
      audience: 'member',
      input: createInvitationInput,
      status: 201,
      answer: invitationView,
      creates: true,
      faults: ['member.exists', 'rights.beyond_own'],
    },
    createInvitation,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/invitations/{invitationId}',
      operation: 'revokeInvitation',
      summary: 'End an open invitation',
      audience: 'member',
      input: revokeInvitationInput,
      answer: 'nothing',
    },
    revokeInvitation,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/invitations/token/{token}',
      operation: 'getInvitationOffer',
      summary: 'What an invitation offers',
      audience: 'anyone',
      input: getOfferInput,
      answer: invitationOffer,
      faults: ['invitation.expired'],
    },
    getOffer,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/invitations/accept',
      operation: 'acceptInvitation',
      summary: 'Become a member',
      audience: 'signed-in',
      input: acceptInvitationInput,
      answer: acceptedInvitation,
      faults: ['invitation.expired', 'invitation.wrong_person', 'member.exists'],
    },
    acceptInvitation,
  ),
];
