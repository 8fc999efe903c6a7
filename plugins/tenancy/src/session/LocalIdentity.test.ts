import { PortalError } from '@freehold/plugin-tenancy-react';
import { LocalIdentity } from './LocalIdentity';
import type { Session } from './SessionClient';
import type { TabChannel } from './TabChannel';

const HOUR_SECONDS = 3600;

function session(token: string, userEntityRef = 'user:acme/ann'): Session {
  return {
    backstageIdentity: {
      token,
      expiresInSeconds: HOUR_SECONDS,
      identity: { type: 'user', userEntityRef, ownershipEntityRefs: [] },
    },
    profile: { displayName: 'Ann', email: 'ann@acme.example' },
  };
}

function refusal(status: number) {
  return new PortalError({ name: 'Error', message: 'no', status });
}

function setUp(refresh: jest.Mock<Promise<Session>>) {
  let signedOutElsewhere = () => {};
  const tabs = {
    onSignedOut: (listener: () => void) => {
      signedOutElsewhere = listener;
    },
    announceSignedOut: jest.fn(),
    oneAtATime: <Result>(work: () => Promise<Result>) => work(),
  };
  const signOut = jest.fn(async () => {});
  const onEnded = jest.fn();
  const identity = new LocalIdentity(
    session('first'),
    { refresh, signOut },
    tabs as unknown as TabChannel,
    onEnded,
  );
  return {
    identity,
    tabs,
    signOut,
    onEnded,
    signOutElsewhere: () => signedOutElsewhere(),
  };
}

describe('LocalIdentity', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('hands out its token without asking while it is fresh', async () => {
    const refresh = jest.fn(async () => session('second'));
    const { identity } = setUp(refresh);
    jest.advanceTimersByTime(HOUR_SECONDS * 500);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
    expect(refresh).not.toHaveBeenCalled();
  });

  it('renews ahead of expiry without making the request wait', async () => {
    const refresh = jest.fn(async () => session('second'));
    const { identity } = setUp(refresh);
    jest.advanceTimersByTime(HOUR_SECONDS * 800);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
    await jest.advanceTimersByTimeAsync(0);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('renews once for many requests at the end of the token', async () => {
    const refresh = jest.fn(async () => session('second'));
    const { identity } = setUp(refresh);
    jest.advanceTimersByTime(HOUR_SECONDS * 1000);
    const answers = await Promise.all([
      identity.getCredentials(),
      identity.getCredentials(),
      identity.getCredentials(),
    ]);
    expect(answers).toEqual(Array(3).fill({ token: 'second' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('keeps the session when only the network is away', async () => {
    const refresh = jest.fn().mockRejectedValue(refusal(0));
    const { identity, onEnded } = setUp(refresh);
    jest.advanceTimersByTime(HOUR_SECONDS * 1000);
    await expect(identity.getCredentials()).rejects.toMatchObject({
      status: 0,
    });
    expect(onEnded).not.toHaveBeenCalled();
    refresh.mockResolvedValue(session('second'));
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
  });

  it('ends when the backend refuses both token and session', async () => {
    const refresh = jest.fn().mockRejectedValue(refusal(401));
    const { identity, onEnded } = setUp(refresh);
    await identity.tokenRefused('first');
    expect(onEnded).toHaveBeenCalledTimes(1);
  });

  it('goes on when only the token was refused', async () => {
    const { identity, onEnded } = setUp(jest.fn(async () => session('second')));
    await identity.tokenRefused('first');
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('does not react to a token it has replaced already', async () => {
    const refresh = jest.fn(async () => session('second'));
    const { identity } = setUp(refresh);
    await identity.tokenRefused('older');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('never becomes someone else who signed in in another tab', async () => {
    const refresh = jest.fn(async () => session('second', 'user:other/bob'));
    const { identity, onEnded } = setUp(refresh);
    await identity.tokenRefused('first');
    expect(onEnded).toHaveBeenCalledTimes(1);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
  });

  it('ends when another tab signs out', () => {
    const { onEnded, signOutElsewhere } = setUp(jest.fn());
    signOutElsewhere();
    expect(onEnded).toHaveBeenCalledTimes(1);
  });

  it('signs out on the backend, tells the other tabs and says nothing', async () => {
    const { identity, signOut, tabs, onEnded, signOutElsewhere } = setUp(
      jest.fn(),
    );
    await identity.signOut();
    signOutElsewhere();
    expect(signOut).toHaveBeenCalledTimes(1);
    expect(tabs.announceSignedOut).toHaveBeenCalledTimes(1);
    expect(onEnded).not.toHaveBeenCalled();
  });
});
