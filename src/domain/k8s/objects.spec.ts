import { aPod, aVm } from '../../../test/objects/builders';
import { isBeingDeleted, labelValue, labelsOf, nameOf, templateLabelsOf, uidOf } from './objects';

describe('reading objects', () => {
  it('reads name, uid and labels, and copes with what is missing', () => {
    const pod = aPod({ name: 'p', uid: 'u', labels: { tier: 'backend' } });
    expect([nameOf(pod), uidOf(pod), labelsOf(pod)]).toEqual(['p', 'u', { tier: 'backend' }]);
    expect([nameOf({}), uidOf({}), uidOf(undefined), labelsOf({}), labelsOf(undefined)]).toEqual([
      '',
      undefined,
      undefined,
      {},
      {},
    ]);
  });

  it('reads one label, and no key that every JavaScript object inherits', () => {
    expect([
      labelValue({ tier: 'backend' }, 'tier'),
      labelValue({ tier: '' }, 'tier'),
      labelValue({}, 'tier'),
      labelValue(undefined, 'tier'),
    ]).toEqual(['backend', '', undefined, undefined]);
    for (const key of ['constructor', 'toString', '__proto__']) {
      expect(labelValue({}, key)).toBeUndefined();
      expect(labelValue(Object.fromEntries([[key, 'x']]), key)).toBe('x');
    }
  });

  it('knows what is being deleted by its deletion timestamp', () => {
    expect(isBeingDeleted(aPod({ deleting: true }))).toBe(true);
    expect(isBeingDeleted(aPod())).toBe(false);
  });

  it("takes the template's labels, never those of the VM itself", () => {
    expect(templateLabelsOf(aVm({ labels: { app: 'backendvm' }, templateLabels: { tier: 'backend' } }))).toEqual({
      tier: 'backend',
    });
    expect(templateLabelsOf(aVm({ labels: { app: 'backendvm' }, templateLabels: null }))).toEqual({});
    expect(templateLabelsOf(aVm({ hasTemplateMetadata: false }))).toEqual({});
  });
});
