import { renderHook, waitFor } from '@testing-library/react';
import { answered } from '../../../test/components/answered';
import { unavailable } from '../../../test/objects/apiErrors';
import { allRights } from '../../../test/objects/draftBuilders';
import { ServedCluster } from '../../../test/components/servedCluster';
import { sdk } from '../../../test/components/sdkStub';
import { useRights } from './useRights';

const ask = (namespace = 'prod2') => renderHook(({ of }) => useRights(of), { initialProps: { of: namespace } });

describe('useRights', () => {
  it('says nothing until it knows', async () => {
    new ServedCluster();
    const { result } = ask();
    expect(result.current.rights).toBeUndefined();
    expect(result.current.failure).toBeUndefined();
    await waitFor(() => expect(result.current.rights).toEqual(allRights()));
  });

  it('tells what the user may not do', async () => {
    const served = new ServedCluster();
    served.forbid('restartVm', 'patchPod');
    const { result } = ask();
    await waitFor(() => expect(result.current.rights).toEqual({ ...allRights(), restartVm: false, patchPod: false }));
  });

  it('asks singly where the server cannot list all its rules', async () => {
    const served = new ServedCluster();
    served.cluster.access = { rules: [], incomplete: true };
    served.cluster.mayIAnswer = (resource) => resource === 'services';
    const { result } = ask();
    await waitFor(() =>
      expect(result.current.rights).toEqual({
        ...allRights(false),
        createService: true,
        patchService: true,
        deleteService: true,
      }),
    );
  });

  it('tells a failure, and calls nothing denied', async () => {
    const served = new ServedCluster();
    served.refuseRead = () => unavailable();
    const { result } = ask();
    await waitFor(() => expect(result.current.failure?.code).toBe(503));
    expect(result.current.rights).toBeUndefined();
  });

  it('forgets the rights of one namespace in another, and lets no late answer count', async () => {
    new ServedCluster();
    const answers = new Map<string, (rules: { rules: never[]; incomplete: boolean }) => void>();
    if (sdk.port)
      sdk.port = { ...sdk.port, rules: (namespace) => new Promise((resolve) => answers.set(namespace, resolve)) };
    const { result, rerender } = ask('first');
    rerender({ of: 'second' });
    expect(result.current.rights).toBeUndefined();
    answers.get('second')?.({ rules: [], incomplete: false });
    await waitFor(() => expect(result.current.rights).toEqual(allRights(false)));
    const before = result.current;
    answers.get('first')?.({ rules: [], incomplete: false });
    await answered();
    expect(result.current).toBe(before);
    rerender({ of: 'first' });
    expect(result.current.rights).toBeUndefined();
  });

  it('asks nothing without a namespace', async () => {
    const served = new ServedCluster();
    const asked = jest.spyOn(served.cluster, 'rules');
    const { rerender } = ask('');
    await answered();
    expect(asked).not.toHaveBeenCalled();
    rerender({ of: 'prod2' });
    await answered();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
