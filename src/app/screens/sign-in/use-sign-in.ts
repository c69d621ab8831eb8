/** The sign-in's boxes, and what came of the last try. Nothing is judged before "sign in" is pressed. */
import { useRef, useState } from 'preact/hooks';
import type { SignInAnswer } from '#app/hall/session-calls.ts';

export type SignInState =
  | { readonly at: 'asking' }
  | { readonly at: 'missing'; readonly name: boolean; readonly password: boolean }
  | { readonly at: 'trying' }
  | { readonly at: 'wrong' | 'offline' | 'trouble' }
  | { readonly at: 'slow'; readonly seconds: number };

export type SignIn = (name: string, password: string) => Promise<SignInAnswer>;

export function useSignIn(signIn: SignIn, now: () => number, knownName: string) {
  const [name, setName] = useState(knownName);
  const [password, setPassword] = useState('');
  const [state, setState] = useState<SignInState>({ at: 'asking' });
  /** ms since 1970: the service wants no try before this. */
  const notBefore = useRef(0);

  async function submit(): Promise<void> {
    if (state.at === 'trying') return;
    if (name.trim() === '' || password === '') {
      return setState({ at: 'missing', name: name.trim() === '', password: password === '' });
    }
    // Asking earlier would only make the wait longer, so the rest of it is told again instead.
    if (now() < notBefore.current) return setState(slow(notBefore.current - now()));

    setState({ at: 'trying' });
    const answer = await signIn(name.trim(), password);
    if (answer.at === 'in') return; // whoever asked shows the desk now
    if (answer.at !== 'slow') return setState({ at: answer.at });
    notBefore.current = now() + answer.waitMs;
    setState(slow(answer.waitMs));
  }

  return { name, setName, password, setPassword, state, submit };
}

const slow = (ms: number): SignInState => ({ at: 'slow', seconds: Math.ceil(ms / 1000) });
