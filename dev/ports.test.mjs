import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import test from 'node:test';
import { Failure } from './failure.mjs';
import { checkPort, chosenPort, freePort } from './ports.mjs';

test('the port is 9000 unless PORT says otherwise', () => {
  assert.equal(chosenPort(undefined), 9000);
  assert.equal(chosenPort(''), 9000);
  assert.equal(chosenPort('8443'), 8443);
});

test('a PORT that is none is refused with the rule', () => {
  for (const text of ['0', '65536', '80.5', 'http', '-1']) {
    assert.throws(() => chosenPort(text), {
      name: 'Failure',
      message: `PORT must be a number from 1 to 65535 and is "${text}".`,
    });
  }
});

test('a port in use is told with its number and another one to try', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  try {
    await assert.rejects(checkPort(port), (error) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, new RegExp(`^Port ${port} is in use\\. .*PORT=${port + 1} npm start\\.$`));
      return true;
    });
  } finally {
    server.close();
  }
});

test('a free port is free', async () => {
  await checkPort(await freePort());
});
