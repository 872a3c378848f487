import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@entente/kernel';
import { engines } from '@entente/testing';
import { openAccounts, type Accounts } from '../src/index.ts';

const PASSWORD = 'mật khẩu đủ dài';

describe.each(engines())('accounts on $name', (engine) => {
  let database: Database;
  let accounts: Accounts;
  const cookieOf = (cookies: readonly string[]) => new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') });

  beforeAll(async () => {
    database = await openDatabase(await engine.open());
    const options = { db: database.kysely, party: 'VN', secret: 'x'.repeat(40), origin: 'http://node.test' };
    accounts = await openAccounts(options);
    // A second start finds the tables there.
    accounts = await openAccounts(options);
  });
  afterAll(() => database.close());

  it('a new person has a pseudonymous id, signs in by name or address, and is told apart by cookie', async () => {
    const added = await accounts.add({ login: 'lan', name: 'Nguyễn Thị Lan', password: PASSWORD, roles: ['coordinator', 'leader'], office: 'o-1', email: 'Lan@example.vn' });
    if (!added.ok) throw new Error(JSON.stringify(added.problems));
    expect(added.value).toMatchObject({ login: 'lan', party: 'VN', roles: ['coordinator', 'leader'], office: 'o-1', disabled: false });
    expect(added.value.id).toMatch(/^[0-9a-f-]{36}$/u);
    for (const login of ['lan', 'LAN', 'lan@example.vn']) {
      const signedIn = await accounts.signIn(login, PASSWORD);
      if (!signedIn.ok) throw new Error(login);
      expect(signedIn.value.cookies.join()).toMatch(/^entente-vn-session=.*HttpOnly.*SameSite=Lax/u);
      expect((await accounts.visitor(cookieOf(signedIn.value.cookies)))?.account.id).toBe(added.value.id);
    }
  });

  it('passwords are kept as scrypt hashes, tokens and links as digests', async () => {
    const lan = await accounts.byLogin('lan');
    const { secret } = await accounts.tokens.create(lan?.id ?? '', 'cli');
    const link = await accounts.links.create(lan?.id ?? '');
    const stored = JSON.stringify(await Promise.all(['auth_account', 'account_token', 'account_link'].map((table) => database.kysely.selectFrom(table as never).selectAll().execute())));
    for (const clear of [PASSWORD, secret, link]) expect(stored).not.toContain(clear);
  });

  it('a wrong password, an unknown name and a disabled account are one and the same answer', async () => {
    await accounts.add({ login: 'gone', name: 'Gone', password: PASSWORD, roles: ['reader'] });
    const gone = await accounts.byLogin('gone');
    await accounts.change(gone?.id ?? '', { disabled: true });
    for (const [login, password] of [['lan', 'wrong'], ['nobody', PASSWORD], ['gone', PASSWORD], ['x', PASSWORD], ['a@b', PASSWORD]] as const) {
      expect(await accounts.signIn(login, password)).toEqual({ ok: false, problems: [{ id: 'sign-in.wrong', path: [] }] });
    }
  });

  it('signing out ends the session at once; so do a new password and being disabled', async () => {
    const signIn = async (password = PASSWORD) => {
      const answer = await accounts.signIn('lan', password);
      return cookieOf(answer.ok ? answer.value.cookies : []);
    };
    const first = await signIn();
    expect(await accounts.visitor(first)).not.toBeNull();
    await accounts.signOut(first);
    expect(await accounts.visitor(first)).toBeNull();
    const second = await signIn();
    const { account } = (await accounts.visitor(second)) ?? {};
    expect(await accounts.isPassword(account?.id ?? '', PASSWORD)).toBe(true);
    expect((await accounts.setPassword(account?.id ?? '', 'short')).ok).toBe(false);
    expect((await accounts.setPassword(account?.id ?? '', 'another password')).ok).toBe(true);
    expect(await accounts.visitor(second)).toBeNull();
    const third = await signIn('another password');
    await accounts.change(account?.id ?? '', { disabled: true });
    expect(await accounts.visitor(third)).toBeNull();
    await accounts.change(account?.id ?? '', { disabled: false });
  });

  it('a forged cookie belongs to nobody', async () => {
    expect(await accounts.visitor(new Headers({ cookie: 'entente-vn-session=abc.def' }))).toBeNull();
    expect(await accounts.visitor(new Headers({ cookie: 'entente-la-session=abc.def' }))).toBeNull();
  });

  it('attempts are counted per login and forgotten after a right one', async () => {
    for (let i = 0; i < 10; i++) expect(await accounts.attempts.allowed(`10.0.0.${i}`, 'target')).toBe(true);
    expect(await accounts.attempts.allowed('10.0.0.99', 'Target')).toBe(false);
    await accounts.attempts.succeeded('target');
    expect(await accounts.attempts.allowed('10.0.0.99', 'target')).toBe(true);
  });

  it('tokens name their owner until revoked; a link signs in once, a reusable one again', async () => {
    const lan = await accounts.byLogin('lan');
    const id = lan?.id ?? '';
    const token = await accounts.tokens.create(id, 'second');
    expect((await accounts.tokens.owner(token.secret))?.id).toBe(id);
    expect(await accounts.tokens.owner('entente_wrong')).toBeNull();
    await accounts.tokens.revoke('someone-else', token.id);
    expect(await accounts.tokens.owner(token.secret)).not.toBeNull();
    await accounts.tokens.revoke(id, token.id);
    expect(await accounts.tokens.owner(token.secret)).toBeNull();

    const once = await accounts.links.create(id);
    expect(await accounts.links.redeem(once)).toBe(id);
    expect(await accounts.links.redeem(once)).toBeNull();
    const again = await accounts.links.create(id, { reusable: true });
    expect([await accounts.links.redeem(again), await accounts.links.redeem(again)]).toEqual([id, id]);
    const past = await accounts.links.create(id, { minutes: -1 });
    expect(await accounts.links.redeem(past)).toBeNull();
  });

  it('drafts are kept per person and key, whatever was typed', async () => {
    const id = (await accounts.byLogin('lan'))?.id ?? '';
    const body = [['text.vi', 'Dấu “ngoặc”, \\ và ký tự lạ \u{1f642}\n'], ['text.lo', 'ພາສາລາວ']];
    expect(await accounts.drafts.save(id, '/pledges/new', body)).toBe(true);
    expect((await accounts.drafts.get(id, '/pledges/new'))?.body).toEqual(body);
    expect(await accounts.drafts.get('other', '/pledges/new')).toBeNull();
    expect(await accounts.drafts.save(id, 'long', 'x'.repeat(17 * 1024 * 1024))).toBe(false);
    await accounts.drafts.drop(id, '/pledges/new');
    expect(await accounts.drafts.get(id, '/pledges/new')).toBeNull();
  });

  it('a wrong new account is refused with every reason', async () => {
    expect(await accounts.add({ login: 'Ơ', name: ' ', password: '1', roles: [] })).toMatchObject({
      ok: false, problems: [{ id: 'account.login' }, { id: 'field.required' }, { id: 'account.password-length' }, { id: 'account.roles' }],
    });
    expect(await accounts.add({ login: 'lan', name: 'x', password: PASSWORD, roles: ['reader'] })).toMatchObject({ ok: false, problems: [{ id: 'account.taken' }] });
  });
});
