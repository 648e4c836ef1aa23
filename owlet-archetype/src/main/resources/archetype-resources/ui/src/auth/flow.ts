import * as oauth from 'oauth4webapi';
import type { Config } from '../config/load';
import type { Session } from './session';

/** Authorization code with PKCE (RFC 7636), and renewal by refresh token. Loaded when somebody signs in. */
const PENDING = 'owlet.pending';

interface Pending { state: string; nonce: string; verifier: string; back: string }

/** Only the issuer of this machine may do without TLS. */
const options = (config: Config) => ({ [oauth.allowInsecureRequests]: /^http:\/\/localhost[:/]/.test(config.auth.authority) });

async function discover(config: Config): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(config.auth.authority);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options(config)));
}

const client = (config: Config): oauth.Client => ({ client_id: config.auth.clientId });
/** The address that a deployment's issuer knows of this app, for both ways. */
const redirect = () => `${location.origin}/`;

export async function signIn(config: Config) {
  const server = await discover(config);
  const pending: Pending = {
    state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier(),
    back: location.pathname + location.search,
  };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const to = new URL(server.authorization_endpoint!);
  to.search = new URLSearchParams({
    response_type: 'code', client_id: config.auth.clientId, redirect_uri: redirect(), scope: config.auth.scope,
    state: pending.state, nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256',
  }).toString();
  location.assign(to);
}

/** Back from the issuer: the session, and where the person was. */
export async function finish(config: Config, answer: URL): Promise<{ session: Session; back: string }> {
  const text = sessionStorage.getItem(PENDING);
  if (!text) throw new Error('no sign-in is under way in this tab');
  sessionStorage.removeItem(PENDING);
  const pending = JSON.parse(text) as Pending;
  const server = await discover(config);
  const params = oauth.validateAuthResponse(server, client(config), answer, pending.state);
  const granted = await oauth.authorizationCodeGrantRequest(server, client(config), oauth.None(), params, redirect(), pending.verifier, options(config));
  const tokens = await oauth.processAuthorizationCodeResponse(server, client(config), granted, { expectedNonce: pending.nonce, requireIdToken: true });
  return { session: sessionOf(tokens), back: pending.back };
}

/** Null when the issuer wants to see the person again. */
export async function renewed(config: Config, old: Session | null): Promise<Session | null> {
  if (!old?.refresh) return null;
  const server = await discover(config);
  const answer = await oauth.refreshTokenGrantRequest(server, client(config), oauth.None(), old.refresh, options(config));
  try {
    const tokens = await oauth.processRefreshTokenResponse(server, client(config), answer);
    return { ...sessionOf(tokens), name: old.name, email: old.email, refresh: tokens.refresh_token ?? old.refresh };
  } catch (e) {
    if (e instanceof oauth.ResponseBodyError) return null;
    throw e;
  }
}

function sessionOf(tokens: oauth.TokenEndpointResponse): Session {
  const id = oauth.getValidatedIdTokenClaims(tokens);
  const { username, 'cognito:groups': groups } = claims(tokens.access_token);
  return {
    access: tokens.access_token,
    refresh: tokens.refresh_token,
    expires: Date.now() + (tokens.expires_in ?? 3600) * 1000,
    name: typeof id?.name === 'string' ? id.name : undefined,
    email: typeof id?.email === 'string' ? id.email : undefined,
    username: typeof username === 'string' ? username : undefined,
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}

/** What to show and hide; what is allowed, the API decides, which checks the signature. */
function claims(token: string): Record<string, unknown> {
  const part = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}
