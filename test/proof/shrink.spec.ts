import { shrunk, smallerScenes } from './shrink';
import type { Scene } from './scene';

const SCENE: Scene = {
  number: 7,
  vms: [
    { name: 'vm1', templateLabels: { app: 'web' } },
    { name: 'vm2', binding: 'bridge' },
  ],
  services: [
    { name: 'web', spec: { selector: { app: 'web' }, ports: [{ port: 80 }, { port: 443, protocol: 'TCP' }] } },
  ],
  policies: [{ podSelector: {} }],
};

describe('smaller situations', () => {
  it('have one thing less, and what it takes to make them', () => {
    const smaller = smallerScenes(SCENE);
    expect(smaller).toContainEqual({ ...SCENE, policies: [] });
    expect(smaller).toContainEqual({ ...SCENE, vms: [SCENE.vms[0]] });
    expect(smaller.every(({ number, vms, services }) => number === 7 && vms.length > 0 && services.length > 0)).toBe(
      true,
    );
    expect(smaller.flatMap(({ vms }) => vms).every(({ name }) => name.startsWith('vm'))).toBe(true);
  });

  it('are left out until what disagrees is all that is left', async () => {
    const disagrees = ({ vms, services }: Scene) =>
      Promise.resolve(vms.some(({ binding }) => binding === 'bridge') && JSON.stringify(services).includes('443'));
    expect(await shrunk(SCENE, disagrees, () => false)).toEqual({
      number: 7,
      vms: [{ name: 'vm2', binding: 'bridge' }],
      services: [{ name: 'web', spec: { ports: [{ port: 443 }] } }],
    });
  });

  it('are the situation itself where nothing smaller disagrees', async () => {
    expect(
      await shrunk(
        SCENE,
        () => Promise.resolve(false),
        () => false,
      ),
    ).toBe(SCENE);
  });

  it('are no smaller than they became in time', async () => {
    let isTimeUp = false;
    const disagrees = (smaller: Scene) => {
      isTimeUp = true;
      return Promise.resolve(smaller.vms.length === 1);
    };
    expect((await shrunk(SCENE, disagrees, () => isTimeUp)).services).toEqual(SCENE.services);
    expect(
      await shrunk(
        SCENE,
        () => Promise.resolve(true),
        () => true,
      ),
    ).toBe(SCENE);
  });
});
