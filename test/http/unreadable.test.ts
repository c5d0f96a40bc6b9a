// What Node cannot read as a request is answered on the bare socket, unless nobody listens there any more.
import { Socket } from 'node:net';
import t from 'tap';
import { answeringUnreadable } from '../../src/http/unreadable.ts';

t.test('a socket that nobody reads is closed without a word', async (t) => {
  for (const code of ['ECONNRESET', 'HPE_INVALID_METHOD']) {
    const socket = new Socket();
    if (code !== 'ECONNRESET') socket.destroy();
    const answer = answeringUnreadable({}, new WeakMap(), () => t.fail('nothing to tell'));
    answer(Object.assign(new Error('gone'), { code }), socket);
    t.ok(socket.destroyed, code);
    t.equal(socket.bytesWritten, 0, 'nothing was written');
  }
});
