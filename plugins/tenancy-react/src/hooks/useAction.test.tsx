import { act, renderHook } from '@testing-library/react';
import { useAction } from './useAction';

describe('useAction', () => {
  it('gives what the action returned, and says that it runs meanwhile', async () => {
    let finish = (_: string) => {};
    const { result } = renderHook(() =>
      useAction(() => new Promise<string>(resolve => (finish = resolve))),
    );
    let outcome: Promise<string | undefined> | undefined;
    act(() => {
      outcome = result.current.run();
    });
    expect(result.current.isRunning).toBe(true);
    await act(async () => finish('saved'));
    expect(await outcome).toBe('saved');
    expect(result.current.isRunning).toBe(false);
  });

  it('runs once however often it is pressed meanwhile', async () => {
    const perform = jest.fn(async () => {});
    const { result } = renderHook(() => useAction(perform));
    await act(async () => {
      await Promise.all([result.current.run(), result.current.run()]);
    });
    expect(perform).toHaveBeenCalledTimes(1);
    await act(async () => {
      await result.current.run();
    });
    expect(perform).toHaveBeenCalledTimes(2);
  });

  it('keeps why it was refused until it runs again', async () => {
    const perform = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('Not now'))
      .mockResolvedValue(undefined);
    const { result } = renderHook(() => useAction(perform));
    await act(() => result.current.run());
    expect(result.current.error?.message).toBe('Not now');
    await act(() => result.current.run());
    expect(result.current.error).toBeUndefined();
  });
});
