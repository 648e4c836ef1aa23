import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../config/context';
import { t } from '../i18n/text';
import { Splash } from '../ui/states';
import { useHasGroup } from './access';
import { NoGroupPage } from './NoGroupPage';
import { setSession, useSession } from './session';
import { SignedOutPage } from './SignedOutPage';

/** Signed out, on the way, signed in without a role, or in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { config, model } = useApp();
  const session = useSession();
  const [pathname, navigate] = useLocation();
  const [problem, setProblem] = useState<string>();
  const hasGroup = useHasGroup(model.concepts);
  const back = pathname === '/signed-in' && !session && !problem;
  useEffect(() => {
    if (!back) return;
    import('./flow')
      .then(({ finish }) => finish(config))
      .then((done) => { setSession(done.session); navigate(done.back, { replace: true }); })
      .catch((e: Error) => setProblem(e.message));
  }, [back, config, navigate]);
  if (back) return <Splash label={t.auth.signingIn} />;
  if (!session) return <SignedOutPage problem={problem} />;
  return hasGroup ? children : <NoGroupPage />;
}
