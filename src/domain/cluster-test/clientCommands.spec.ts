import { aService } from '../../../test/objects/serviceBuilders';
import { clientCommand, lookUpCommand, targetsOf } from './clientCommands';

describe('the client of a port', () => {
  it.each([
    [{ host: 'db.prod2', port: 22, guestPort: 22 }, 'ssh -p 22 USER@db.prod2'],
    [{ host: '192.0.2.1', port: 30080, guestPort: 80 }, 'curl http://192.0.2.1:30080/'],
    [{ host: 'fd00::1', port: 80, guestPort: 8080 }, "curl 'http://[fd00::1]/'"],
    [{ host: 'web', port: 443, guestPort: undefined }, 'curl --insecure https://web/'],
    [{ host: 'db', port: 5433, guestPort: 5432 }, 'psql -h db -p 5433 -U USER'],
    [{ host: 'win', port: 3389, guestPort: 3389 }, 'xfreerdp /v:win:3389'],
  ])('%j: %s', (target, command) => {
    expect(clientCommand(target)).toBe(command);
  });

  it('is not known of any other port', () => {
    expect(clientCommand({ host: 'x', port: 12345, guestPort: 12345 })).toBeUndefined();
  });

  it('is quoted for the shell', () => {
    expect(clientCommand({ host: 'a;reboot', port: 22, guestPort: 22 })).toBe("ssh -p 22 'USER@a;reboot'");
  });
});

describe('where clients connect', () => {
  it('is the port of the Service, or of the node, of TCP', () => {
    const service = aService({
      ports: [
        { port: 80, targetPort: 8080 },
        { port: 53, protocol: 'UDP' },
        { port: 81, targetPort: 'web' },
      ],
    });
    expect(targetsOf(service, 'h')).toEqual([
      { host: 'h', port: 80, guestPort: 8080 },
      { host: 'h', port: 81, guestPort: undefined },
    ]);
    expect(targetsOf({ spec: { ports: [{ port: 80, nodePort: 30080 }] } }, 'n', true)).toEqual([
      { host: 'n', port: 30080, guestPort: 80 },
    ]);
    expect(targetsOf(service, 'n', true)).toEqual([]);
  });

  it('is the target port of a headless Service', () => {
    expect(
      targetsOf({ spec: { clusterIP: 'None', ports: [{ port: 80, targetPort: 8080 as unknown as string }] } }, 'h'),
    ).toEqual([{ host: 'h', port: 8080, guestPort: 8080 }]);
  });
});

it('a name is asked for from a pod that goes again', () => {
  expect(lookUpCommand('backend.prod2', 'prod2')).toMatch(
    /^oc run expose-vm-test -n prod2 --rm -i --restart=Never --image=\S+ -- getent hosts backend\.prod2$/,
  );
});
