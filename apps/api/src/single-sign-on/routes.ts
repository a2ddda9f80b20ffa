import { madeScimToken, signOnDomainView, signOnView, singleSignOnView } from '../schemas/single-sign-on.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { changeSignOn, changeSignOnInput, disable, enable, oneSignOnInput, removeSignOn } from './change-sign-on.ts';
import { createOidc, createOidcInput, createSaml, createSamlInput } from './create-sign-on.ts';
import { addDomain, addDomainInput, oneDomainInput, proveDomain, removeDomain } from './domains.ts';
import { endScimToken, makeScimToken, makeScimTokenInput, revokeScimTokenInput } from './scim-tokens.ts';
import { getSingleSignOn, getSingleSignOnInput } from './view-single-sign-on.ts';

export const singleSignOnRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/single-sign-on',
      operation: 'getSingleSignOn',
      summary: 'How people of the company sign in with its own provider',
      audience: 'member',
      input: getSingleSignOnInput,
      answer: singleSignOnView,
    },
    getSingleSignOn,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/oidc',
      operation: 'createOidcSignOn',
      summary: 'Connect an OpenID provider; it is asked first',
      audience: 'member',
      input: createOidcInput,
      status: 201,
      answer: signOnView,
      faults: ['host.refused', 'host.unreachable', 'provider.refused'],
    },
    createOidc,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/saml',
      operation: 'createSamlSignOn',
      summary: 'Connect a SAML provider from its metadata',
      audience: 'member',
      input: createSamlInput,
      status: 201,
      answer: signOnView,
      faults: ['host.refused', 'host.unreachable', 'provider.refused'],
    },
    createSaml,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/single-sign-on/connections/{signOnId}',
      operation: 'changeSignOn',
      summary: 'Who comes without an invitation, and whether people come this way only',
      audience: 'member',
      input: changeSignOnInput,
      answer: signOnView,
    },
    changeSignOn,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/connections/{signOnId}/enable',
      operation: 'enableSignOn',
      summary: 'Let people come by it; it has to be tested',
      audience: 'member',
      input: oneSignOnInput,
      answer: signOnView,
      faults: ['single_sign_on.untested'],
    },
    enable,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/connections/{signOnId}/disable',
      operation: 'disableSignOn',
      summary: 'Let nobody come by it, and end the sessions that it opened',
      audience: 'member',
      input: oneSignOnInput,
      answer: signOnView,
    },
    disable,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/single-sign-on/connections/{signOnId}',
      operation: 'removeSignOn',
      summary: 'Remove a provider with its secret',
      audience: 'member',
      input: oneSignOnInput,
      answer: 'nothing',
    },
    removeSignOn,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/domains',
      operation: 'addSignOnDomain',
      summary: 'Name a domain of the company; answers the record that proves it',
      audience: 'member',
      input: addDomainInput,
      status: 201,
      answer: signOnDomainView,
    },
    addDomain,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/domains/{domain}/prove',
      operation: 'proveSignOnDomain',
      summary: 'Look for the record of a domain',
      audience: 'member',
      input: oneDomainInput,
      answer: signOnDomainView,
      faults: ['domain.unproven', 'domain.taken', 'host.unreachable'],
    },
    proveDomain,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/single-sign-on/domains/{domain}',
      operation: 'removeSignOnDomain',
      summary: 'Remove a domain',
      audience: 'member',
      input: oneDomainInput,
      answer: 'nothing',
    },
    removeDomain,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/single-sign-on/scim-tokens',
      operation: 'makeScimToken',
      summary: 'Make a token with which a provider keeps memberships; shown once',
      audience: 'member',
      input: makeScimTokenInput,
      status: 201,
      answer: madeScimToken,
    },
    makeScimToken,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/single-sign-on/scim-tokens/{tokenId}',
      operation: 'revokeScimToken',
      summary: 'End a token of a provider',
      audience: 'member',
      input: revokeScimTokenInput,
      answer: 'nothing',
    },
    endScimToken,
  ),
];
