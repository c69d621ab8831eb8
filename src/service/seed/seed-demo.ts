/** The very first start: a demo office and its people, whose passwords are made here and told once. */
import { hashPassword, newPassword } from '../accounts/password.ts';
import type { StaffRole, Store } from '../store/store.ts';
import office from './demo-office.json' with { type: 'json' };
import people from './demo-workers.json' with { type: 'json' };

export type DemoSignIn = { readonly name: string; readonly password: string };

const WORKERS = people as readonly ((typeof people)[number] & { readonly role: StaffRole })[]; // our own file

export const DEMO_OFFICE: object = office;

/** All of them or none: a start that was cut off here is a first start again. */
export async function seedWorkers(store: Store, officeId: string): Promise<readonly DemoSignIn[]> {
  const made = await Promise.all(
    WORKERS.map(async (worker) => {
      const password = newPassword();
      return { password, account: { ...worker, officeId, passwordHash: await hashPassword(password) } };
    }),
  );
  await store.saveWorkers(made.map(({ account }) => account));
  return made.map(({ account, password }) => ({ name: account.name, password }));
}
