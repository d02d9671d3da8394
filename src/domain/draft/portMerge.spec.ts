import { PORT } from '../../../test/objects/draftBuilders';
import type { PortDraft } from '../service/servicePort';
import { mergePorts } from './portMerge';

const A: PortDraft = { ...PORT, name: 'a', port: '80', targetPort: '8080' };
const B: PortDraft = { ...PORT, name: 'b', port: '81', targetPort: '8081' };
const THEIRS: PortDraft = { ...PORT, name: 'theirs', port: '443', targetPort: '8443' };
const to = (port: PortDraft, targetPort: string): PortDraft => ({ ...port, targetPort });
const merge = (
  wanted: readonly PortDraft[],
  now: readonly PortDraft[],
  { base = [A], sent = [] }: { base?: readonly PortDraft[]; sent?: readonly (readonly PortDraft[])[] } = {},
) => mergePorts({ base, wanted, now, sent, type: 'NodePort' });

describe('the ports that a Service is to have', () => {
  it('are left where the draft changes none, whatever others have done', () => {
    for (const now of [[A], [A, THEIRS], [to(A, '9')], [], [THEIRS]])
      expect(merge([A], now)).toEqual({ ports: now, conflicts: [] });
  });

  it.each<[string, PortDraft[], PortDraft[], PortDraft[], PortDraft[]]>([
    ['another target', [A], [to(A, '9090')], [A, THEIRS], [to(A, '9090'), THEIRS]],
    ['a new one', [A], [A, B], [A, THEIRS], [A, THEIRS, B]],
    ['one less', [A, B], [A], [A, B, THEIRS], [A, THEIRS]],
    ['one, while they change another', [A, B], [to(A, '9090'), B], [A, to(B, '1')], [to(A, '9090'), to(B, '1')]],
    ['one, while they remove another', [A, B], [to(A, '9090'), B], [A], [to(A, '9090')]],
    ['the same as they', [A], [A, B], [A, B, THEIRS], [A, B, THEIRS]],
  ])('are merged port by port: %s', (_, base, wanted, now, ports) => {
    expect(merge(wanted, now, { base })).toEqual({ ports, conflicts: [] });
  });

  it.each<[string, PortDraft[], PortDraft[], PortDraft | undefined, PortDraft | undefined, PortDraft | undefined]>([
    ['is changed by both', [to(A, '9090')], [to(A, '7070'), THEIRS], A, to(A, '9090'), to(A, '7070')],
    ['is changed here and removed there', [to(A, '9090')], [], A, to(A, '9090'), undefined],
    ['is removed here and changed there', [], [to(A, '7070')], A, undefined, to(A, '7070')],
    ['is added by both', [A, B], [A, to(B, '1')], undefined, B, to(B, '1')],
    ['gets another name and number from both', [B], [THEIRS], A, B, THEIRS],
  ])('are in conflict where one port %s, and stay as they are', (_, wanted, now, base, want, held) => {
    expect(merge(wanted, now)).toEqual({ ports: now, conflicts: [{ base, wanted: want, now: held }] });
  });

  it('lose or get back what an earlier draft of the run added or removed, beside those of others', () => {
    expect(merge([A], [A, B, THEIRS], { sent: [[A, B]] }).ports).toEqual([A, THEIRS]);
    expect(merge([A], [to(A, '9090'), THEIRS], { sent: [[to(A, '9090')]] }).ports).toEqual([A, THEIRS]);
    expect(merge([A, B], [A, THEIRS], { base: [A, B], sent: [[A]] }).ports).toEqual([A, THEIRS, B]);
    expect(merge([A, B], [A, THEIRS], { base: [A, B] }).ports).toEqual([A, THEIRS]);
  });

  it('keep node ports that the cluster gave, which are no change of others', () => {
    const held = { ...A, nodePort: '30080' };
    expect(merge([to(A, '9090')], [held, THEIRS])).toEqual({
      ports: [{ ...held, targetPort: '9090' }, THEIRS],
      conflicts: [],
    });
  });
});
