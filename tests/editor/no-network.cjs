// Loaded before the language server: a connection to anywhere is written down and refused.
const net = require("node:net");

net.Socket.prototype.connect = function refuse(...address) {
  process.stderr.write(`NETWORK ${JSON.stringify(address[0])}\n`);
  throw new Error("no network in this test");
};
