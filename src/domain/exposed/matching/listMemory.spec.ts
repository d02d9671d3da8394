import type { K8sObject } from '../../k8s/objects';
import { ListMemory } from './listMemory';

const an = (name: string, resourceVersion?: string, uid: string | undefined = name): K8sObject => ({
  metadata: { name, namespace: 'prod2', ...(uid ? { uid } : {}), ...(resourceVersion ? { resourceVersion } : {}) },
});
const [A, B, C] = [an('a', '1'), an('b', '1'), an('c', '1')];
const remembering = (list: readonly K8sObject[]) => {
  const memory = new ListMemory<K8sObject>();
  memory.changesTo(list);
  return memory;
};

describe('ListMemory', () => {
  it('finds all new at first', () => {
    expect(new ListMemory<K8sObject>().changesTo([A, B])).toEqual([{ after: A }, { after: B }]);
  });

  it('tells what has come, gone and changed, what is gone first', () => {
    const changed = an('b', '2');
    const memory = remembering([A, B, C]);
    expect(memory.changesTo([changed, C, an('d', '1')])).toEqual([
      { before: A },
      { before: B, after: changed },
      { after: an('d', '1') },
    ]);
    expect(memory.objects).toEqual([changed, C, an('d', '1')]);
  });

  it('keeps the object that it knows when the console makes it again', () => {
    const memory = remembering([A, B]);
    const known = memory.objects;
    expect(memory.changesTo(structuredClone([A, B]))).toEqual([]);
    expect(memory.objects).toBe(known);
    memory.changesTo([...structuredClone([A, B]), C]);
    expect(memory.objects[0]).toBe(A);
  });

  it('takes another object in the place of an unnumbered one for a change', () => {
    const [before, after] = [an('a'), an('a')];
    expect(remembering([before]).changesTo([after])).toEqual([{ before, after }]);
  });

  it('takes another uid under the same name for another object', () => {
    const other = an('a', '1', 'other');
    expect(remembering([A]).changesTo([other])).toEqual([{ before: A }, { after: other }]);
  });

  it('follows another order', () => {
    const memory = remembering([A, B, C]);
    expect(memory.changesTo([C, A, B])).toEqual([]);
    expect(memory.objects).toEqual([C, A, B]);
  });
});
