/**
 * Univer leaves the message channel of a stopped calculation open, and an open one keeps Node alive when all tests are
 * done. What a test file opened is closed at its end.
 */
const Channel = globalThis.MessageChannel;
const opened: MessageChannel[] = [];

globalThis.MessageChannel = class extends Channel {
  constructor() {
    super();
    opened.push(this);
  }
};

afterAll(() => {
  globalThis.MessageChannel = Channel;
  for (const { port1, port2 } of opened.splice(0)) for (const port of [port1, port2]) port.close();
});
