import { useSyncExternalStore } from 'react';
import { connect } from '../api/client';
import type { Config } from '../config/load';

/** Who is signed in, in this tab, until it is closed. The token lies in sessionStorage; how it came there is in flow.ts. */
export interface Session { access: string; refresh?: string; expires: number; name?: string; email?: string; /** As the API calls this person. */ username?: string; groups: string[] }

const KEY = 'owlet.session';
/** Renewed so long before its end, that no request starts with a token about to expire. */
const EARLY = 60_000;

let session: Session | null = read();
let config: Config;
let renewing: Promise<boolean> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function read(): Session | null {
  try {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Session) : null;
  } catch { return null; }
}

export function setSession(next: Session | null) {
  session = next;
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
  else sessionStorage.removeItem(KEY);
  schedule();
  listeners.forEach((l) => l());
}

/** Silent renewal: by timer while the tab is open, and before the next request when it slept. */
function schedule() {
  clearTimeout(timer);
  if (session?.refresh) timer = setTimeout(() => void renew(), Math.max(0, session.expires - Date.now() - EARLY));
}

export function renew(): Promise<boolean> {
  renewing ??= import('./flow')
    .then(({ renewed }) => renewed(config, session))
    .then((next) => { setSession(next); return next !== null; }, () => false)
    .finally(() => { renewing = null; });
  return renewing;
}

export function start(loaded: Config) {
  config = loaded;
  connect(config.apiUrl, {
    async token() {
      if (session && session.expires - Date.now() < EARLY / 2) await renew();
      return session?.access;
    },
    renew: () => (session ? renew() : Promise.resolve(false)),
  });
  schedule();
}

export const useSession = () => useSyncExternalStore((l) => (listeners.add(l), () => listeners.delete(l)), () => session);

/** As Cognito wants it: client_id and logout_uri, not what OpenID Connect names them. */
export function signOut() {
  setSession(null);
  const q = new URLSearchParams({ client_id: config.auth.clientId, logout_uri: `${location.origin}/` });
  location.assign(`${config.auth.domain}/logout?${q}`);
}
