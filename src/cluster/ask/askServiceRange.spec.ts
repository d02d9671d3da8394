import { connectionLost, forbidden, invalid } from '../../../test/objects/apiErrors';
import { NAMESPACE } from '../../../test/objects/builders';
import type { Service } from '../../domain/k8s/objects';
import { askServiceRange } from './askServiceRange';
import type { WriteOptions } from '../port/clusterPort';

const outOf = (range: string) =>
  invalid(
    `spec.clusterIPs: Invalid value: the provided IP is not in the valid range. The range of valid IPs is ${range}`,
  );
const notConfigured = invalid('spec.clusterIPs[0]: Invalid value: ["100::1"]: IPv6 is not configured on this cluster');

/** An API server that refuses each address as told; an address that is not in the list is accepted. */
function portWith(refusals: Readonly<Record<string, Error>>) {
  const asked: { readonly service: Service; readonly options: WriteOptions | undefined }[] = [];
  const create = (service: Service, options?: WriteOptions): Promise<void> => {
    asked.push({ service, options });
    const refusal = refusals[service.spec?.clusterIP ?? ''];
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  };
  return { create, asked };
}

describe('askServiceRange', () => {
  it('learns the range from a refusal, and sends nothing that is kept', async () => {
    const port = portWith({ '192.0.2.1': outOf('172.30.0.0/16'), '100::1': notConfigured });
    expect(await askServiceRange(NAMESPACE, port)).toEqual(['172.30.0.0/16']);
    expect(port.asked.map(({ options }) => options)).toEqual([{ dryRun: true }, { dryRun: true }]);
    expect(port.asked.map(({ service }) => service.metadata?.namespace)).toEqual([NAMESPACE, NAMESPACE]);
  });

  it('learns the ranges of both families', async () => {
    const port = portWith({ '192.0.2.1': outOf('172.30.0.0/16'), '100::1': outOf('fd02::/112') });
    expect(await askServiceRange(NAMESPACE, port)).toEqual(['172.30.0.0/16', 'fd02::/112']);
  });

  it('keeps what was learned when the second question gets no answer', async () => {
    expect(
      await askServiceRange(NAMESPACE, portWith({ '192.0.2.1': outOf('172.30.0.0/16'), '100::1': connectionLost() })),
    ).toEqual(['172.30.0.0/16']);
  });

  it('hands on a refusal that is about something else, and asks no further', async () => {
    const port = portWith({ '192.0.2.1': forbidden('services is forbidden'), '100::1': outOf('fd02::/112') });
    await expect(askServiceRange(NAMESPACE, port)).rejects.toMatchObject({ code: 403 });
    expect(port.asked).toHaveLength(1);
  });

  it.each([
    ['refuses without naming a range', { '192.0.2.1': notConfigured, '100::1': notConfigured }],
    ['accepts the addresses', {}],
  ])('learns nothing where the cluster %s', async (_what, refusals) => {
    expect(await askServiceRange(NAMESPACE, portWith(refusals))).toEqual([]);
  });
});
