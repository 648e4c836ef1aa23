import { useEffect, useState, type ReactNode } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useApp } from '../config/context';
import { t } from '../i18n/text';
import { Splash } from '../ui/states';
import { useHasGroup } from './access';
import { NoGroupPage } from './NoGroupPage';
import { setSession, useSession } from './session';
import { SignedOutPage } from './SignedOutPage';

/** What the issuer adds to the address when it sends the person back; a code that nobody here asked for comes from its sign-up page. */
const answered = () => {
  const query = new URLSearchParams(location.search);
  return location.pathname === '/' && (query.has('code') || (query.has('error') && query.has('state'))) ? new URL(location.href) : undefined;
};

/** Signed out, on the way, signed in without a role, or in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { config, model } = useApp();
  const session = useSession();
  const [answer, setAnswer] = useState(answered);
  const [problem, setProblem] = useState<string>();
  const hasGroup = useHasGroup(model.concepts);
  useEffect(() => {
    if (!answer) return;
    history.replaceState(null, '', '/');
    const take = async () => {
      const { finish, signIn } = await import('./flow');
      if (!answer.searchParams.has('state')) return signIn(config);
      const done = await finish(config, answer);
      setSession(done.session);
      navigate(done.back, { replace: true });
      setAnswer(undefined);
    };
    take().catch((e: Error) => { setProblem(e.message); setAnswer(undefined); });
  }, [answer, config]);
  if (answer) return <Splash label={t.auth.signingIn} />;
  if (!session) return <SignedOutPage problem={problem} />;
  return hasGroup ? children : <NoGroupPage />;
}
