import {
  addressed,
  balanced,
  FULL_NAME,
  headless,
  NODE_PORTS,
  SHOP_ROUTE,
} from '../../../test/objects/addressedService';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { mainAddress, nodeAddresses, type AddressedService } from './mainAddress';

describe('the address that a result says first', () => {
  it.each<[string, AddressedService, string, string | undefined]>([
    ['the DNS name', addressed(), `${FULL_NAME}:80`, `curl http://${FULL_NAME}/`],
    [
      'the URL of a Route',
      addressed({}, {}, { route: SHOP_ROUTE }),
      'https://shop.example.com/',
      'curl https://shop.example.com/',
    ],
    ['the address of the load balancer', balanced([{ ip: '192.0.2.7' }]), '192.0.2.7:80', 'curl http://192.0.2.7/'],
    ['its name', balanced([{ hostname: 'lb.example.com' }]), 'lb.example.com:80', 'curl http://lb.example.com/'],
    ['its IPv6 address', balanced([{ ip: '2001:db8::7' }]), '[2001:db8::7]:80', "curl 'http://[2001:db8::7]/'"],
    [
      'a node and its port',
      addressed({ type: 'NodePort', ports: NODE_PORTS }),
      '192.168.1.11:30080',
      'curl http://192.168.1.11:30080/',
    ],
    [
      "the VM's own name",
      headless('backend'),
      `backendvm.${FULL_NAME}:8080`,
      `curl http://backendvm.${FULL_NAME}:8080/`,
    ],
    ['the name of a headless Service', headless(), `${FULL_NAME}:8080`, `curl http://${FULL_NAME}:8080/`],
    ['no port of several', addressed({ ports: [...NODE_PORTS, { port: 22 }] }), FULL_NAME, `curl http://${FULL_NAME}/`],
    [
      'a port that nothing is known of',
      addressed({ ports: [{ port: 7777 }] }),
      `${FULL_NAME}:7777`,
      `nc -vz ${FULL_NAME} 7777`,
    ],
    ['an alias', addressed({ type: 'ExternalName', externalName: 'db.example.com', ports: [] }), FULL_NAME, undefined],
  ])('is %s', (_, given, text, command) => {
    expect(mainAddress(given)).toMatchObject({ text, command });
  });

  it('is of no VM where there are several', () => {
    const vms = ['web', 'db'].map((name, index) => aVmOfSeveral(name, index + 1, { vm: { subdomain: 'backend' } }));
    expect(mainAddress({ ...headless(), vms })?.text).toBe(`${FULL_NAME}:8080`);
  });

  it('has the IP address beside it, and a URL is marked as one', () => {
    expect(mainAddress(addressed())).toMatchObject({ or: ['172.30.123.204'], isUrl: false });
    expect(mainAddress(addressed({}, {}, { route: SHOP_ROUTE }))).toMatchObject({ or: [], isUrl: true });
  });

  it('is not there while a load balancer has given none; then the nodes have their ports', () => {
    const waiting = balanced([]);
    expect(mainAddress(waiting)).toBeUndefined();
    expect(nodeAddresses(waiting.service, waiting.vms)).toEqual(['192.168.1.11:30080']);
  });

  it('is the DNS name where no node of a NodePort Service was read', () => {
    expect(mainAddress(addressed({ type: 'NodePort', ports: NODE_PORTS }, {}, { vms: [aReachedVm()] }))?.text).toBe(
      `${FULL_NAME}:80`,
    );
  });
});
