// What Node cannot read as a request is answered on the bare socket, unless nobody listens there any more.
import { Socket } from 'node:net';
import t from 'tap';
import { answerUnreadable } from '../../src/http/errors.ts';

t.test('a socket that nobody reads is closed without a word', async (t) => {
  for (const code of ['ECONNRESET', 'HPE_INVALID_METHOD']) {
    const socket = new Socket();
    if (code !== 'ECONNRESET') socket.destroy();
    answerUnreadable(Object.assign(new Error('gone'), { code }), socket, {
      info: () => t.fail('nothing to tell'),
    });
    t.ok(socket.destroyed, code);
    t.equal(socket.bytesWritten, 0, 'nothing was written');
  }
});
