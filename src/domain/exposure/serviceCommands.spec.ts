import { addressed, balanced, FULL_NAME, NODE_PORTS, SHOP_ROUTE } from '../../../test/objects/addressedService';
import type { AddressedService } from './mainAddress';
import { serviceCommands } from './serviceCommands';

describe('the commands', () => {
  const commands = (given: AddressedService) => serviceCommands(given).map(({ from, line }) => `${from} ${line}`);
  const inside = `inside curl http://${FULL_NAME}/`;
  const lookUp = expect.stringMatching(/^look-up oc run expose-vm-test .*getent hosts/) as string;

  it.each<[string, AddressedService, string[]]>([
    ['inside the cluster', addressed(), [inside, lookUp]],
    [
      'by a node',
      addressed({ type: 'NodePort', ports: NODE_PORTS }),
      ['node curl http://192.168.1.11:30080/', inside, lookUp],
    ],
    ['by a load balancer', balanced([{ ip: '192.0.2.7' }]), ['load-balancer curl http://192.0.2.7/', inside, lookUp]],
    ['by a Route', addressed({}, {}, { route: SHOP_ROUTE }), ['route curl https://shop.example.com/', inside, lookUp]],
    ['of an alias', addressed({ type: 'ExternalName', externalName: 'x.example.com' }), [lookUp]],
  ])('%s are one for each way', (_, given, expected) => {
    expect(commands(given)).toEqual(expected);
  });
});
