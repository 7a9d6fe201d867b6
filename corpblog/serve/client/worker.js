// One stream of events for all tabs of a browser: it allows only six connections to one server.
"use strict";
const tabs = new BroadcastChannel("corpblog");
const stream = new EventSource("/_corpblog/events");
let last = "";
stream.onmessage = (event) => {
  last = event.data;
  tabs.postMessage({ version: last });
};
// A tab that comes later hears the present state.
self.onconnect = (event) => {
  const port = event.ports[0];
  port.onmessage = () => {
    if (last) port.postMessage({ version: last });
  };
  port.start();
};
